import { ButtonLink, CardList, Doors, EmptyState, Page, Section } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { PartyRole } from '#services/cases/index.ts'
import { MyReportView, type ReportCard } from '#services/reports/index.ts'

type Mine = ReportCard & { role: PartyRole }

/** Everything of one's own: what waits for an answer first. */
export const MinePage = ({ name, reports }: { name: string; reports: readonly Mine[] }) => {
  const waiting = reports.filter(({ stage, role }) => stage === 'yourTurn' && role === 'reporter')
  const others = reports.filter((report) => !waiting.includes(report)).slice(0, 6)
  return (
    <Page title={t('mine.title')} preline={name} lead={t('mine.lead')} noindex>
      <Doors
        label={t('mine.doors')}
        doors={[
          { href: '/mein/meldungen', icon: 'flag', title: t('mine.door.reports'), text: t('mine.door.reports.text') },
          {
            href: '/mein/mitteilungen',
            icon: 'bell',
            title: t('mine.door.notifications'),
            text: t('mine.door.notifications.text', { unread: frame().unread }),
          },
          { href: '/mein/konto', icon: 'person', title: t('mine.door.account'), text: t('mine.door.account.text') },
        ]}
      />
      {waiting.length > 0 ? (
        <Section title={t('mine.yourTurn')}>
          <CardList label={t('mine.yourTurn')}>
            {waiting.map((report) => (
              <MyReportView key={report.id} report={report} />
            ))}
          </CardList>
        </Section>
      ) : null}
      <Section title={t('mine.newest')} action={<a href={href('/mein/meldungen')}>{t('mine.all')}</a>}>
        {others.length > 0 ? (
          <CardList label={t('mine.newest')}>
            {others.map((report) => (
              <MyReportView key={report.id} report={report} />
            ))}
          </CardList>
        ) : (
          <EmptyState icon="flag" title={t('mine.gemeldet.none')} text={t('mine.gemeldet.none.text')}>
            <ButtonLink href="/meldungen/neu" kind="primary">
              {t('reports.new')}
            </ButtonLink>
          </EmptyState>
        )}
      </Section>
    </Page>
  )
}
