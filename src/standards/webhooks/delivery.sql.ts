import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { CoreWebhookAttempt, CoreWebhookDelivery } from '#platform/db/schema.generated.ts'
import { type Attempt, COUNT_CAP, type Delivery, type DeliveryLine, type DeliveryState, deliveryStates, TEST } from './webhook.rules.ts'

const deliveryOf = (row: Selectable<CoreWebhookDelivery>): Delivery => ({
  eventId: row.event_id,
  kind: row.kind,
  caseId: row.case_id ?? undefined,
  number: row.number ?? undefined,
  stage: row.stage ?? undefined,
  happenedAt: row.happened_at,
  state: row.state as DeliveryState,
  tries: row.tries,
  nextAt: row.next_at,
  endedAt: row.ended_at ?? undefined,
})

export type NewDelivery = Pick<Delivery, 'eventId' | 'kind' | 'caseId' | 'number' | 'stage' | 'happenedAt'> & { webhookId: string }

/**
 * Puts deliveries in line. An event that is there already stays as it is, unless `again` says which ended ones are sent once more.
 * Returns how many are in line now that were not before.
 */
export async function queueDeliveries(ctx: Ctx, all: readonly NewDelivery[], again: readonly DeliveryState[] = []): Promise<number> {
  if (all.length === 0) return 0
  const rows = await ctx.db
    .insertInto('core.webhook_delivery')
    .values(
      all.map(({ webhookId, eventId, kind, caseId, number, stage, happenedAt }) => ({
        tenant_id: ctx.town.id,
        webhook_id: webhookId,
        event_id: eventId,
        kind,
        case_id: caseId ?? null,
        number: number ?? null,
        stage: stage ?? null,
        happened_at: happenedAt,
        state: 'waiting',
        next_at: ctx.now(),
        made_at: ctx.now(),
      })),
    )
    .onConflict((conflict) =>
      again.length === 0
        ? conflict.doNothing()
        : conflict
            .columns(['tenant_id', 'webhook_id', 'event_id'])
            .doUpdateSet({ state: 'waiting', tries: 0, next_at: ctx.now(), made_at: ctx.now(), ended_at: null })
            .where('core.webhook_delivery.state', 'in', [...again]),
    )
    .returning('event_id')
    .execute()
  return rows.length
}

/** So long an attempt may take; then it counts as lost with its process. */
const LEASE_MS = 2 * 60_000

export type Due = Delivery & { webhookId: string }

/**
 * Takes what is due, `atOnce` for each webhook, one where the other side has failed before; nobody else takes the same. `without`: webhooks that
 * failed just now.
 */
export async function takeDue(ctx: Ctx, { atOnce, without }: { atOnce: number; without: readonly string[] }): Promise<Due[]> {
  const { rows } = await sql<Selectable<CoreWebhookDelivery>>`
    WITH due AS (
      SELECT d.webhook_id, d.event_id FROM core.webhook w
      CROSS JOIN LATERAL (
        SELECT x.webhook_id, x.event_id FROM core.webhook_delivery x
        WHERE x.tenant_id = ${ctx.town.id} AND x.webhook_id = w.id AND x.state = 'waiting' AND x.next_at <= ${ctx.now()}
          AND (w.state = 'on' OR x.kind = ${TEST})
        ORDER BY x.next_at LIMIT CASE WHEN w.failing_since IS NULL THEN ${atOnce}::int ELSE 1 END FOR UPDATE SKIP LOCKED
      ) d
      WHERE w.tenant_id = ${ctx.town.id} AND w.id <> ALL (${[...without]}::uuid[])
    )
    UPDATE core.webhook_delivery d SET tries = d.tries + 1, next_at = ${new Date(ctx.now().getTime() + LEASE_MS)}
    FROM due WHERE d.tenant_id = ${ctx.town.id} AND d.webhook_id = due.webhook_id AND d.event_id = due.event_id
    RETURNING d.*`.execute(ctx.db)
  return rows.map((row) => ({ ...deliveryOf(row), webhookId: row.webhook_id }))
}

