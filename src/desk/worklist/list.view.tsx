import { Live } from '#core/notifications/index.ts'
import { ButtonLink, EmptyState, type FormState, KeyHints, Page, Pager, Refused, Tabs } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { DeskTab } from '#services/cases/index.ts'
import { countText } from '../home/index.ts'
import { BulkBar, RowForms } from './bulk-bar.view.tsx'
import type { WorkList } from './list.read.ts'
import { Filters } from './list-filters.view.tsx'
import { Rows } from './list-table.view.tsx'
import { activeFilters, type ListQuery, writeQuery } from './list-view.rules.ts'
import { Views } from './saved-views.view.tsx'

export type ListPageProps = { list: WorkList; refusal?: FormState['refusal']; saving?: FormState | undefined }

/** The address of this list with some of its values changed. */
export const listPath = (query: ListQuery, changes: Partial<ListQuery> = {}): string => {
  const text = writeQuery(query, changes)
  return `/amt/meldungen${text ? `?${text}` : ''}`
}

const withPage = (query: ListQuery, name: 'nach' | 'vor', cursor: string | undefined) =>
  cursor && `/amt/meldungen?${new URLSearchParams([...new URLSearchParams(writeQuery(query)), [name, cursor]])}`

export const ListPage = ({ list, refusal, saving }: ListPageProps) => (
  <Page
    title={t('desk.list.title')}
    width="wide"
    noindex
    breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
    actions={
      <>
        {list.may.work ? (
          <ButtonLink href="/meldungen/neu?kanal=phone" icon="phone" kind="tertiary">
            {t('desk.home.onBehalf')}
          </ButtonLink>
        ) : null}
        <ButtonLink
          href={`/amt/meldungen.csv?${writeQuery(list.query, { ansicht: list.tab })}`}
          icon="download"
          kind="tertiary"
          download
          data={{ 'data-turbo': 'false' }}
        >
          {t('desk.list.export')}
        </ButtonLink>
      </>
    }
  >
    <Live topics={['desk']} />
    <Refused refusal={refusal} />
    <Tabs label={t('desk.list.tabs')} items={tabsOf(list)} />
    {list.may.work ? (
      <p class="desk-phone-link">
        <ButtonLink href="/amt/unterwegs" icon="pin" kind="secondary">
          {t('desk.list.outside')}
        </ButtonLink>
      </p>
    ) : null}
    <Views list={list} saving={saving} />
    <Filters list={list} />
    <div class="worklist">
      <Rows list={list} empty={<NoRows list={list} />} />
      {list.page.items.length > 0 ? <BulkBar list={list} /> : null}
    </div>
    <RowForms list={list} />
    <Pager previous={withPage(list.query, 'vor', list.page.previous)} next={withPage(list.query, 'nach', list.page.next)} />
    <KeyHints
      keys={['j', 'k', 'o', 'x', 'a', 'e', '/', '?'].map((key) => ({
        key,
        does: t(`desk.keys.${key === '/' ? 'search' : key === '?' ? 'help' : key}`),
      }))}
    />
  </Page>
)

const shownTabs = ({ may, covered, tab }: WorkList): DeskTab[] => [
  'mine',
  ...(covered.length > 0 || tab === 'cover' ? (['cover'] as const) : []),
  'team',
  ...(may.route ? (['unassigned'] as const) : []),
  'escalated',
  'overdue',
  'waiting',
  ...(may.moderate ? (['unpublished'] as const) : []),
  'open',
  'closed',
  'all',
]

/** Counts stand where they call for work; of what is over nobody needs to know how much it was. */
const tabsOf = (list: WorkList) =>
  shownTabs(list).map((tab) => ({
    href: listPath(list.query, { ansicht: tab, sort: undefined }),
    label: tab === 'cover' && list.covered.length > 0 ? t('desk.tab.cover.of', { names: list.covered.join(', ') }) : t(`desk.tab.${tab}`),
    current: tab === list.tab,
    count: tab === 'closed' || tab === 'all' ? undefined : countText(list.counts[tab]),
  }))

const NoRows = ({ list }: { list: WorkList }) =>
  activeFilters(list.query) > 0 ? (
    <EmptyState icon="search" title={t('desk.list.nothingFound')} text={t('desk.list.nothingFoundText')}>
      <ButtonLink href={`/amt/meldungen?ansicht=${list.tab}`}>{t('desk.list.withoutFilter')}</ButtonLink>
    </EmptyState>
  ) : (
    <EmptyState icon="success" title={t('desk.list.empty')} text={t(`desk.list.empty.${list.tab}`)}>
      {list.tab === 'open' ? null : <ButtonLink href="/amt/meldungen?ansicht=open">{t('desk.list.showOpen')}</ButtonLink>}
    </EmptyState>
  )
