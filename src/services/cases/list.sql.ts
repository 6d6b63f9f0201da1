import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Bounds, DeskSort, PageAsked, PageOf, PublicFilter } from './list.rules.ts'
import { readNumber } from './number.rules.ts'
import { type Cursor, limitOf, pageOf, readCursor } from './page.rules.ts'
import { type CaseQuery, type CaseTables, idsWithWords, type Way, type Words, wordsIn } from './words.sql.ts'

/** Conditions that public lists and work lists share, but for words: how those are found depends on what is asked (words.sql.ts). */
export function filtered<O>(
  query: CaseQuery<O>,
  filter: Omit<PublicFilter, 'stages'> & { stages?: readonly string[] | undefined; town?: Bounds | undefined },
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
    if (number) q = q.where('c.number', '=', number)
    else if (!wordsIn(text)) q = q.where(sql<boolean>`false`)
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
  ctx: Ctx,
  query: CaseQuery<O>,
  words: Words | undefined,
  { sort = 'received', after, before, limit: asked }: PageAsked<DeskSort>,
  itemOf: (row: O) => T,
): Promise<PageOf<T>> {
  const { column, direction } = order[sort]
  const backwards = before !== undefined && readCursor(before) !== undefined
  const cursor = readCursor(backwards ? before : after)
  const limit = limitOf(asked)
  const way = (direction === 'asc') !== backwards ? 'asc' : 'desc'
  let q = cursor ? query.where((each) => beyond(each, column, way, cursor)) : query
  if (words) q = withIds(q, await idsWithWords(ctx, q, words, { column, way, most: limit + 1 }))
  const rows = await q
    .orderBy(`c.${column}`, way)
    .orderBy('c.id', way)
    .limit(limit + 1)
    .execute()
  return pageOf(rows, { limit, backwards, began: cursor !== undefined }, (row) => ({ at: row[column], id: row.id }), itemOf)
}

/** A list of any length in one value, so that the statement stays the same. */
export const withIds = <O>(query: CaseQuery<O>, ids: readonly string[]): CaseQuery<O> =>
  query.where(sql<boolean>`c.id = ANY (${[...ids]}::uuid[])`)

const beyond = (_: ExpressionBuilder<CaseTables, 'c'>, column: 'received_at' | 'due_at', way: Way, { at, id }: Cursor) =>
  sql<boolean>`(${sql.ref(`c.${column}`)}, c.id) ${sql.raw(way === 'asc' ? '>' : '<')} (${at}::timestamptz, ${id}::uuid)`
