import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Organisation, OrganisationChange, OrganisationKind } from './organisation.rules.ts'

const columns = ['id', 'kind', 'parent_id', 'code', 'name', 'name_en', 'email', 'phone', 'address', 'description', 'closed_at'] as const

type Row = {
  id: string
  kind: string
  parent_id: string | null
  code: string
  name: string
  name_en: string | null
  email: string | null
  phone: string | null
  address: string | null
  description: string
  closed_at: Date | null
}

const organisationOf = (row: Row): Organisation => ({
  id: row.id,
  kind: row.kind as OrganisationKind,
  parentId: row.parent_id ?? undefined,
  code: row.code,
  name: row.name,
  nameEn: row.name_en ?? undefined,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  address: row.address ?? undefined,
  description: row.description,
  closedAt: row.closed_at ?? undefined,
})

const own = (ctx: Ctx) => ctx.db.selectFrom('core.organisation').select(columns).where('tenant_id', '=', ctx.town.id)

export async function organisationById(ctx: Ctx, id: string): Promise<Organisation | undefined> {
  const row = await own(ctx).where('id', '=', id).executeTakeFirst()
  return row && organisationOf(row)
}

/** Held until the transaction ends, so that two who change it do it one after the other. */
export async function lockOrganisation(ctx: Ctx, id: string): Promise<Organisation | undefined> {
  const row = await own(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && organisationOf(row)
}

/** By name, at most 1000; with `after` those that follow this one. Closed ones only when asked for. */
export async function organisationsOf(
  ctx: Ctx,
  kinds: readonly OrganisationKind[],
  { closed = false, limit = 1000, after }: { closed?: boolean; limit?: number; after?: { name: string; id: string } | undefined } = {},
): Promise<Organisation[]> {
  let query = own(ctx)
    .where('kind', 'in', [...kinds])
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
  if (!closed) query = query.where('closed_at', 'is', null)
  if (after) query = query.where(sql<boolean>`(name, id) > (${after.name}, ${after.id}::uuid)`)
  return (await query.execute()).map(organisationOf)
}

export async function memberCounts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('core.membership')
    .select((q) => ['organisation_id', sql<number>`count(DISTINCT ${q.ref('person_id')})`.as('n')])
    .where('tenant_id', '=', ctx.town.id)
    .where('organisation_id', 'in', [...ids])
    .where('until', 'is', null)
    .groupBy('organisation_id')
    .execute()
  return new Map(rows.map((row) => [row.organisation_id, Number(row.n)]))
}

/** Codes that begin with `code`: to find one that is free. */
export async function codesLike(ctx: Ctx, code: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('core.organisation')
    .select('code')
    .where('tenant_id', '=', ctx.town.id)
    .where((q) => q.or([q('code', '=', code), q('code', 'like', `${code}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.code))
}

export const insertOrganisation = (ctx: Ctx, o: Omit<Organisation, 'closedAt'>) =>
  ctx.db
    .insertInto('core.organisation')
    .values({
      tenant_id: ctx.town.id,
      id: o.id,
      kind: o.kind,
      parent_id: o.parentId ?? null,
      code: o.code,
      name: o.name,
      name_en: o.nameEn ?? null,
      email: o.email ?? null,
      phone: o.phone ?? null,
      address: o.address ?? null,
      description: o.description,
      created_at: ctx.now(),
    })
    .execute()

export const updateOrganisation = (ctx: Ctx, id: string, { name, nameEn, email, phone, address, description }: OrganisationChange) =>
  ctx.db
    .updateTable('core.organisation')
    .set({ name, name_en: nameEn ?? null, email: email ?? null, phone: phone ?? null, address: address ?? null, description })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

export const setClosed = (ctx: Ctx, id: string, at: Date | null) =>
  ctx.db.updateTable('core.organisation').set({ closed_at: at }).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export async function hasOpenParts(ctx: Ctx, id: string): Promise<boolean> {
  const row = await own(ctx).where('parent_id', '=', id).where('closed_at', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Open organisations by likeness of their name or what they do; score 0…1. Words may be misspelt. */
export async function organisationsLike(ctx: Ctx, words: string, limit: number): Promise<(Organisation & { score: number })[]> {
  const asked = sql`unaccent(lower(${words}))`
  const score = sql<number>`greatest(
    word_similarity(${asked}, unaccent(lower(name))),
    word_similarity(${asked}, unaccent(lower(coalesce(name_en, '')))),
    0.8 * word_similarity(${asked}, unaccent(lower(description))))`
  const rows = await own(ctx)
    .select(score.as('score'))
    .where('closed_at', 'is', null)
    .orderBy('score', 'desc')
    .orderBy('name')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...organisationOf(row), score: Number(row.score) }))
}
