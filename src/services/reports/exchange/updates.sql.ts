import { sql } from 'kysely'
import { idAt } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'

export type UpdateRow = {
  event_id: string
  kind: string
  at: Date
  reason: string | null
  /** Null for an event of a report that is not there for everybody, or not any more. */
  number: string | null
  /** False for a report that rests at the one it happened to. */
  own: boolean | null
  head_stage: string | null
  text: string | null
}

/**
 * What everybody was told of public reports, oldest first, from `after` (an event's id) on; of a damage with several reports each
 * hears it once. Events that nobody may read have a row as well, so that who goes on from the last one gets beyond them. Read in the order of the memory, so the work is bounded by the window and the limit.
 */
export async function updateRows(
  ctx: Ctx,
  { kinds, from, until, after }: { kinds: readonly string[]; from: Date; until: Date | undefined; after: string | undefined },
  limit: number,
): Promise<UpdateRow[]> {
  const begin = after ? sql`e.id > ${after}::uuid` : sql`e.id >= ${idAt(from, '0')}::uuid`
  const end = until ? sql`AND e.id <= ${idAt(until, 'f')}::uuid` : sql``
  const { rows } = await sql<UpdateRow>`
    WITH told AS MATERIALIZED (
      -- Taken out of the data here: with the separation of towns only plain columns are looked up by an index.
      SELECT e.id, e.kind, e.at, e.data ->> 'reason' AS reason, e.data ->> 'number' AS number, (e.data ->> 'messageId')::uuid AS message_id
      FROM core.event e
      WHERE e.tenant_id = ${ctx.town.id} AND ${begin} ${end} AND e.audience = 'public' AND e.kind = ANY (${[...kinds]}::text[])
      ORDER BY e.id LIMIT ${limit}
    )
    SELECT e.id AS event_id, e.kind, e.at, e.reason, c.number, c.own, h.stage AS head_stage, m.text
    FROM told e
    LEFT JOIN services.case h ON h.tenant_id = ${ctx.town.id} AND h.number = e.number AND h.kind = 'report'
    LEFT JOIN LATERAL (
      SELECT h.number, true AS own WHERE h.published
      UNION ALL
      SELECT c.number, false FROM services.incident_member i
      JOIN services.case c ON c.tenant_id = i.tenant_id AND c.id = i.case_id AND c.published
      WHERE i.tenant_id = ${ctx.town.id} AND i.incident_id = h.id AND i.since <= e.at AND (i.until IS NULL OR i.until > e.at)
    ) c ON true
    LEFT JOIN services.case_message m ON m.tenant_id = ${ctx.town.id} AND m.case_id = h.id AND m.id = e.message_id AND m.audience = 'public'
    ORDER BY e.id, c.own DESC, c.number`.execute(ctx.db)
  return rows
}

export type ToldBefore = { contentHash: Buffer }

/**
 * Notes that a program told this change of a case. Undefined: for the first time; of two who say it at once the second waits. Else what
 * was told under the same name before.
 */
export async function noteToldUpdate(
  ctx: Ctx,
  { apiKeyId, updateId, caseId, contentHash }: { apiKeyId: string; updateId: string; caseId: string; contentHash: Buffer },
): Promise<ToldBefore | undefined> {
  const row = await ctx.db
    .insertInto('services.told_update')
    .values({
      tenant_id: ctx.town.id,
      api_key_id: apiKeyId,
      update_id: updateId,
      case_id: caseId,
      content_hash: contentHash,
      at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('update_id')
    .executeTakeFirst()
  if (row) return undefined
  const before = await ctx.db
    .selectFrom('services.told_update')
    .select('content_hash')
    .where('tenant_id', '=', ctx.town.id)
    .where('api_key_id', '=', apiKeyId)
    .where('update_id', '=', updateId)
    .executeTakeFirstOrThrow()
  return { contentHash: before.content_hash }
}
