import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { Bounds, DeskSort, PageAsked, PageOf, PublicFilter } from './list.rules.ts'
import { readNumber } from './number.rules.ts'
import { type Cursor, limitOf, pageOf, prefixQuery, readCursor } from './page.rules.ts'

type Tables = DB & { c: DB['services.case'] }
/** A query on cases under the name `c`, whatever else it joins and selects. */
export type CaseQuery<O> = SelectQueryBuilder<Tables, 'c', O>

/** Conditions that public lists and work lists share. */
export function filtered<O>(
  query: CaseQuery<O>,
  filter: Omit<PublicFilter, 'stages'> & { stages?: readonly string[] | undefined; town?: Bounds | undefined },
  search: 'public_search' | 'desk_search',
): CaseQuery<O> {
  let q = query.where('c.kind', '=', filter.kind)
  if (filter.stages?.length) q = q.where('c.stage', 'in', [...filter.stages])
  if (filter.typeIds) q = filter.typeIds.length ? q.where('c.type_id', 'in', [...filter.typeIds]) : q.where(sql<boolean>`false`)
  if (filter.districtId) q = q.where('c.district_id', '=', filter.districtId)
  if (filter.from) q = q.where('c.received_at', '>=', filter.from)
  if (filter.until) q = q.where('c.received_at', '<', filter.until)
  if (filter.bounds) q = q.where(within(filter.bounds, filter.town))
  const text = filter.text?.trim()
  if (text) {
    const number = readNumber(text)
    const words = prefixQuery(text)
    if (number) q = q.where('c.number', '=', number)
    else if (words) q = q.where(sql<boolean>`${sql.ref(`c.${search}`)} @@ to_tsquery('german', ${words})`)
    else q = q.where(sql<boolean>`false`)
  }
  return q
}

/**
 * The database guesses that a box holds hardly anything and would gather all of a large one before it sorts. So only small boxes ask
 * the index of places; in large ones the newest rows are found by reading on in the order of the list.
 */
function within([west, south, east, north]: Bounds, town: Bounds | undefined) {
  const share = town ? ((east - west) * (north - south)) / ((town[2] - town[0]) * (town[3] - town[1])) : 0
  return share < LARGE
    ? sql<boolean>`c.location <@ box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`
    : sql<boolean>`(c.lon BETWEEN ${west}::float8 AND ${east}::float8 AND c.lat BETWEEN ${south}::float8 AND ${north}::float8)`
}

/** Share of the town from which on a box is large. */
const LARGE = 0.01

const order: Record<DeskSort, { column: 'received_at' | 'due_at'; direction: 'asc' | 'desc' }> = {
  received: { column: 'received_at', direction: 'desc' },
  oldest: { column: 'received_at', direction: 'asc' },
  due: { column: 'due_at', direction: 'asc' },
}

/** One page of cases, read from the cursor on by an index, never by counting rows. */
export async function readPage<O extends { id: string; received_at: Date; due_at: Date }, T>(
  query: CaseQuery<O>,
  { sort = 'received', after, before, limit: asked }: PageAsked<DeskSort>,
  itemOf: (row: O) => T,
): Promise<PageOf<T>> {
  const { column, direction } = order[sort]
  const backwards = before !== undefined && readCursor(before) !== undefined
  const cursor = readCursor(backwards ? before : after)
  const limit = limitOf(asked)
  const way = (direction === 'asc') !== backwards ? 'asc' : 'desc'
  let q = query
    .orderBy(`c.${column}`, way)
    .orderBy('c.id', way)
    .limit(limit + 1)
  if (cursor) q = q.where((each) => beyond(each, column, way, cursor))
  const rows = await q.execute()
  return pageOf(rows, { limit, backwards, began: cursor !== undefined }, (row) => ({ at: row[column], id: row.id }), itemOf)
}

const beyond = (_: ExpressionBuilder<Tables, 'c'>, column: 'received_at' | 'due_at', way: 'asc' | 'desc', { at, id }: Cursor) =>
  sql<boolean>`(${sql.ref(`c.${column}`)}, c.id) ${sql.raw(way === 'asc' ? '>' : '<')} (${at}::timestamptz, ${id}::uuid)`

/** How many rows `query` has, counted up to `cap`: the work is bounded whatever the town's size. */
export async function countUpTo<O>(ctx: Ctx, query: CaseQuery<O>, cap: number): Promise<{ count: number; more: boolean }> {
  const row = await ctx.db
    .selectFrom(query.limit(cap + 1).as('counted'))
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(row.n, cap), more: row.n > cap }
}
