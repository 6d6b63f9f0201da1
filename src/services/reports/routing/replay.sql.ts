import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesRoutingReplay } from '#platform/db/schema.generated.ts'
import type { RoadOwner } from '../place.rules.ts'
import type { Counted, Example, Tally } from './replay.rules.ts'
import type { RoutingVersion } from './version.rules.ts'

export type Replay = Tally & {
  id: string
  versionId: string
  revision: number
  againstId: string | undefined
  state: 'running' | 'done' | 'cancelled'
  since: Date
  until: Date
  /** The report that was looked at last. */
  at: { received: Date; id: string } | undefined
  lookedAt: number
  examples: Example[]
  changedAt: Date
}

const replayOf = (row: Selectable<ServicesRoutingReplay>): Replay => ({
  id: row.id,
  versionId: row.version_id,
  revision: row.revision,
  againstId: row.against_id ?? undefined,
  // The table's check allows no other words.
  state: row.state as Replay['state'],
  since: row.since,
  until: row.until,
  at: row.at_received && row.at_id ? { received: row.at_received, id: row.at_id } : undefined,
  lookedAt: row.looked_at,
  moved: row.moved,
  lost: row.lost,
  without: row.without,
  examples: row.examples as Example[],
  changedAt: row.changed_at,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.routing_replay').selectAll().where('tenant_id', '=', ctx.town.id)

/** The newest of a version. */
export async function replayOfVersion(ctx: Ctx, versionId: string): Promise<Replay | undefined> {
  const row = await all(ctx).where('version_id', '=', versionId).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && replayOf(row)
}

/** Held, so that a page is looked at once. */
export async function lockReplay(ctx: Ctx, id: string): Promise<Replay | undefined> {
  const row = await all(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && replayOf(row)
}

/** Whether the draft as it is now was replayed to the end. */
export async function tried(ctx: Ctx, draft: RoutingVersion): Promise<boolean> {
  const last = await replayOfVersion(ctx, draft.id)
  return last?.state === 'done' && last.revision === draft.revision
}

export const insertReplay = (
  ctx: Ctx,
  it: { id: string; versionId: string; revision: number; againstId: string | undefined; since: Date; until: Date },
) =>
  ctx.db
    .insertInto('services.routing_replay')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      version_id: it.versionId,
      revision: it.revision,
      against_id: it.againstId ?? null,
      state: 'running',
      since: it.since,
      until: it.until,
      started_by: ctx.actor.personId ?? null,
      changed_at: ctx.now(),
    })
    .execute()

const change = (ctx: Ctx) => ctx.db.updateTable('services.routing_replay').where('tenant_id', '=', ctx.town.id)

/** Says whether one was running. */
export async function stopReplays(ctx: Ctx, versionId: string): Promise<boolean> {
  const { numUpdatedRows } = await change(ctx)
    .set({ state: 'cancelled', changed_at: ctx.now() })
    .where('version_id', '=', versionId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Those of an earlier state of the draft say nothing any more. */
export const deleteReplays = (ctx: Ctx, versionId: string) =>
  ctx.db.deleteFrom('services.routing_replay').where('tenant_id', '=', ctx.town.id).where('version_id', '=', versionId).execute()

export const endReplay = (ctx: Ctx, id: string, state: 'done' | 'cancelled') =>
  change(ctx).set({ state, changed_at: ctx.now() }).where('id', '=', id).execute()

/** One page more was looked at. */
export const keepPage = (
  ctx: Ctx,
  id: string,
  page: { at: { received: Date; id: string }; count: number; tally: Tally; examples: readonly Example[] },
) =>
  change(ctx)
    .set({
      at_received: page.at.received,
      at_id: page.at.id,
      looked_at: sql<number>`looked_at + ${page.count}`,
      moved: sql<number>`moved + ${page.tally.moved}`,
      lost: sql<number>`lost + ${page.tally.lost}`,
      without: sql<number>`without + ${page.tally.without}`,
      examples: JSON.stringify(page.examples),
      changed_at: ctx.now(),
    })
    .where('id', '=', id)
    .execute()

const NOBODY = '00000000-0000-0000-0000-000000000000'

export async function addCounts(ctx: Ctx, replayId: string, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  await ctx.db
    .insertInto('services.routing_replay_count')
    .values(
      counted.map(({ categoryId, from, to, count }) => ({
        tenant_id: ctx.town.id,
        replay_id: replayId,
        category_id: categoryId,
        from_unit_id: from ?? NOBODY,
        to_unit_id: to ?? NOBODY,
        count,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'replay_id', 'category_id', 'from_unit_id', 'to_unit_id'])
        .doUpdateSet({ count: sql<number>`services.routing_replay_count.count + excluded.count` }),
    )
    .execute()
}

/** Most first. */
export async function countsOf(ctx: Ctx, replayId: string, limit: number): Promise<Counted[]> {
  const rows = await ctx.db
    .selectFrom('services.routing_replay_count')
    .select(['category_id', 'from_unit_id', 'to_unit_id', 'count'])
    .where('tenant_id', '=', ctx.town.id)
    .where('replay_id', '=', replayId)
    .orderBy('count', 'desc')
    .orderBy('category_id')
    .orderBy('from_unit_id')
    .orderBy('to_unit_id')
    .limit(limit)
    .execute()
  const unit = (id: string) => (id === NOBODY ? undefined : id)
  return rows.map((row) => ({ categoryId: row.category_id, from: unit(row.from_unit_id), to: unit(row.to_unit_id), count: row.count }))
}

export type ReceivedRow = {
  id: string
  receivedAt: Date
  categoryId: string
  districtId: string | null
  roadOwner: RoadOwner | null
  assetKind: string | null
}

/** The next reports of a replay, newest first, read on by the index of arrival. */
export async function nextReceived(ctx: Ctx, { since, until, at }: Pick<Replay, 'since' | 'until' | 'at'>, limit: number) {
  const from = at ? sql`(c.received_at, c.id) < (${at.received}::timestamptz, ${at.id}::uuid)` : sql`c.received_at < ${until}::timestamptz`
  const { rows } = await sql<ReceivedRow>`
    SELECT c.id, c.received_at AS "receivedAt", r.category_id AS "categoryId", c.district_id AS "districtId", r.road_owner AS "roadOwner",
      a.kind AS "assetKind"
    FROM services.case c
    JOIN services.report r ON r.tenant_id = c.tenant_id AND r.case_id = c.id
    LEFT JOIN core.asset a ON a.tenant_id = c.tenant_id AND a.id = c.asset_id
    WHERE c.tenant_id = ${ctx.town.id} AND ${from} AND c.received_at >= ${since}::timestamptz AND c.stage <> 'draft'
    ORDER BY c.received_at DESC, c.id DESC LIMIT ${limit}`.execute(ctx.db)
  return rows
}

export async function replayChangedSince(ctx: Ctx, since: Date): Promise<boolean> {
  const row = await all(ctx).where('changed_at', '>', since).where('state', '!=', 'running').limit(1).executeTakeFirst()
  return row !== undefined
}
