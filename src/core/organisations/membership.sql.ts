import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Membership } from './membership.rules.ts'
import type { OrganisationKind } from './organisation.rules.ts'
import type { Role } from './roles.rules.ts'

const joined = (ctx: Ctx) =>
  ctx.db
    .selectFrom('core.membership as m')
    .innerJoin('core.organisation as o', (join) => join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'))
    .where('m.tenant_id', '=', ctx.town.id)

const columns = [
  'm.id',
  'm.person_id',
  'm.role',
  'm.since',
  'm.until',
  'o.id as organisation_id',
  'o.name',
  'o.name_en',
  'o.kind',
  'o.closed_at',
] as const

type Row = {
  id: string
  person_id: string
  role: string
  since: Date
  until: Date | null
  organisation_id: string
  name: string
  name_en: string | null
  kind: string
  closed_at: Date | null
}

const membershipOf = (row: Row): Membership => ({
  id: row.id,
  role: row.role as Role,
  since: row.since,
  until: row.until ?? undefined,
  organisation: {
    id: row.organisation_id,
    name: row.name,
    nameEn: row.name_en ?? undefined,
    kind: row.kind as OrganisationKind,
    closed: row.closed_at !== null,
  },
})

/** Memberships of persons, running ones first; ended ones only when asked for. */
export async function membershipsOf(
  ctx: Ctx,
  personIds: readonly string[],
  { ended = false }: { ended?: boolean } = {},
): Promise<Map<string, Membership[]>> {
  if (personIds.length === 0) return new Map()
  let query = joined(ctx)
    .select(columns)
    .where('m.person_id', 'in', [...personIds])
    .orderBy(sql`m.until IS NOT NULL`)
    .orderBy('o.name')
    .orderBy('m.role')
    .limit(2000)
  if (!ended) query = query.where('m.until', 'is', null).where('o.closed_at', 'is', null)
  const result = new Map<string, Membership[]>()
  for (const row of await query.execute()) result.set(row.person_id, [...(result.get(row.person_id) ?? []), membershipOf(row)])
  return result
}

type Held = Membership & { personId: string }

export async function membershipById(ctx: Ctx, id: string): Promise<Held | undefined> {
  const row = await joined(ctx).select(columns).where('m.id', '=', id).executeTakeFirst()
  return row && { ...membershipOf(row), personId: row.person_id }
}

/** Held until the transaction ends. */
export async function lockMembership(ctx: Ctx, id: string): Promise<Held | undefined> {
  const row = await joined(ctx).select(columns).where('m.id', '=', id).forUpdate('m').executeTakeFirst()
  return row && { ...membershipOf(row), personId: row.person_id }
}

/** False when the person has this role there already. */
export async function insertMembership(
  ctx: Ctx,
  membership: { id: string; personId: string; organisationId: string; role: Role },
): Promise<boolean> {
  const row = await ctx.db
    .insertInto('core.membership')
    .values({
      tenant_id: ctx.town.id,
      id: membership.id,
      person_id: membership.personId,
      organisation_id: membership.organisationId,
      role: membership.role,
      since: ctx.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'person_id', 'organisation_id', 'role']).where('until', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const setEnded = (ctx: Ctx, id: string) =>
  ctx.db.updateTable('core.membership').set({ until: ctx.now() }).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

/** Running admin memberships in open units. They are locked: who takes one away waits for who takes away another. */
async function admins(ctx: Ctx): Promise<{ id: string; organisationId: string }[]> {
  const rows = await joined(ctx)
    .select(['m.id', 'm.organisation_id'])
    .where('m.role', '=', 'admin')
    .where('m.until', 'is', null)
    .where('o.closed_at', 'is', null)
    .orderBy('m.id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ id: row.id, organisationId: row.organisation_id }))
}

/** Whether nobody could administer the town once this membership ended. */
export const isLastAdmin = async (ctx: Ctx, membershipId: string): Promise<boolean> => {
  const all = await admins(ctx)
  return all.length > 0 && all.every(({ id }) => id === membershipId)
}

/** The same for a whole unit that is to be closed. */
export const isLastAdminUnit = async (ctx: Ctx, organisationId: string): Promise<boolean> => {
  const all = await admins(ctx)
  return all.length > 0 && all.every((each) => each.organisationId === organisationId)
}

/** How many people hold each role in an open organisation. */
export async function holdersByRole(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await joined(ctx)
    .select(['m.role', sql<number>`count(DISTINCT m.person_id)`.as('n')])
    .where('m.until', 'is', null)
    .where('o.closed_at', 'is', null)
    .groupBy('m.role')
    .execute()
  return new Map(rows.map((row) => [row.role, Number(row.n)]))
}
