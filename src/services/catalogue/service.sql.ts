import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Phrase } from './search.rules.ts'
import type { Service, ServiceContent } from './service.rules.ts'

const all = (ctx: Ctx) => ctx.db.selectFrom('services.service').selectAll().where('tenant_id', '=', ctx.town.id)
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

// What stands in the jsonb column went through ServiceContent.
const serviceOf = (row: Row): Service => ({
  id: row.id,
  slug: row.slug,
  draft: row.draft as unknown as ServiceContent,
  version: row.version,
  changed: row.changed,
  changedAt: row.changed_at,
  changedBy: row.changed_by ?? undefined,
})

export async function serviceById(ctx: Ctx, id: string): Promise<Service | undefined> {
  const row = await all(ctx).where('id', '=', id).executeTakeFirst()
  return row && serviceOf(row)
}

export async function serviceBySlug(ctx: Ctx, slug: string): Promise<Service | undefined> {
  const row = await all(ctx).where('slug', '=', slug).executeTakeFirst()
  return row && serviceOf(row)
}

/** Held until the transaction ends, so that two who write it do so one after the other. */
export async function lockService(ctx: Ctx, id: string): Promise<Service | undefined> {
  const row = await all(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && serviceOf(row)
}

export async function countServices(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.service')
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Addresses that begin with `slug`: to find one that is free. */
export async function slugsLike(ctx: Ctx, slug: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('services.service')
    .select('slug')
    .where('tenant_id', '=', ctx.town.id)
    .where('slug', '>=', slug)
    .where('slug', '<', `${slug}~`)
    .limit(1000)
    .execute()
  return new Set(rows.map((row) => row.slug))
}

export type DeskFilter = {
  state?: DeskState | undefined
  ids?: readonly string[] | undefined
  after?: { name: string; id: string } | undefined
}
export type DeskState = 'public' | 'draft' | 'changed' | 'english'
export type DeskLine = Service & { name: string; public: boolean; next: string | undefined }

/** For the staff: by name, behind `after`. `public` says whether everybody sees it today, `next` from which day a version will be valid. */
export async function deskServices(ctx: Ctx, day: string, { state, ids, after }: DeskFilter, limit: number): Promise<DeskLine[]> {
  const valid = sql<boolean>`EXISTS (SELECT FROM services.service_version v WHERE v.tenant_id = s.tenant_id AND v.service_id = s.id
    AND v.valid_from <= ${day}::date AND v.valid_to >= ${day}::date)`
  const next = sql<string | null>`(SELECT min(v.valid_from)::text FROM services.service_version v WHERE v.tenant_id = s.tenant_id
    AND v.service_id = s.id AND v.valid_from > ${day}::date AND v.valid_to >= v.valid_from)`
  let query = ctx.db
    .selectFrom('services.service as s')
    .selectAll('s')
    .select([valid.as('public'), next.as('next')])
    .where('s.tenant_id', '=', ctx.town.id)
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(limit)
  if (ids) query = query.where('s.id', 'in', [...ids])
  if (after) query = query.where(sql<boolean>`(s.name, s.id) > (${after.name}, ${after.id}::uuid)`)
  if (state === 'public') query = query.where(valid)
  if (state === 'draft') query = query.where(sql<boolean>`NOT ${valid}`)
  if (state === 'changed') query = query.where('s.changed', '=', true)
  if (state === 'english')
    query = query.where(sql<boolean>`EXISTS (SELECT FROM jsonb_each_text(s.draft->'de') AS w
    WHERE w.key <> 'synonyms' AND w.value <> '' AND coalesce(s.draft->'en'->>w.key, '') = '')`)
  return (await query.execute()).map((row) => ({ ...serviceOf(row), name: row.name, public: row.public, next: row.next ?? undefined }))
}

/** Ids of those whose draft's name or address is like the words; for services that nobody finds outside yet. */
export async function draftsLike(ctx: Ctx, words: string, limit: number): Promise<string[]> {
  const score = sql<number>`word_similarity(unaccent(lower(${words})), unaccent(lower(name)))`
  const rows = await ctx.db
    .selectFrom('services.service')
    .select(['id', score.as('score')])
    .where('tenant_id', '=', ctx.town.id)
    .orderBy('score', 'desc')
    .limit(limit)
    .execute()
  return rows.filter((row) => row.score >= 0.5).map((row) => row.id)
}

const draftValues = (it: Service) => ({
  slug: it.slug,
  name: it.draft.de.name,
  draft: JSON.stringify(it.draft),
  version: it.version,
  changed: it.changed,
  changed_at: it.changedAt,
  changed_by: it.changedBy ?? null,
})

export const insertService = (ctx: Ctx, it: Service) =>
  ctx.db
    .insertInto('services.service')
    .values({ tenant_id: ctx.town.id, id: it.id, ...draftValues(it) })
    .execute()

export const updateService = (ctx: Ctx, it: Service) =>
  ctx.db.updateTable('services.service').set(draftValues(it)).where('tenant_id', '=', ctx.town.id).where('id', '=', it.id).execute()

export const deleteService = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom('services.service').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

type NewVersion = { number: number; content: ServiceContent; from: string; to: string | undefined; phrases: readonly Phrase[] }

/** Adds a version; those before it end the day before, those that would have begun later never do. */
export async function insertVersion(ctx: Ctx, serviceId: string, { number, content, from, to, phrases }: NewVersion): Promise<void> {
  await endVersions(ctx, serviceId, from)
  await sql`
    INSERT INTO services.service_version (tenant_id, service_id, number, content, unit_id, valid_from, valid_to, published_at, published_by)
    VALUES (${ctx.town.id}, ${serviceId}, ${number}, ${JSON.stringify(content)}, ${content.unitId ?? null}, ${from}::date,
      ${to ?? 'infinity'}::date, ${ctx.now()}, ${ctx.actor.personId ?? null})`.execute(ctx.db)
  if (phrases.length === 0) return
  await ctx.db
    .insertInto('services.service_phrase')
    .values(phrases.map(({ phrase, kind }, place) => ({ tenant_id: ctx.town.id, service_id: serviceId, number, place, phrase, kind })))
    .execute()
}

/** Whatever is valid on `day` or later ends the day before. Returns how many versions that were. */
export async function endVersions(ctx: Ctx, serviceId: string, day: string): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE services.service_version SET valid_to = (${day}::date - 1)
    WHERE tenant_id = ${ctx.town.id} AND service_id = ${serviceId} AND valid_to >= ${day}::date`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

/** Words of versions that ended before `day` find nothing any more. */
export const forgetPhrases = (ctx: Ctx, day: string) =>
  sql`
  DELETE FROM services.service_phrase p USING services.service_version v
  WHERE p.tenant_id = ${ctx.town.id} AND v.tenant_id = p.tenant_id AND v.service_id = p.service_id AND v.number = p.number
    AND v.valid_to < ${day}::date`.execute(ctx.db)