/** Whether anything is due. */
export async function hasDue(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM core.webhook w WHERE w.tenant_id = ${ctx.town.id} AND EXISTS (
      SELECT FROM core.webhook_delivery x WHERE x.tenant_id = ${ctx.town.id} AND x.webhook_id = w.id AND x.state = 'waiting'
        AND x.next_at <= ${ctx.now()} AND (w.state = 'on' OR x.kind = ${TEST})) LIMIT 1`.execute(ctx.db)
  return rows.length > 0
}

const at = (ctx: Ctx, webhookId: string, eventId: string) =>
  ctx.db
    .selectFrom('core.webhook_delivery')
    .where('tenant_id', '=', ctx.town.id)
    .where('webhook_id', '=', webhookId)
    .where('event_id', '=', eventId)

export async function deliveryBy(ctx: Ctx, webhookId: string, eventId: string): Promise<Delivery | undefined> {
  const row = await at(ctx, webhookId, eventId).selectAll().executeTakeFirst()
  return row && deliveryOf(row)
}

/** How it goes on: it ended, or another attempt comes at `nextAt`. */
export const concludeDelivery = (
  ctx: Ctx,
  { webhookId, eventId }: { webhookId: string; eventId: string },
  { state, nextAt }: { state: DeliveryState; nextAt?: Date },
) =>
  ctx.db
    .updateTable('core.webhook_delivery')
    .set({ state, ...(nextAt ? { next_at: nextAt } : {}), ended_at: state === 'waiting' ? null : ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('webhook_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .execute()

export const insertAttempt = (
  ctx: Ctx,
  of: { webhookId: string; eventId: string },
  { id, at: when, status, trouble, durationMs, answer }: Attempt,
) =>
  ctx.db
    .insertInto('core.webhook_attempt')
    .values({
      tenant_id: ctx.town.id,
      webhook_id: of.webhookId,
      event_id: of.eventId,
      id,
      at: when,
      status: status ?? null,
      trouble: trouble ?? null,
      duration_ms: durationMs,
      answer,
    })
    .execute()

/** Newest first, at most a hundred: a delivery has eleven, more only when it was repeated again and again. */
export async function attemptsOf(ctx: Ctx, webhookId: string, eventId: string): Promise<Attempt[]> {
  const rows = await ctx.db
    .selectFrom('core.webhook_attempt')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('webhook_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map(attemptOf)
}

const attemptOf = (row: Selectable<CoreWebhookAttempt>): Attempt => ({
  id: row.id,
  at: row.at,
  status: row.status ?? undefined,
  trouble: row.trouble ?? undefined,
  durationMs: row.duration_ms,
  answer: row.answer,
})

/** Newest event first, before `before`. */
export async function deliveriesOf(
  ctx: Ctx,
  webhookId: string,
  { state, before, limit }: { state?: DeliveryState | undefined; before?: string | undefined; limit: number },
): Promise<DeliveryLine[]> {
  const rows = await ctx.db
    .selectFrom('core.webhook_delivery')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('webhook_id', '=', webhookId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(before !== undefined, (query) => query.where('event_id', '<', before!))
    .orderBy('event_id', 'desc')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const last = await ctx.db
    .selectFrom('core.webhook_attempt')
    .distinctOn('event_id')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('webhook_id', '=', webhookId)
    .where(
      'event_id',
      'in',
      rows.map(({ event_id }) => event_id),
    )
    .orderBy('event_id')
    .orderBy('id', 'desc')
    .execute()
  const lastOf = new Map(last.map((row) => [row.event_id, attemptOf(row)]))
  return rows.map((row) => ({ ...deliveryOf(row), last: lastOf.get(row.event_id) }))
}

/** How many there are of each state. */
export async function countDeliveries(ctx: Ctx, webhookId: string): Promise<Record<DeliveryState, number>> {
  const counts = await Promise.all(
    deliveryStates.map(async (state) => {
      const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (
        SELECT 1 FROM core.webhook_delivery WHERE tenant_id = ${ctx.town.id} AND webhook_id = ${webhookId} AND state = ${state} LIMIT ${COUNT_CAP}) c`.execute(
        ctx.db,
      )
      return [state, rows[0]?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(counts) as Record<DeliveryState, number>
}

/** Removes old ones with their attempts; returns how many. */
export async function removeDeliveries(ctx: Ctx, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM core.webhook_delivery d USING (
      SELECT webhook_id, event_id FROM core.webhook_delivery WHERE tenant_id = ${ctx.town.id} AND made_at < ${before} ORDER BY made_at LIMIT ${limit}
    ) old WHERE d.tenant_id = ${ctx.town.id} AND d.webhook_id = old.webhook_id AND d.event_id = old.event_id`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
