import type { DeskSort, Holder, PageOf, SavedFilter } from '#services/cases/index.ts'
import type { StaffUnit } from '../home/index.ts'
import type { ListAddress, ListFields } from './list-address.rules.ts'

/** What the page of every work list shows, whatever the kind of its cases. */
export type ListShown<Q extends ListFields = ListFields, Row = unknown> = {
  address: ListAddress<Q>
  query: Q
  tab: NonNullable<Q['ansicht']>
  sort: DeskSort
  page: PageOf<Row>
  units: readonly StaffUnit[]
  people: readonly Holder[]
  saved: readonly SavedFilter[]
  /** Whether a view can be given to the own unit. */
  mayShare: boolean
  /** Names of those whom the person covers today. */
  covered: readonly string[]
}

/** Where somebody comes back to from a row: the list with its tab. */
export const hereOf = <Q extends ListFields>({ address, query, tab }: Pick<ListShown<Q>, 'address' | 'query' | 'tab'>): string =>
  address.write(query, { ansicht: tab } as Partial<Q>)
