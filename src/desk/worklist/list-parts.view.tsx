import type { ComponentChildren } from 'preact'
import { type Column, Field, FilterBar, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { DeskSort } from '#services/cases/index.ts'
import { Age, DueMark, dueOf } from '../home/index.ts'
import type { ListFields } from './list-address.rules.ts'
import { hereOf, type ListShown } from './list-shown.ts'

type Of<Q extends ListFields> = { list: ListShown<Q>; text: string; first: ComponentChildren; more?: ComponentChildren; open?: boolean }

/** The filters of a list: those that are used most, and behind a button the unit, the person and the days beside those of the kind. */
export const ListFilters = <Q extends ListFields>({ list, text, first, more, open = false }: Of<Q>) => {
  const { address, query, tab, units, people } = list
  const days = [query.stelle, query.person, query.von, query.bis]
  return (
    <FilterBar action={`${address.path}?ansicht=${tab}`} values={query} active={address.active(query)}>
      <input type="hidden" name="ansicht" value={tab} />
      {query.sort ? <input type="hidden" name="sort" value={query.sort} /> : null}
      <Field name="q" type="search" label={text} optional={false} maxLength={200} data={{ 'data-shortcut': '/' }} />
      {first}
      <details class="filter-more" open={open || days.some(Boolean)}>
        <summary>{t('desk.filter.more')}</summary>
        <div class="filter-more__fields">
          {more}
          <Select
            name="stelle"
            label={t('desk.filter.unit')}
            empty={t('desk.filter.anyUnit')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="person"
            label={t('desk.filter.person')}
            empty={t('desk.filter.anyPerson')}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Field name="von" type="date" label={t('desk.filter.from')} />
          <Field name="bis" type="date" label={t('desk.filter.until')} />
        </div>
      </details>
    </FilterBar>
  )
}

type Timed = { dueAt: Date; closedAt?: Date | undefined; receivedAt: Date }

/** What is overdue stands out, and what will be soon. */
export const markOf = (row: Timed): 'danger' | 'warning' | undefined => {
  const tone = dueOf(row, frame().now)?.tone
  return tone === 'overdue' ? 'danger' : tone === 'soon' ? 'warning' : undefined
}

/** When it is due and when it came, by which a list is sorted. */
export const timeColumns = <Q extends ListFields, Row extends Timed>(list: ListShown<Q, Row>): Column<Row>[] => {
  const sorted = (now: DeskSort, other: DeskSort | undefined, direction: 'ascending' | 'descending') => ({
    href: list.address.to(list.query, { ansicht: list.tab, sort: list.sort === now && other ? other : now } as Partial<Q>),
    now: list.sort === now ? direction : other && list.sort === other ? ('ascending' as const) : undefined,
  })
  return [
    {
      key: 'due',
      label: t('desk.list.column.due'),
      sort: sorted('due', undefined, 'ascending'),
      show: (row) => <DueMark dueAt={row.dueAt} closedAt={row.closedAt} />,
    },
    {
      key: 'received',
      label: t('desk.list.column.received'),
      sort: sorted('received', 'oldest', 'descending'),
      minor: true,
      show: (row) => <Age since={row.receivedAt} />,
    },
  ]
}

/** Who has it: the person, and her unit. */
export const Who = ({ row }: { row: { unitName: string | undefined; assigneeName: string | undefined } }) =>
  row.unitName || row.assigneeName ? (
    <span class="desk-who">
      {row.assigneeName ? <span>{row.assigneeName}</span> : null}
      {row.unitName ? <span class="desk-who__unit">{row.unitName}</span> : null}
    </span>
  ) : (
    <span class="desk-who__unit">{t('desk.list.nobody')}</span>
  )

/** The page of a row's case, with the way back to this list. */
export const rowPath = <Q extends ListFields>(list: ListShown<Q>, number: string, more: Record<string, string> = {}) =>
  `${list.address.path}/${number}?${new URLSearchParams({ ...more, liste: hereOf(list) })}`

/** What names a row: the page of its case, with its number and what stands beside that. */
export const SubjectLink = <Q extends ListFields>({ list, number, title, children }: SubjectOf<Q>) => (
  <a class="desk-subject" href={href(rowPath(list, number))} data-key="o">
    <span>{title}</span>
    <span class="desk-number">
      {number}
      {children}
    </span>
  </a>
)
type SubjectOf<Q extends ListFields> = { list: ListShown<Q>; number: string; title: string; children?: ComponentChildren }
