import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { caseColumns } from '../../cases/case.sql.ts'
import { filtered, withIds } from '../../cases/list.sql.ts'
import { readCursor } from '../../cases/page.rules.ts'
import { idsWithWords, wordsIn } from '../../cases/words.sql.ts'
import type { ExchangeFilter, ExchangePage } from './exchange.rules.ts'

const cases = (ctx: Ctx) => ctx.db.selectFrom('services.case as c').where('c.tenant_id', '=', ctx.town.id)

/** The report that goes on, where one rests at another. */
const headColumns = [
  'h.id as head_id',
  'h.state as head_state',
  'h.stage as head_stage',
  'h.unit_id as head_unit_id',
  'h.updated_at as head_updated_at',
  'h.closed_at as head_closed_at',
] as const

const METRES_A_DEGREE = 111_195

/** Public reports, newest first, read by the index of published ones from the window's end on. Members of a damage are reports of their own. */
export async function exchangeRows(ctx: Ctx, filter: ExchangeFilter, { limit, skip = 0, after }: ExchangePage) {
  const { from, until, typeIds, bounds, text, near } = filter
  // `true` in the statement, so that a kept plan may use the indexes of published ones.
  let query = filtered(cases(ctx).where('c.published', '=', sql.lit(true)).where('c.archived_at', 'is', null), {
    kind: 'report',
    typeIds,
    from,
    bounds,
    text,
    town: ctx.town.bounds,
  })
    .leftJoin('services.case as h', (join) => join.onRef('h.tenant_id', '=', 'c.tenant_id').onRef('h.id', '=', 'c.incident_id'))
    .select([...caseColumns, ...headColumns])
  if (until) query = query.where('c.received_at', '<=', until)
  if (filter.closed !== undefined)
    query = query.where(
      sql<boolean>`(CASE WHEN h.id IS NULL THEN c.closed_at ELSE h.closed_at END) IS ${sql.raw(filter.closed ? 'NOT NULL' : 'NULL')}`,
    )
  if (filter.changedAfter) query = query.where(sql<boolean>`greatest(c.updated_at, h.updated_at) > ${filter.changedAfter}`)
  if (filter.withPhoto) query = query.where('c.has_photo', '=', sql.lit(true))
  if (near) {
    const east = METRES_A_DEGREE * Math.cos((near.lat * Math.PI) / 180)
    query = query.where(
      sql<boolean>`((c.lat - ${near.lat}::float8) * ${METRES_A_DEGREE}) ^ 2 + ((c.lon - ${near.lon}::float8) * ${east}::float8) ^ 2 <= ${near.metres}::float8 ^ 2`,
    )
  }
  const cursor = readCursor(after)
  if (cursor) query = query.where(sql<boolean>`(c.received_at, c.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`)
  const words = wordsIn(text)
  if (words) query = withIds(query, await idsWithWords(ctx, query, words, { column: 'received_at', way: 'desc', most: skip + limit }))
  return await query.orderBy('c.received_at', 'desc').orderBy('c.id', 'desc').limit(limit).offset(skip).execute()
}

/** Public ones with these numbers, as they are kept, archived ones too; and those that this program sent itself, public or not. */
export async function exchangeRowsNumbered(ctx: Ctx, numbers: readonly string[]) {
  if (numbers.length === 0) return []
  const { apiKeyId } = ctx.actor
  return await cases(ctx)
    .leftJoin('services.case as h', (join) => join.onRef('h.tenant_id', '=', 'c.tenant_id').onRef('h.id', '=', 'c.incident_id'))
    .select([...caseColumns, ...headColumns])
    .where('c.number', 'in', [...numbers])
    .where('c.kind', '=', 'report')
    .where((either) => (apiKeyId ? either.or([either('c.published', '=', true), sentBy(ctx, apiKeyId)]) : either('c.published', '=', true)))
    .orderBy('c.received_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
}

const sentBy = (ctx: Ctx, apiKeyId: string) =>
  sql<boolean>`(c.stage <> 'draft' AND EXISTS (
    SELECT 1 FROM services.report r WHERE r.tenant_id = ${ctx.town.id} AND r.case_id = c.id AND r.api_key_id = ${apiKeyId}))`

export type ExchangeRow = Awaited<ReturnType<typeof exchangeRows>>[number]

/** The newest word to everybody, by case. */
export async function lastWords(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, { text: string; at: Date }>> {
  if (caseIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('services.case_message')
    .distinctOn('case_id')
    .select(['case_id', 'text', 'at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('kind', '=', 'public')
    .where('audience', '=', 'public')
    .orderBy('case_id')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ case_id, text, at }) => [case_id, { text, at }]))
}

/** The day that is promised now, by case; those that are kept, broken or void have none. */
export async function promisedDays(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('services.promise')
    .select(['case_id', 'due_on', 'renewed_on', 'outcome'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .execute()
  return new Map(
    rows.flatMap(({ case_id, due_on, renewed_on, outcome }) => {
      const day = outcome === null ? due_on : renewed_on
      return day ? [[case_id, day] as const] : []
    }),
  )
}

/** Pictures that everybody may see, in the order of pages. */
export async function publicPhotoIds(ctx: Ctx, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return await ctx.db
    .selectFrom('services.case_file')
    .select(['case_id', 'file_id', 'role'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .where('role', '!=', 'document')
    .where('audience', '=', 'public')
    .orderBy('at')
    .orderBy('position')
    .limit(20 * caseIds.length)
    .execute()
}
