import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCase } from '#platform/db/schema.generated.ts'
import { once } from '#platform/once.ts'
import type { Stage } from '#platform/process.ts'
import type { Case, Priority } from './case.rules.ts'
import { noteChange } from './change.sql.ts'

export const caseColumns = [
  'c.id',
  'c.kind',
  'c.number',
  'c.type_id',
  'c.title',
  'c.place_label',
  'c.state',
  'c.before_state',
  'c.stage',
  'c.published',
  'c.unit_id',
  'c.assignee_id',
  'c.priority',
  'c.district_id',
  'c.asset_id',
  'c.incident_id',
  'c.lat',
  'c.lon',
  'c.public_text',
  'c.support_count',
  'c.received_at',
  'c.updated_at',
  'c.due_at',
  'c.closed_at',
  'c.version',
  'c.has_photo',
  'c.to_check',
  'c.escalated',
] as const

type Column = (typeof caseColumns)[number] extends `c.${infer Name}` ? Name : never
const ownColumns = caseColumns.map((column) => column.slice(2) as Column)

export type CaseRow = Pick<Selectable<ServicesCase>, Column & keyof ServicesCase>

export const caseOf = (row: CaseRow): Case => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  typeId: row.type_id,
  title: row.title,
  placeLabel: row.place_label,
  state: row.state,
  beforeState: row.before_state ?? undefined,
  stage: row.stage as Stage,
  published: row.published,
  unitId: row.unit_id ?? undefined,
  assigneeId: row.assignee_id ?? undefined,
  priority: row.priority as Priority,
  districtId: row.district_id ?? undefined,
  assetId: row.asset_id ?? undefined,
  incidentId: row.incident_id ?? undefined,
  lat: row.lat ?? undefined,
  lon: row.lon ?? undefined,
  publicText: row.public_text,
  supportCount: row.support_count,
  receivedAt: row.received_at,
  updatedAt: row.updated_at,
  dueAt: row.due_at,
  closedAt: row.closed_at ?? undefined,
  version: row.version,
  hasPhoto: row.has_photo,
  toCheck: row.to_check,
  escalated: row.escalated,
})

const one = (ctx: Ctx) => ctx.db.selectFrom('services.case as c').select(caseColumns).where('c.tenant_id', '=', ctx.town.id)

export const caseById = (ctx: Ctx, id: string): Promise<Case | undefined> =>
  once(ctx, `case ${id}`, async () => {
    const row = await one(ctx).where('c.id', '=', id).executeTakeFirst()
    return row && caseOf(row)
  })

