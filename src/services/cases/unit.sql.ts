import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { once } from '#platform/once.ts'

/**
 * Units whose cases the actor may work on: her own, the teams below them and the departments above; not the town hall as a whole
 * for everybody who belongs to one of its departments.
 */
export async function workingUnits(ctx: Ctx): Promise<readonly string[]> {
  const { unitIds } = ctx.actor
  return unitIds.length === 0 ? [] : await once(ctx, `working units ${unitIds}`, () => unitsAround(ctx))
}

async function unitsAround(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE below AS (
      SELECT o.id FROM core.organisation o WHERE o.tenant_id = ${ctx.town.id} AND o.id = ANY(${[...ctx.actor.unitIds]}::uuid[])
      UNION SELECT o.id FROM core.organisation o JOIN below b ON o.parent_id = b.id
        WHERE o.tenant_id = ${ctx.town.id} AND o.kind IN ('department', 'team')
    ), above AS (
      SELECT o.id, o.parent_id, o.kind FROM core.organisation o WHERE o.tenant_id = ${ctx.town.id} AND o.id = ANY(${[...ctx.actor.unitIds]}::uuid[])
      UNION SELECT o.id, o.parent_id, o.kind FROM core.organisation o JOIN above a ON o.id = a.parent_id
        WHERE o.tenant_id = ${ctx.town.id} AND o.kind IN ('department', 'team')
    )
    SELECT id FROM below UNION SELECT id FROM above`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

export type Unit = { id: string; name: string; kind: string; parentId: string | undefined }

/** Departments and teams that can be given work. */
export async function unitBy(ctx: Ctx, id: string): Promise<Unit | undefined> {
  const row = await ctx.db
    .selectFrom('core.organisation')
    .select(['id', 'name', 'kind', 'parent_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .where('kind', 'in', ['authority', 'department', 'team'])
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, kind: row.kind, parentId: row.parent_id ?? undefined }
}

/** Names of units and persons by id, for pages. */
export async function namesOf(ctx: Ctx, table: 'core.organisation' | 'core.person', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Somebody who holds a role in town. */
export type Holder = { id: string; name: string }

/** Members of a unit, of the teams in it and of the department above who may do its work. */
export const membersOf = (ctx: Ctx, unitId: string, roles: readonly string[]): Promise<readonly Holder[]> =>
  once(ctx, `members ${unitId} ${roles}`, () => readMembers(ctx, unitId, roles))

async function readMembers(ctx: Ctx, unitId: string, roles: readonly string[]): Promise<Holder[]> {
  return await ctx.db
    .selectFrom('core.membership as m')
    .innerJoin('core.person as p', (join) => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'))
    .innerJoin('core.organisation as o', (join) => join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'))
    .select(['p.id', 'p.name'])
    .distinct()
    .where('m.tenant_id', '=', ctx.town.id)
    .where('m.until', 'is', null)
    .where('m.role', 'in', [...roles])
    .where((either) =>
      either.or([
        either('o.id', '=', unitId),
        either('o.parent_id', '=', unitId),
        either(
          'o.id',
          '=',
          either
            .selectFrom('core.organisation as u')
            .select('u.parent_id')
            .where('u.tenant_id', '=', ctx.town.id)
            .where('u.id', '=', unitId)
            .where('u.kind', '=', 'team'),
        ),
      ]),
    )
    .orderBy('p.name')
    .limit(200)
    .execute()
}

/** Everybody who works on cases in one of these units. */
export async function workersOf(ctx: Ctx, unitIds: readonly string[]): Promise<Holder[]> {
  if (unitIds.length === 0) return []
  return await ctx.db
    .selectFrom('core.membership as m')
    .innerJoin('core.person as p', (join) => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'))
    .select(['p.id', 'p.name'])
    .distinct()
    .where('m.tenant_id', '=', ctx.town.id)
    .where('m.until', 'is', null)
    .where('m.role', 'in', ['clerk', 'lead', 'dispatcher'])
    .where('m.organisation_id', 'in', [...unitIds])
    .orderBy('p.name')
    .limit(500)
    .execute()
}

/** Leads of the offices above a unit, the nearest that has one. */
export async function headsOf(ctx: Ctx, unitId: string): Promise<Holder[]> {
  const { rows } = await sql<Holder & { far: number }>`
    WITH RECURSIVE above AS (
      SELECT o.parent_id AS id, 1 AS far FROM core.organisation o WHERE o.tenant_id = ${ctx.town.id} AND o.id = ${unitId}
      UNION ALL SELECT o.parent_id, a.far + 1 FROM core.organisation o JOIN above a ON o.id = a.id WHERE o.tenant_id = ${ctx.town.id} AND a.far < 10
    )
    SELECT DISTINCT p.id, p.name, a.far FROM above a
    JOIN core.membership m ON m.tenant_id = ${ctx.town.id} AND m.organisation_id = a.id AND m.until IS NULL AND m.role = 'lead'
    JOIN core.person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    ORDER BY a.far, p.name LIMIT 50`.execute(ctx.db)
  return rows.filter(({ far }) => far === rows[0]?.far).map(({ id, name }) => ({ id, name }))
}

/** Everybody in town who has one of these roles. */
export async function holdersOf(ctx: Ctx, roles: readonly string[]): Promise<Holder[]> {
  return await ctx.db
    .selectFrom('core.membership as m')
    .innerJoin('core.person as p', (join) => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'))
    .select(['p.id', 'p.name'])
    .distinct()
    .where('m.tenant_id', '=', ctx.town.id)
    .where('m.until', 'is', null)
    .where('m.role', 'in', [...roles])
    .orderBy('p.name')
    .limit(500)
    .execute()
}
