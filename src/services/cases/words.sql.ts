import { type SelectQueryBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DB } from '#platform/db/schema.generated.ts'
import type { Count } from './list.rules.ts'
import { readNumber } from './number.rules.ts'
import { prefixQuery } from './page.rules.ts'

export type CaseTables = DB & { c: DB['services.case'] }
/** A query on cases under the name `c`, whatever else it joins and selects. */
export type CaseQuery<O> = SelectQueryBuilder<CaseTables, 'c', O>

/** What is searched for and where: what the public may read, or that and what was written in private. */
export type Words = { column: 'public_search' | 'desk_search'; query: string }
export type Way = 'asc' | 'desc'

/** The words of a search; undefined where a number is meant, or nothing that can be searched for. */
export function wordsIn(text: string | undefined, column: Words['column'] = 'public_search'): Words | undefined {
  if (!text || readNumber(text)) return undefined
  const query = prefixQuery(text)
  return query ? { column, query } : undefined
}

const fitting = <O>(query: CaseQuery<O>, words: Words | undefined): CaseQuery<O> =>
  words ? query.where(sql<boolean>`${sql.ref(`c.${words.column}`)} @@ to_tsquery('german', ${words.query})`) : query

/**
 * So many of the list are looked through before the index of words is asked. To fill a page of `most` by reading on costs most / share
 * of rows that fit, to gather them all costs share × number of rows: at a million reports, measured, both cost the same here. More
 * would be too much for words that nothing has.
 */
const lookThrough = (most: number): number => Math.min(10_000, Math.round(1_000 * Math.sqrt(most)))

/**
 * Ids of the first `most` of a list that have the words, in its order. The list is ordered by one index and the words are found by another
 * one: frequent words fill a page within the first few of the list, rare ones are few enough to gather and sort, and the database
 * cannot guess which they are (in the wrong way it reads a million rows for nothing).
 */
export async function idsWithWords<O>(
  ctx: Ctx,
  query: CaseQuery<O>,
  words: Words,
  { column, way, most }: { column: 'received_at' | 'due_at'; way: Way; most: number },
): Promise<string[]> {
  const look = lookThrough(most)
  const search = sql.ref(`c.${words.column}`)
  const at = sql.ref(`c.${column}`)
  const order = sql`${sql.raw(way)}`
  // The last one looked at comes along, whether it fits or not: it says that the list goes on.
  const first = query
    .clearSelect()
    .select([
      'c.id',
      sql<Date>`${at}`.as('at'),
      sql<string>`${search}`.as('words'),
      sql<number>`row_number() OVER (ORDER BY ${at} ${order}, c.id ${order})`.as('place'),
    ])
    .orderBy(`c.${column}`, way)
    .orderBy('c.id', way)
    .limit(look)
  const rows = await ctx.db
    .selectFrom(first.as('first'))
    .select(['first.id', 'first.place', sql<boolean>`first.words @@ to_tsquery('german', ${words.query})`.as('fits')])
    .where(sql<boolean>`(first.words @@ to_tsquery('german', ${words.query}) OR first.place = ${look}::int)`)
    .orderBy('first.at', way)
    .orderBy('first.id', way)
    .limit(most + 1)
    .execute()
  const found = rows.flatMap(({ id, fits }) => (fits ? [id] : [])).slice(0, most)
  if (found.length === most || !rows.some(({ place }) => place === look)) return found

  const all = fitting(query, words)
    .clearSelect()
    .select(['c.id', sql<Date>`${at}`.as('at')])
  const gathered = await ctx.db
    .with(
      (cte) => cte('fitting').materialized(),
      () => all,
    )
    .selectFrom('fitting')
    .select('fitting.id')
    .orderBy('fitting.at', way)
    .orderBy('fitting.id', way)
    .limit(most)
    .execute()
  return gathered.map(({ id }) => id)
}

/** How many have the words, counted up to `cap`. What nearly everything has is found among a few; the rest by the index of words. */
export async function countWithWords<O>(ctx: Ctx, query: CaseQuery<O>, words: Words, cap: number): Promise<Count> {
  const few = query
    .clearSelect()
    .select(sql<string>`${sql.ref(`c.${words.column}`)}`.as('words'))
    .limit(5 * cap)
  const beyond = await ctx.db
    .selectFrom(few.as('few'))
    .select(sql<number>`1`.as('one'))
    .where(sql<boolean>`few.words @@ to_tsquery('german', ${words.query})`)
    .limit(1)
    .offset(cap)
    .executeTakeFirst()
  return beyond ? { count: cap, more: true } : await countUpTo(ctx, fitting(query, words), cap)
}

/** How many rows `query` has, counted up to `cap`: the work is bounded whatever the town's size. */
export async function countUpTo<O>(ctx: Ctx, query: CaseQuery<O>, cap: number): Promise<Count> {
  const row = await ctx.db
    .selectFrom(query.limit(cap + 1).as('counted'))
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return { count: Math.min(row.n, cap), more: row.n > cap }
}