/** In the order of `ids`; those that are not there are left out. */
export async function casesById(ctx: Ctx, ids: readonly string[]): Promise<Case[]> {
  if (ids.length === 0) return []
  const rows = await one(ctx)
    .where('c.id', 'in', [...ids])
    .execute()
  const found = new Map(rows.map((row) => [row.id, caseOf(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** By the number as it is kept (see readNumber). */
export const caseByNumber = (ctx: Ctx, number: string): Promise<Case | undefined> =>
  once(ctx, `case numbered ${number}`, async () => {
    const row = await one(ctx).where('c.number', '=', number).executeTakeFirst()
    const found = row && caseOf(row)
    if (found) void once(ctx, `case ${found.id}`, async () => found)
    return found
  })

/** Several by their numbers, in that order. */
export async function casesNumbered(ctx: Ctx, numbers: readonly string[]): Promise<Case[]> {
  if (numbers.length === 0) return []
  const rows = await one(ctx)
    .where('c.number', 'in', [...numbers])
    .execute()
  const found = new Map(rows.map((row) => [row.number, caseOf(row)]))
  return numbers.flatMap((number) => found.get(number) ?? [])
}

/** Held until the end of the transaction, so that two who work on it come one after the other. */
export async function lockCase(ctx: Ctx, by: { id: string } | { number: string }): Promise<Case | undefined> {
  const query = 'id' in by ? one(ctx).where('c.id', '=', by.id) : one(ctx).where('c.number', '=', by.number)
  const row = await query.forUpdate().executeTakeFirst()
  return row && caseOf(row)
}

/**
 * Held until the end of the transaction, by number, as everybody holds several. What refers to a case does not wait for it, so that
 * who holds one of them and writes about another does not wait crosswise.
 */
export async function lockCases(ctx: Ctx, ids: readonly string[]): Promise<Case[]> {
  if (ids.length === 0) return []
  const rows = await one(ctx)
    .where('c.id', 'in', [...ids])
    .orderBy(sql`c.number COLLATE "C"`)
    .forNoKeyUpdate()
    .execute()
  return rows.map(caseOf)
}

/** The cases that rest at this one, those that came in first first. */
export async function casesAt(ctx: Ctx, incidentId: string, limit: number): Promise<Case[]> {
  const rows = await one(ctx).where('c.incident_id', '=', incidentId).orderBy('c.received_at').orderBy('c.id').limit(limit).execute()
  return rows.map(caseOf)
}

export type NewCase = Omit<
  Case,
  'incidentId' | 'beforeState' | 'assigneeId' | 'updatedAt' | 'closedAt' | 'version' | 'supportCount' | 'escalated'
> & {
  /** What only the staff's search finds, beside title and place. */
  privateText: string
  waitsFor?: string | undefined
}

/** Undefined if the number is taken: then try another one. */
export async function insertCase(ctx: Ctx, it: NewCase): Promise<Case | undefined> {
  const row = await ctx.db
    .insertInto('services.case')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      kind: it.kind,
      number: it.number,
      type_id: it.typeId,
      title: it.title,
      place_label: it.placeLabel,
      state: it.state,
      stage: it.stage,
      published: it.published,
      unit_id: it.unitId ?? null,
      priority: it.priority,
      district_id: it.districtId ?? null,
      asset_id: it.assetId ?? null,
      lat: it.lat ?? null,
      lon: it.lon ?? null,
      public_text: it.publicText,
      desk_search: searchVector(`${it.title} ${it.placeLabel} ${it.privateText}`),
      received_at: it.receivedAt,
      updated_at: it.receivedAt,
      due_at: it.dueAt,
      has_photo: it.hasPhoto,
      to_check: it.toCheck,
      ...(it.waitsFor ? { waits_for: it.waitsFor } : {}),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'number']).doNothing())
    .returning(ownColumns)
    .executeTakeFirst()
  return row && caseOf(row)
}

const searchVector = (text: string) => sql<string>`to_tsvector('german', ${text})`

export type CaseChanges = Partial<{
  state: string
  beforeState: string | null
  stage: Stage
  published: boolean
  unitId: string | null
  assigneeId: string | null
  priority: Priority
  typeId: string
  title: string
  placeLabel: string
  districtId: string | null
  assetId: string | null
  lat: number
  lon: number
  publicText: string
  dueAt: Date
  closedAt: Date | null
  hasPhoto: boolean
  toCheck: boolean
  result: string | null
  /** Whom it waits for at the desk. */
  waitsFor: string | null
  archivedAt: null
  anonymisedAt: null
  deletionToldAt: null
}>

const columnOf: Record<keyof CaseChanges, string> = {
  state: 'state',
  beforeState: 'before_state',
  stage: 'stage',
  published: 'published',
  unitId: 'unit_id',
  assigneeId: 'assignee_id',
  priority: 'priority',
  typeId: 'type_id',
  title: 'title',
  placeLabel: 'place_label',
  districtId: 'district_id',
  assetId: 'asset_id',
  lat: 'lat',
  lon: 'lon',
  publicText: 'public_text',
  dueAt: 'due_at',
  closedAt: 'closed_at',
  hasPhoto: 'has_photo',
  toCheck: 'to_check',
  result: 'result',
  waitsFor: 'waits_for',
  archivedAt: 'archived_at',
  anonymisedAt: 'anonymised_at',
  deletionToldAt: 'deletion_told_at',
}

/** Writes a change and counts the version up. */
export async function changeCase(ctx: Ctx, id: string, changes: CaseChanges): Promise<Case> {
  const values = Object.fromEntries(Object.entries(changes).map(([name, value]) => [columnOf[name as keyof CaseChanges], value]))
  const row = await ctx.db
    .updateTable('services.case as c')
    .set({ ...values, updated_at: ctx.now(), version: sql<number>`version + 1` })
    .where('c.tenant_id', '=', ctx.town.id)
    .where('c.id', '=', id)
    .returning(caseColumns)
    .executeTakeFirstOrThrow()
  return caseOf(row)
}

/** The words by which the staff finds it, after text, type or place were changed. */
export const refreshSearch = (ctx: Ctx, id: string, text: string) =>
  ctx.db
    .updateTable('services.case')
    .set({ desk_search: searchVector(text) })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/**
 * Counts supporters anew: joining and leaving change no version, nobody's form gets old by it. Who reported or supports a case that
 * rests here supports this one; somebody who takes part in several counts once.
 */
export async function countSupport(ctx: Ctx, id: string): Promise<number> {
  const row = await ctx.db
    .updateTable('services.case as c')
    .set({
      support_count: sql<number>`(
        SELECT count(DISTINCT coalesce(p.person_id::text, p.email, p.id::text))::int
        FROM services.case m JOIN services.case_party p ON p.tenant_id = m.tenant_id AND p.case_id = m.id AND p.until IS NULL
        WHERE m.tenant_id = ${ctx.town.id} AND (m.id = ${id} OR m.incident_id = ${id})
          AND (p.role = 'supporter' OR (p.role = 'reporter' AND m.id <> ${id}))
          AND NOT EXISTS (
            SELECT FROM services.case_party own WHERE own.tenant_id = ${ctx.town.id} AND own.case_id = ${id} AND own.role = 'reporter'
              AND own.until IS NULL AND coalesce(own.person_id::text, own.email) = coalesce(p.person_id::text, p.email)))`,
    })
    .where('c.tenant_id', '=', ctx.town.id)
    .where('c.id', '=', id)
    .returning('c.support_count')
    .executeTakeFirstOrThrow()
  return row.support_count
}

export const deleteCase = async (ctx: Ctx, id: string) => {
  await noteChange(ctx, [{ type: 'case', id }])
  await ctx.db.deleteFrom('services.case').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()
}

/** Who changed the case last, for the page that says so. */
export async function lastChange(ctx: Ctx, id: string): Promise<{ who: string | null; at: Date } | undefined> {
  return await ctx.db
    .selectFrom('core.event_subject as s')
    .innerJoin('core.event as e', (join) => join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'))
    .leftJoin('core.person as p', (join) => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.id', '=', 'e.actor_person_id'))
    .select(['p.name as who', 'e.at'])
    .where('s.tenant_id', '=', ctx.town.id)
    .where('s.subject_type', '=', 'case')
    .where('s.subject_id', '=', id)
    .orderBy('s.event_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Cases that nobody has confirmed, sent before `before`. */
export async function draftsBefore(ctx: Ctx, kind: string, before: Date): Promise<Case[]> {
  const rows = await one(ctx)
    .where('c.kind', '=', kind)
    .where('c.stage', '=', sql.lit('draft'))
    .where('c.received_at', '<', before)
    .orderBy('c.received_at')
    .limit(500)
    .forUpdate()
    .execute()
  return rows.map(caseOf)
}
