import { ButtonLink, CardList, EmptyState, Page, Pager, Tabs, withQuery } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { PageOf, PartyRole } from '../../cases/index.ts'
import type { ReportCard } from '../report.view.rules.ts'
import type { Mine } from './mine.routes.tsx'
import { MyReportView } from './my-report.view.tsx'

const path = '/mein/meldungen'

export const MyReportsPage = ({ mine, list }: { mine: Mine; list: PageOf<ReportCard & { role: PartyRole }> }) => (
  <Page title={t('mine.reports')} breadcrumbs={[{ href: '/mein', label: t('mine.title') }]}>
    <Tabs
      label={t('mine.reports')}
      items={(['gemeldet', 'dabei'] as const).map((each) => ({
        href: `${path}?was=${each}`,
        label: t(`mine.${each}`),
        current: each === mine,
      }))}
    />
    {list.items.length > 0 ? (
      <CardList keys label={t(`mine.${mine}`)}>
        {list.items.map((report) => (
          <MyReportView key={report.id} report={report} level={2} />
        ))}
      </CardList>
    ) : (
      <EmptyState icon="flag" title={t(`mine.${mine}.none`)} text={t(`mine.${mine}.none.text`)}>
        <ButtonLink href={mine === 'gemeldet' ? '/meldungen/neu' : '/meldungen'} kind="primary">
          {t(mine === 'gemeldet' ? 'reports.new' : 'reports.title')}
        </ButtonLink>
      </EmptyState>
    )}
    <Pager
      previous={list.previous && withQuery(path, { was: mine, vor: list.previous })}
      next={list.next && withQuery(path, { was: mine, nach: list.next })}
    />
  </Page>
)
