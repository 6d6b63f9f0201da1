import { EmptyState, Page, Pager, Table, Time, withQuery } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { draftPath } from '../pages/paths.ts'
import type { Reuse } from './reuse.sql.ts'

const path = '/antraege/uebernommen'

/** What a person took over from earlier applications: which answer, from where, for what, when. */
export const ReusePage = ({ reuses, next, isFirst }: { reuses: readonly Reuse[]; next: string | undefined; isFirst: boolean }) => (
  <Page
    title={t('reuse.list.title')}
    lead={t('reuse.list.lead')}
    noindex
    breadcrumbs={[
      { href: '/', label: t('apply.home') },
      { href: '/antraege', label: t('apply.mine.title') },
    ]}
  >
    {reuses.length > 0 ? (
      <Table
        caption={t('reuse.list.title')}
        rows={reuses}
        rowKey={({ id }) => id}
        columns={[
          { key: 'label', label: t('reuse.column.label'), show: ({ label }) => label, names: true },
          { key: 'from', label: t('reuse.column.from'), show: (it) => <From it={it} /> },
          { key: 'to', label: t('reuse.column.to'), show: (it) => <To it={it} /> },
          { key: 'at', label: t('reuse.column.at'), show: ({ takenAt }) => <Time at={takenAt} /> },
        ]}
      />
    ) : (
      <EmptyState icon="draft" title={t('reuse.list.none')} text={t('reuse.list.none.text')} />
    )}
    <Pager previous={isFirst ? undefined : path} next={next && withQuery(path, { nach: next })} />
  </Page>
)

const From = ({ it: { from, fromSentAt } }: { it: Reuse }) =>
  from ? (
    <>
      <a href={href(`/status/${from.number}`)}>{from.title}</a>, <Time at={fromSentAt} show="day" />
    </>
  ) : (
    <>
      {t('reuse.from.deleted')}, <Time at={fromSentAt} show="day" />
    </>
  )

const To = ({ it: { to, draftId } }: { it: Reuse }) =>
  to ? <a href={href(`/status/${to.number}`)}>{to.title}</a> : draftId ? <a href={href(draftPath(draftId))}>{t('reuse.to.draft')}</a> : null
