import { type Selectable, sql } from 'kysely'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCover } from '#platform/db/schema.generated.ts'
import type { Cover } from './cover.rules.ts'

const coverOf = (row: Selectable<ServicesCover>): Cover => ({
  id: row.id,
  personId: row.person_id,
  deputyId: row.deputy_id,
  fromOn: row.from_on,
  untilOn: row.until_on,
  endedAt: row.ended_at ?? undefined,
})

export const todayIn = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)

const standing = (ctx: Ctx) =>
  ctx.db.selectFrom('services.cover').selectAll().where('tenant_id', '=', ctx.town.id).where('ended_at', 'is', null)

const running = (ctx: Ctx) => standing(ctx).where('from_on', '<=', todayIn(ctx)).where('until_on', '>=', todayIn(ctx))

/** Who is away today, of these. */
export async function coversToday(ctx: Ctx, by: { personIds: readonly string[] } | { deputyIds: readonly string[] }): Promise<Cover[]> {
  const ids = 'personIds' in by ? by.personIds : by.deputyIds
  if (ids.length === 0) return []
  const rows = await running(ctx)
    .where('personIds' in by ? 'person_id' : 'deputy_id', 'in', [...ids])
    .limit(500)
    .execute()
  return rows.map(coverOf)
}

/** Those that are not over, of these persons or by these, the first to come first. */
export async function coversComing(ctx: Ctx, by: { personIds: readonly string[] } | { deputyId: string }, limit = 200): Promise<Cover[]> {
  if ('personIds' in by && by.personIds.length === 0) return []
  const query = standing(ctx).where('until_on', '>=', todayIn(ctx))
  const rows = await ('personIds' in by ? query.where('person_id', 'in', [...by.personIds]) : query.where('deputy_id', '=', by.deputyId))
    .orderBy('from_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(coverOf)
}

/** Of two who enter at once for the same person the second waits for the first. */
export async function overlapping(ctx: Ctx, personId: string, fromOn: string, untilOn: string): Promise<Cover | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`cover ${ctx.town.id} ${personId}`}, 0))`.execute(ctx.db)
  const row = await standing(ctx)
    .where('person_id', '=', personId)
    .where('from_on', '<=', untilOn)
    .where('until_on', '>=', fromOn)
    .limit(1)
    .executeTakeFirst()
  return row && coverOf(row)
}

export const insertCover = (ctx: Ctx, it: Omit<Cover, 'endedAt'>) =>
  ctx.db
    .insertInto('services.cover')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      person_id: it.personId,
      deputy_id: it.deputyId,
      from_on: it.fromOn,
      until_on: it.untilOn,
      entered_by: ctx.actor.personId ?? null,
      entered_at: ctx.now(),
    })
    .execute()

export async function coverById(ctx: Ctx, id: string): Promise<Cover | undefined> {
  const row = await standing(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && coverOf(row)
}

export const endCoverNow = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('services.cover')
    .set({ ended_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()

/** Departments and teams that somebody works in. */
export async function unitsOf(ctx: Ctx, personId: string, roles: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('core.membership as m')
    .innerJoin('core.organisation as o', (join) => join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'))
    .select('o.id')
    .where('m.tenant_id', '=', ctx.town.id)
    .where('m.person_id', '=', personId)
    .where('m.until', 'is', null)
    .where('m.role', 'in', [...roles])
    .where('o.kind', 'in', ['authority', 'department', 'team'])
    .where('o.closed_at', 'is', null)
    .limit(50)
    .execute()
  return rows.map(({ id }) => id)
}
