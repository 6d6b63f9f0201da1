import type { Stage } from '#platform/process.ts'
import type { Case } from './case.rules.ts'

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/** Anything left out is not filtered. Dates: `from` inclusive, `until` exclusive. */
export type PublicFilter = {
  kind: string
  stages?: readonly Stage[] | undefined
  typeIds?: readonly string[] | undefined
  districtId?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
  text?: string | undefined
  bounds?: Bounds | undefined
}

export type DeskTab =
  | 'mine'
  | 'cover'
  | 'team'
  | 'escalated'
  | 'unassigned'
  | 'overdue'
  | 'waiting'
  | 'unpublished'
  | 'open'
  | 'closed'
  | 'all'
export const deskTabs: readonly DeskTab[] = [
  'mine',
  'cover',
  'team',
  'unassigned',
  'escalated',
  'overdue',
  'waiting',
  'unpublished',
  'open',
  'closed',
  'all',
]

export type DeskFilter = Omit<PublicFilter, 'stages'> & {
  tab: DeskTab
  states?: readonly string[] | undefined
  /** None of `states` is an end. */
  stillOpen?: boolean | undefined
  stages?: readonly Stage[] | undefined
  unitId?: string | undefined
  assigneeId?: string | undefined
  /** Everything at this asset. */
  assetId?: string | undefined
}

/** `due`: what is due first, then what has no date; `received`: newest first; `oldest`: oldest first. */
export type PublicSort = 'received' | 'oldest'
export type DeskSort = 'due' | 'received' | 'oldest'

/** One page of a list. `after` and `before` are cursors of an earlier page; at most one of them. */
export type PageAsked<S extends string = PublicSort> = {
  sort?: S | undefined
  after?: string | undefined
  before?: string | undefined
  /** 1 to 200, 25 unless said otherwise. */
  limit?: number | undefined
}

/** `next` and `previous` are cursors, there only if there is such a page. */
export type PageOf<T> = { items: T[]; next: string | undefined; previous: string | undefined }

/** What the public may read of a case in a list: no state, no clerk. */
export type PublicCase = Pick<
  Case,
  | 'id'
  | 'number'
  | 'typeId'
  | 'title'
  | 'placeLabel'
  | 'stage'
  | 'districtId'
  | 'assetId'
  | 'lat'
  | 'lon'
  | 'publicText'
  | 'supportCount'
  | 'receivedAt'
  | 'updatedAt'
  | 'dueAt'
  | 'closedAt'
>

/** A row of the work list. */
export type DeskCase = Case & { unitName: string | undefined; assigneeName: string | undefined }

/** Counted up to `cap`; `more` says that there are more. */
export type Count = { count: number; more: boolean }
export type DeskCounts = Record<DeskTab, Count>

/** A view of the work list; `query` is the part of the address after `?`. */
export type SavedFilter = { id: string; name: string; query: string; shared: boolean; own: boolean }
