import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesRootCause } from '#platform/db/schema.generated.ts'
import type { RootCause, RootCauseState } from './root-cause.rules.ts'

const causeOf = (row: Selectable<ServicesRootCause>): RootCause => ({
  id: row.id,
  number: row.number,
  assetId: row.asset_id,
  unitId: row.unit_id ?? undefined,
  // The check of the table allows no other words.
  state: row.state as RootCauseState,
  repairs: row.repairs,
  lastCaseId: row.last_case_id ?? undefined,
  question: row.question,
  findings: row.findings,
  measure: row.measure,
  dueOn: row.due_on ?? undefined,
  taskId: row.task_id ?? undefined,
  reason: row.reason ?? undefined,
  proposedAt: row.proposed_at,
  endedAt: row.ended_at ?? undefined,
  changedAt: row.changed_at,
  version: row.version,
})

const own = (ctx: Ctx) => ctx.db.selectFrom('services.root_cause').selectAll().where('tenant_id', '=', ctx.town.id)

export async function rootCauseBy(ctx: Ctx, number: string): Promise<RootCause | undefined> {
  const row = await own(ctx).where('number', '=', number).executeTakeFirst()
  return row && causeOf(row)
}

export async function lockRootCause(ctx: Ctx, number: string): Promise<RootCause | undefined> {
  const row = await own(ctx).where('number', '=', number).forUpdate().executeTakeFirst()
  return row && causeOf(row)
}

/** All of one thing, newest first. */
export async function rootCausesAt(ctx: Ctx, assetId: string): Promise<RootCause[]> {
  const rows = await own(ctx).where('asset_id', '=', assetId).orderBy('proposed_at', 'desc').limit(50).execute()
  return rows.map(causeOf)
}

export type Repair = { caseId: string; number: string; title: string; unitId: string | undefined; at: Date }

/** Reports about a thing that were done, newest first. */
export async function repairsAt(ctx: Ctx, assetId: string): Promise<Repair[]> {
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['id', 'number', 'title', 'unit_id', 'closed_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('asset_id', '=', assetId)
    .where('kind', '=', 'report')
    .where('stage', '=', 'done')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows
    .flatMap(({ id, number, title, unit_id, closed_at }) =>
      closed_at ? [{ caseId: id, number, title, unitId: unit_id ?? undefined, at: closed_at }] : [],
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

export type NewRootCause = Pick<RootCause, 'id' | 'number' | 'assetId' | 'unitId' | 'repairs'> & { lastCaseId: string }

/** False if the thing has one already, or this repair proposed one before. */
export async function insertRootCause(ctx: Ctx, it: NewRootCause, caseIds: readonly string[]): Promise<boolean> {
  const made = await ctx.db
    .insertInto('services.root_cause')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      number: it.number,
      asset_id: it.assetId,
      unit_id: it.unitId ?? null,
      state: 'proposed',
      repairs: it.repairs,
      last_case_id: it.lastCaseId,
      proposed_at: ctx.now(),
      changed_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await ctx.db
    .insertInto('services.root_cause_report')
    .values(caseIds.map((case_id) => ({ tenant_id: ctx.town.id, root_cause_id: it.id, case_id })))
    .execute()
  return true
}

export type RootCauseChanges = Partial<{
  state: RootCauseState
  question: string
  findings: string
  measure: string
  due_on: string
  task_id: string
  reason: string
  ended_at: Date
}>

export const changeRootCause = (ctx: Ctx, id: string, changes: RootCauseChanges) =>
  ctx.db
    .updateTable('services.root_cause')
    .set({ ...changes, changed_at: ctx.now(), changed_by: ctx.actor.personId ?? null, version: sql`version + 1` })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** The reports that led to it, newest first. */
export const linkedReports = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('services.root_cause_report as l')
    .innerJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'l.tenant_id').onRef('c.id', '=', 'l.case_id'))
    .select(['c.number', 'c.title', 'c.closed_at as closedAt'])
    .where('l.tenant_id', '=', ctx.town.id)
    .where('l.root_cause_id', '=', id)
    .orderBy('c.closed_at', 'desc')
    .limit(200)
    .execute()

export type Cursor = { at: string; id: string }
export type ListedCause = RootCause & { assetNumber: string; assetName: string | undefined; assetKind: string; street: string | undefined }

/** Newest first, behind the cursor. */
export async function rootCauseList(
  ctx: Ctx,
  states: readonly RootCauseState[],
  after: Cursor | undefined,
  limit: number,
): Promise<ListedCause[]> {
  const behind = after ? sql`AND (r.proposed_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } = await sql<
    Selectable<ServicesRootCause> & { asset_number: string; asset_name: string | null; asset_kind: string; street: string | null }
  >`
    SELECT r.*, a.number AS asset_number, a.name AS asset_name, a.kind AS asset_kind, a.street
    FROM services.root_cause r JOIN core.asset a ON a.tenant_id = r.tenant_id AND a.id = r.asset_id
    WHERE r.tenant_id = ${ctx.town.id} AND r.state = ANY(${[...states]}::text[]) ${behind}
    ORDER BY r.proposed_at DESC, r.id DESC LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({
    ...causeOf(row),
    assetNumber: row.asset_number,
    assetName: row.asset_name ?? undefined,
    assetKind: row.asset_kind,
    street: row.street ?? undefined,
  }))
}

/** Proposals that wait, of these units or of all, counted up to `most`. */
export async function countProposed(ctx: Ctx, unitIds: readonly string[] | undefined, most: number): Promise<number> {
  const ofUnits = unitIds ? sql`AND unit_id = ANY(${[...unitIds]}::uuid[])` : sql``
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM services.root_cause
      WHERE tenant_id = ${ctx.town.id} AND state = 'proposed' ${ofUnits} LIMIT ${most}) c`.execute(ctx.db)
  return rows[0]?.n ?? 0
}
