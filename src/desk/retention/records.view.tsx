import { ButtonLink, EmptyState, Page, Pager, shortDay, Table } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { DeletionRecord } from '#services/cases/index.ts'
import { kindName, resultName } from './result-name.ts'

const PATH = '/verwaltung/aufbewahrung/nachweis'

export const RecordsPage = ({ records, more, first }: { records: readonly DeletionRecord[]; more: boolean; first: boolean }) => (
  <Page
    title={t('retention.records')}
    lead={t('retention.records.lead')}
    breadcrumbs={[
      { href: '/verwaltung', label: t('administration.title') },
      { href: '/verwaltung/aufbewahrung', label: t('retention.page.title') },
    ]}
    actions={
      <ButtonLink href={`${PATH}.csv`} icon="download" kind="secondary">
        {t('retention.records.csv')}
      </ButtonLink>
    }
    width="wide"
    noindex
  >
    <Table
      caption={t('retention.records')}
      hideCaption
      rows={records}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('retention.records.none')} />}
      columns={[
        {
          key: 'number',
          label: t('retention.record.number'),
          names: true,
          show: ({ number }) => <span class="retention-number">{number}</span>,
        },
        { key: 'kind', label: t('retention.record.kind'), minor: true, show: ({ kind }) => t(kindName(kind)) },
        { key: 'action', label: t('retention.record.action'), show: ({ action }) => t(`retention.action.${action}`) },
        { key: 'result', label: t('retention.record.result'), show: (record) => t(resultName(record)) },
        { key: 'received', label: t('retention.record.received'), minor: true, show: ({ receivedAt }) => shortDay(receivedAt) },
        { key: 'closed', label: t('retention.record.closed'), show: ({ closedAt }) => shortDay(closedAt) },
        {
          key: 'rule',
          label: t('retention.record.days'),
          show: ({ ruleDays, ruleReason }) => [t('retention.days', { count: ruleDays }), ruleReason].filter(Boolean).join(' · '),
        },
        { key: 'at', label: t('retention.record.at'), show: ({ at }) => shortDay(at) },
      ]}
    />
    <Pager previous={first ? undefined : PATH} next={more ? `${PATH}?vor=${records.at(-1)!.id}` : undefined} />
  </Page>
)
