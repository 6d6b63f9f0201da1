import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesRoutingVersion } from '#platform/db/schema.generated.ts'
import type { RoutingVersion } from './version.rules.ts'

const versionOf = (row: Selectable<ServicesRoutingVersion>): RoutingVersion => ({
  id: row.id,
  number: row.number,
  basedOn: row.based_on ?? undefined,
  revision: row.revision,
  createdAt: row.created_at,
  createdBy: row.created_by ?? undefined,
  validFrom: row.valid_from ?? undefined,
  decidedBy: row.decided_by ?? undefined,
  discardedAt: row.discarded_at ?? undefined,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.routing_version').selectAll().where('tenant_id', '=', ctx.town.id)

/** The version that new reports go by at this moment. */
export async function versionInForce(ctx: Ctx): Promise<RoutingVersion | undefined> {
  const row = await all(ctx)
    .where('valid_from', '<=', ctx.now())
    .orderBy('valid_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && versionOf(row)
}

const draft = (ctx: Ctx) => all(ctx).where('valid_from', 'is', null).where('discarded_at', 'is', null)

export async function draftVersion(ctx: Ctx): Promise<RoutingVersion | undefined> {
  const row = await draft(ctx).executeTakeFirst()
  return row && versionOf(row)
}

/** Held, so that two who edit come one after the other. */
export async function lockDraft(ctx: Ctx): Promise<RoutingVersion | undefined> {
  const row = await draft(ctx).forUpdate().executeTakeFirst()
  return row && versionOf(row)
}

/** The version that waits for its day. */
export async function versionScheduled(ctx: Ctx): Promise<RoutingVersion | undefined> {
  const row = await all(ctx).where('valid_from', '>', ctx.now()).orderBy('valid_from').limit(1).executeTakeFirst()
  return row && versionOf(row)
}

export async function versionNumbered(ctx: Ctx, number: number): Promise<RoutingVersion | undefined> {
  const row = await all(ctx).where('number', '=', number).executeTakeFirst()
  return row && versionOf(row)
}

export async function versionById(ctx: Ctx, id: string): Promise<RoutingVersion | undefined> {
  const row = await all(ctx).where('id', '=', id).executeTakeFirst()
  return row && versionOf(row)
}

/** That took effect last before this one did. */
export async function versionBefore(ctx: Ctx, { validFrom, number, basedOn }: RoutingVersion): Promise<RoutingVersion | undefined> {
  if (!validFrom) return basedOn === undefined ? undefined : await versionNumbered(ctx, basedOn)
  const row = await all(ctx)
    .where(sql<boolean>`(valid_from, number) < (${validFrom}::timestamptz, ${number}::int)`)
    .orderBy('valid_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && versionOf(row)
}

/** Newest first, before `before` if it is given. */
export async function versionsOf(ctx: Ctx, before: number | undefined, limit: number): Promise<RoutingVersion[]> {
  let query = all(ctx).where('discarded_at', 'is', null).orderBy('number', 'desc').limit(limit)
  if (before !== undefined) query = query.where('number', '<', before)
  return (await query.execute()).map(versionOf)
}

/** With the next number. Undefined if there is a draft already: another one was quicker. */
export async function insertDraft(ctx: Ctx, id: string, basedOn: number | undefined): Promise<RoutingVersion | undefined> {
  // Two who begin at once: the second waits here and then finds the first one's draft.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`routing ${ctx.town.id}`}, 0))`.execute(ctx.db)
  if (await draftVersion(ctx)) return undefined
  const row = await ctx.db
    .insertInto('services.routing_version')
    .values({
      tenant_id: ctx.town.id,
      id,
      number: sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM services.routing_version WHERE tenant_id = ${ctx.town.id})`,
      based_on: basedOn ?? null,
      created_at: ctx.now(),
      created_by: ctx.actor.personId ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return versionOf(row)
}

const change = (ctx: Ctx, id: string) =>
  ctx.db.updateTable('services.routing_version').where('tenant_id', '=', ctx.town.id).where('id', '=', id)

export const countRevision = (ctx: Ctx, id: string) => change(ctx, id).set({ revision: sql<number>`revision + 1` }).execute()

export const setValidFrom = (ctx: Ctx, id: string, validFrom: Date | null) =>
  change(ctx, id)
    .set({ valid_from: validFrom, decided_by: validFrom ? (ctx.actor.personId ?? null) : null })
    .execute()

export const setDiscarded = (ctx: Ctx, id: string) => change(ctx, id).set({ discarded_at: ctx.now() }).execute()
