import { ButtonLink } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { DeskTab } from '#services/cases/index.ts'
import { countText } from '../home/index.ts'
import { BulkBar, RowForms } from './bulk-bar.view.tsx'
import type { WorkList } from './list.read.ts'
import { Filters } from './list-filters.view.tsx'
import { type ListAttempt, ListFrame, NoRows } from './list-frame.view.tsx'
import { Rows } from './list-table.view.tsx'
import { reportList } from './list-view.rules.ts'

export const ListPage = ({ list, ...attempt }: { list: WorkList } & ListAttempt) => (
  <ListFrame
    list={list}
    {...attempt}
    title={t('desk.list.title')}
    tabs={{ label: t('desk.list.tabs'), items: tabsOf(list) }}
    actions={
      list.may.work ? (
        <ButtonLink href="/meldungen/neu?kanal=phone" icon="phone" kind="tertiary">
          {t('desk.home.onBehalf')}
        </ButtonLink>
      ) : null
    }
    above={
      list.may.work ? (
        <p class="desk-phone-link">
          <ButtonLink href="/amt/unterwegs" icon="pin" kind="secondary">
            {t('desk.list.outside')}
          </ButtonLink>
        </p>
      ) : null
    }
    filters={<Filters list={list} />}
    keys={['j', 'k', 'o', 'x', 'a', 'e', '/', '?'].map((key) => ({
      key,
      does: t(`desk.keys.${key === '/' ? 'search' : key === '?' ? 'help' : key}`),
    }))}
  >
    <div class="worklist">
      <Rows
        list={list}
        empty={<NoRows list={list} nothingFound={t('desk.list.nothingFound')} empty={t(`desk.list.empty.${list.tab}`)} />}
      />
      {list.page.items.length > 0 ? <BulkBar list={list} /> : null}
    </div>
    <RowForms list={list} />
  </ListFrame>
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
    href: reportList.to(list.query, { ansicht: tab, sort: undefined }),
    label: tab === 'cover' && list.covered.length > 0 ? t('desk.tab.cover.of', { names: list.covered.join(', ') }) : t(`desk.tab.${tab}`),
    current: tab === list.tab,
    count: tab === 'closed' || tab === 'all' ? undefined : countText(list.counts[tab]),
  }))
