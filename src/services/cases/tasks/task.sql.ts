import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCaseTask } from '#platform/db/schema.generated.ts'
import type { CaseTask, TaskCursor } from './task.rules.ts'

type Row = Selectable<ServicesCaseTask>

const taskOf = (row: Row): CaseTask => ({
  id: row.id,
  caseId: row.case_id,
  title: row.title,
  note: row.note,
  dueOn: row.due_on,
  unitId: row.unit_id ?? undefined,
  personId: row.person_id ?? undefined,
  madeBy: row.made_by ?? undefined,
  changedBy: row.changed_by ?? undefined,
  changedAt: row.changed_at,
  doneBy: row.done_by ?? undefined,
  doneAt: row.done_at ?? undefined,
  version: row.version,
})

const own = (ctx: Ctx) => ctx.db.selectFrom('services.case_task').selectAll().where('tenant_id', '=', ctx.town.id)

export async function taskBy(ctx: Ctx, id: string): Promise<CaseTask | undefined> {
  const row = await own(ctx).where('id', '=', id).executeTakeFirst()
  return row && taskOf(row)
}

/** Of one case: open ones by their day, then what was done last. */
export async function tasksOfCase(ctx: Ctx, caseId: string): Promise<CaseTask[]> {
  const rows = await own(ctx)
    .where('case_id', '=', caseId)
    .orderBy(sql`done_at IS NOT NULL`)
    .orderBy(sql`CASE WHEN done_at IS NULL THEN due_on END`)
    .orderBy('done_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(taskOf)
}

export async function countOpenTasks(ctx: Ctx, caseId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.case_task')
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** What is open at a unit or in somebody's hands goes on with the case to another unit: the one before has no part in it any more. */
export const moveOpenTasks = (ctx: Ctx, caseId: string, units: { from: string | undefined; to: string }) =>
  ctx.db
    .updateTable('services.case_task')
    .set({ unit_id: units.to, person_id: null, reminded_at: null, changed_at: ctx.now(), version: sql`version + 1` })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .where((where) => where.or([where('unit_id', 'is', null), where('unit_id', '=', units.from ?? null)]))
    .execute()

export type NewTask = Pick<CaseTask, 'id' | 'caseId' | 'title' | 'note' | 'dueOn' | 'unitId' | 'personId'> & { entry?: string | undefined }

export const insertTask = (ctx: Ctx, it: NewTask) =>
  ctx.db
    .insertInto('services.case_task')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      case_id: it.caseId,
      entry: it.entry ?? null,
      title: it.title,
      note: it.note,
      due_on: it.dueOn,
      unit_id: it.unitId ?? null,
      person_id: it.personId ?? null,
      made_by: it.entry ? null : (ctx.actor.personId ?? null),
      made_at: ctx.now(),
      changed_by: it.entry ? null : (ctx.actor.personId ?? null),
      changed_at: ctx.now(),
    })
    .onConflict((open) =>
      open.columns(['tenant_id', 'case_id', 'entry']).where('entry', 'is not', null).where('done_at', 'is', null).doNothing(),
    )
    .execute()

export type TaskChanges = Partial<{
  title: string
  note: string
  due_on: string
  unit_id: string | null
  person_id: string | null
  done_by: string | null
  done_at: Date | null
  reminded_at: Date | null
}>

export const changeTask = (ctx: Ctx, id: string, changes: TaskChanges) =>
  ctx.db
    .updateTable('services.case_task')
    .set({ ...changes, changed_by: ctx.actor.personId ?? null, changed_at: ctx.now(), version: sql`version + 1` })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** Closes what the entry into a state made and nobody ticked off: `state.` and any key. */
export const endEntryTasks = (ctx: Ctx, caseId: string, state: string) =>
  ctx.db
    .updateTable('services.case_task')
    .set({ done_at: ctx.now(), changed_by: null, changed_at: ctx.now(), version: sql`version + 1` })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .where(sql<boolean>`starts_with(entry, ${`${state}.`})`)
    .execute()

/** Open tasks that are due by `today` and of which nobody was told; held, so that two jobs tell of each once. */
export async function tasksToRemind(ctx: Ctx, today: string, limit: number): Promise<CaseTask[]> {
  const { rows } = await sql<Row>`
    UPDATE services.case_task SET reminded_at = ${ctx.now()}
    WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT id FROM services.case_task WHERE tenant_id = ${ctx.town.id} AND done_at IS NULL AND reminded_at IS NULL
        AND due_on <= ${today}::date ORDER BY due_on, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(ctx.db)
  return rows.map(taskOf)
}

/** Whose tasks: of a person, of units, or both. */
export type TasksOf = { personId?: string | undefined; unitIds?: readonly string[] | undefined }
export type ListedTask = CaseTask & { number: string; caseTitle: string; placeLabel: string }

/** Open tasks by their day, each side read from its own index. */
export async function openTasks(
  ctx: Ctx,
  of: TasksOf,
  { after, limit }: { after?: TaskCursor | undefined; limit: number },
): Promise<ListedTask[]> {
  const sides = sidesOf(of)
  if (sides.length === 0) return []
  const behind = after ? sql`AND (t.due_on, t.id) > (${after.dueOn}::date, ${after.id}::uuid)` : sql``
  const side = (where: (typeof sides)[number]) =>
    sql`(SELECT t.* FROM services.case_task t WHERE t.tenant_id = ${ctx.town.id} AND ${where} AND t.done_at IS NULL ${behind}
      ORDER BY t.due_on, t.id LIMIT ${limit})`
  const { rows } = await sql<Row & { number: string; case_title: string; place_label: string }>`
    SELECT t.*, c.number, c.title AS case_title, c.place_label
    FROM (${sql.join(sides.map(side), sql` UNION ALL `)}) t
    JOIN services.case c ON c.tenant_id = ${ctx.town.id} AND c.id = t.case_id
    ORDER BY t.due_on, t.id LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...taskOf(row), number: row.number, caseTitle: row.case_title, placeLabel: row.place_label }))
}

/** How many are due by `today`, counted up to `most`. */
export async function countDue(ctx: Ctx, of: TasksOf, today: string, most: number): Promise<number> {
  const sides = sidesOf(of)
  if (sides.length === 0) return 0
  const side = (where: (typeof sides)[number]) =>
    sql`(SELECT 1 FROM services.case_task t WHERE t.tenant_id = ${ctx.town.id} AND ${where} AND t.done_at IS NULL
      AND t.due_on <= ${today}::date LIMIT ${most})`
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM (${sql.join(sides.map(side), sql` UNION ALL `)}) a LIMIT ${most}) b`.execute(ctx.db)
  return rows[0]?.n ?? 0
}

const sidesOf = ({ personId, unitIds = [] }: TasksOf) => [
  ...(personId ? [sql`t.person_id = ${personId}::uuid`] : []),
  ...(unitIds.length > 0 ? [sql`t.unit_id = ANY(${[...unitIds]}::uuid[])`] : []),
]

/** Whether this person holds one of the roles in town now. */
export async function worksHere(ctx: Ctx, personId: string, roles: readonly string[]): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('core.membership')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .where('role', 'in', [...roles])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
