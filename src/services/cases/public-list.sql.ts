import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'
import type { Case, PartyRole } from './case.rules.ts'
import { caseColumns, caseOf } from './case.sql.ts'
import type { Count, PageAsked, PageOf, PublicCase, PublicFilter } from './list.rules.ts'
import { filtered, readPage, withIds } from './list.sql.ts'
import { readNumber } from './number.rules.ts'
import { limitOf, pageOf, readCursor } from './page.rules.ts'
import { countUpTo, countWithWords, idsWithWords, wordsIn } from './words.sql.ts'

/** What of a case everybody may know. */
export const publicOf = (it: Case): PublicCase => ({
  id: it.id,
  number: it.number,
  typeId: it.typeId,
  title: it.title,
  placeLabel: it.placeLabel,
  stage: it.stage,
  districtId: it.districtId,
  assetId: it.assetId,
  lat: it.lat,
  lon: it.lon,
  publicText: it.publicText,
  supportCount: it.supportCount,
  receivedAt: it.receivedAt,
  updatedAt: it.updatedAt,
  dueAt: it.dueAt,
  closedAt: it.closedAt,
})

// `true` stands in the statement: the plan that a connection keeps can use the indexes of published ones only if it sees their condition.
const published = (ctx: Ctx) =>
  ctx.db.selectFrom('services.case as c').where('c.tenant_id', '=', ctx.town.id).where('c.published', '=', sql.lit(true))

/** Published cases, as everybody may see them. */
export async function publicCases(ctx: Ctx, filter: PublicFilter, page: PageAsked = {}): Promise<PageOf<PublicCase>> {
  return await readPage(ctx, asked(ctx, filter).select(caseColumns), wordsIn(filter.text), page, (row) => publicOf(caseOf(row)))
}

/** A damage stands in a list once: what rests at another case is found by its number alone, and so is what was archived. */
const asked = (ctx: Ctx, filter: PublicFilter) => {
  const all = filtered(published(ctx), { ...filter, town: ctx.town.bounds })
  return readNumber(filter.text ?? '') ? all : all.where('c.incident_id', 'is', null).where('c.archived_at', 'is', null)
}

export type CasePoint = Pick<PublicCase, 'number' | 'typeId' | 'title' | 'stage' | 'receivedAt'> & { lat: number; lon: number }

/** As `publicCases`, for a map: the newest `limit` in one go, with nothing but what the map shows. */
export async function newestPoints(ctx: Ctx, filter: PublicFilter, limit: number): Promise<CasePoint[]> {
  // Which ones they are stands in an index; only then are they read.
  const placed = asked(ctx, filter).select('c.id').where('c.lat', 'is not', null)
  const words = wordsIn(filter.text)
  const chosen = words
    ? withIds(placed, await idsWithWords(ctx, placed, words, { column: 'received_at', way: 'desc', most: limit }))
    : placed
  const newest = chosen.orderBy('c.received_at', 'desc').orderBy('c.id', 'desc').limit(limit)
  const rows = await ctx.db
    .with(
      (cte) => cte('newest').materialized(),
      () => newest,
    )
    .selectFrom('newest')
    .innerJoin('services.case as c', 'c.id', 'newest.id')
    .select(['c.number', 'c.type_id', 'c.title', 'c.stage', 'c.received_at', 'c.lat', 'c.lon'])
    .where('c.tenant_id', '=', ctx.town.id)
    .orderBy('c.received_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map(({ type_id, received_at, stage, lat, lon, ...row }) => ({
    ...row,
    typeId: type_id,
    stage: stage as Stage,
    receivedAt: received_at,
    lat: lat!,
    lon: lon!,
  }))
}

const MOST_COUNTED = 1_000

/** How many there are, counted up to 1,000: nobody pages through more. */
export async function publicCount(ctx: Ctx, filter: PublicFilter): Promise<Count> {
  const query = asked(ctx, filter).select('c.id')
  const words = wordsIn(filter.text)
  return await (words ? countWithWords(ctx, query, words, MOST_COUNTED) : countUpTo(ctx, query, MOST_COUNTED))
}

/** Of all stages, or of one. */
export type PageOfPerson = PageAsked & { stage?: Stage }

/** What a person has started, joined or follows, newest first; published or not. */
export async function casesOfPerson(
  ctx: Ctx,
  personId: string,
  kind: string,
  roles: readonly PartyRole[],
  { after, before, limit: asked, stage }: PageOfPerson = {},
): Promise<PageOf<PublicCase & { role: PartyRole }>> {
  const backwards = readCursor(before) !== undefined
  const cursor = readCursor(backwards ? before : after)
  const limit = limitOf(asked)
  const way = backwards ? 'asc' : 'desc'
  let query = ctx.db
    .selectFrom('services.case_party as p')
    .innerJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.case_id'))
    .leftJoin('services.case as h', (join) => join.onRef('h.tenant_id', '=', 'c.tenant_id').onRef('h.id', '=', 'c.incident_id'))
    .select([...caseColumns, 'p.role', 'p.since', 'p.id as party_id', 'h.stage as head_stage', 'h.closed_at as head_closed_at'])
    .where('p.tenant_id', '=', ctx.town.id)
    .where('p.person_id', '=', personId)
    .where('p.until', 'is', null)
    .where('p.role', 'in', [...roles])
    .where('c.kind', '=', kind)
    .orderBy('p.since', way)
    .orderBy('p.id', way)
    .limit(limit + 1)
  if (stage) query = query.where('c.stage', '=', stage)
  if (cursor)
    query = query.where(sql<boolean>`(p.since, p.id) ${sql.raw(way === 'asc' ? '>' : '<')} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`)
  return pageOf(
    await query.execute(),
    { limit, backwards, began: cursor !== undefined },
    (row) => ({ at: row.since, id: row.party_id }),
    (row) => ({ ...publicOf(caseOf(row)), ...standing(row), role: row.role as PartyRole }),
  )
}

/** Where a case stands that rests at another one. The table's check allows no other words. */
const standing = (row: { head_stage: string | null; head_closed_at: Date | null }): Partial<Pick<PublicCase, 'stage' | 'closedAt'>> =>
  row.head_stage ? { stage: row.head_stage as Stage, closedAt: row.head_closed_at ?? undefined } : {}
