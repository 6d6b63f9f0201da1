import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Role } from './roles.rules.ts'

export type Person = {
  id: string
  name: string
  email: string | undefined
  phone: string | undefined
  /** Whether she can sign in. */
  account: boolean
  createdAt: Date
  anonymised: boolean
}

const columns = ['p.id', 'p.name', 'p.email', 'p.phone', 'p.account_id', 'p.created_at', 'p.anonymised_at'] as const

type Row = {
  id: string
  name: string
  email: string | null
  phone: string | null
  account_id: string | null
  created_at: Date
  anonymised_at: Date | null
}

const personOf = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  account: row.account_id !== null,
  createdAt: row.created_at,
  anonymised: row.anonymised_at !== null,
})

const own = (ctx: Ctx) => ctx.db.selectFrom('core.person as p').select(columns).where('p.tenant_id', '=', ctx.town.id)

export async function personById(ctx: Ctx, id: string): Promise<Person | undefined> {
  const row = await own(ctx).where('p.id', '=', id).executeTakeFirst()
  return row && personOf(row)
}

/** Names by id; ids that nobody has are missing. */
export async function personNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await own(ctx)
    .where('p.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export type PeopleAsked = {
  role?: Role | undefined
  roles?: readonly Role[]
  organisationId?: string | undefined
  after?: { name: string; id: string } | undefined
}

/** People with a running membership, by name. */
export async function members(ctx: Ctx, { role, roles, organisationId, after }: PeopleAsked, limit: number): Promise<Person[]> {
  let query = own(ctx)
    .where((q) => {
      let memberships = q
        .selectFrom('core.membership as m')
        .innerJoin('core.organisation as o', (join) =>
          join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organisation_id'),
        )
        .select('m.id')
        .where('m.tenant_id', '=', ctx.town.id)
        .whereRef('m.person_id', '=', 'p.id')
        .where('m.until', 'is', null)
        .where('o.closed_at', 'is', null)
      if (roles) memberships = memberships.where('m.role', 'in', [...roles])
      if (role) memberships = memberships.where('m.role', '=', role)
      if (organisationId) memberships = memberships.where('m.organisation_id', '=', organisationId)
      return q.exists(memberships)
    })
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(limit)
  if (after) query = query.where(sql<boolean>`(p.name, p.id) > (${after.name}, ${after.id}::uuid)`)
  return (await query.execute()).map(personOf)
}

/** By the whole address, or by the likeness of names. */
export async function peopleLike(ctx: Ctx, words: string, limit: number): Promise<Person[]> {
  const asked = words.toLowerCase()
  const living = own(ctx).where('p.anonymised_at', 'is', null)
  if (asked.includes('@')) {
    const rows = await living.where(sql<string>`lower(p.email)`, '=', asked).limit(limit).execute()
    return rows.map(personOf)
  }
  const distance = sql<number>`lower(p.name) <->> ${asked}`
  const rows = await living.select(distance.as('distance')).orderBy(distance).limit(limit).execute()
  return rows.filter((row) => Number(row.distance) < 0.65).map(personOf)
}
