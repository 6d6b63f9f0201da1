import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { namesOf } from '../../cases/index.ts'
import type { SenderWay } from './block.rules.ts'

const table = 'services.sender_block'

export type Block = {
  id: string
  way: SenderWay
  reason: string
  note: string
  number: string | undefined
  by: string | undefined
  at: Date
  until: Date
}

export type NewBlock = { id: string; way: SenderWay; mark: Buffer; reason: string; note: string; caseId: string; until: Date }

/** A sender who is blocked already stays so for the longer of both. */
export const insertBlock = (ctx: Ctx, it: NewBlock) =>
  ctx.db
    .insertInto(table)
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      way: it.way,
      mark: it.mark,
      reason: it.reason,
      note: it.note,
      case_id: it.caseId,
      made_by: ctx.actor.personId ?? null,
      made_at: ctx.now(),
      until: it.until,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'mark']).doUpdateSet({
        reason: it.reason,
        note: it.note,
        case_id: it.caseId,
        made_by: ctx.actor.personId ?? null,
        made_at: ctx.now(),
        until: sql<Date>`greatest(sender_block.until, excluded.until)`,
      }),
    )
    .execute()

/** The blocks in force for any of these marks, that which lasts longest first: one for each way and value. */
export const blocksFor = (ctx: Ctx, marks: readonly Buffer[]) =>
  ctx.db
    .selectFrom(table)
    .select(['way', 'reason', 'until'])
    .where('tenant_id', '=', ctx.town.id)
    .where('mark', 'in', [...marks])
    .where('until', '>', ctx.now())
    .orderBy('until', 'desc')
    .limit(marks.length)
    .execute()

const AT_ONCE = 500

/** Blocks in force, those that end next first; of one report with `caseId`. */
export async function blocksInForce(ctx: Ctx, { caseId, after }: { caseId?: string; after?: { until: Date; id: string } } = {}) {
  let query = ctx.db
    .selectFrom('services.sender_block as b')
    .leftJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'b.tenant_id').onRef('c.id', '=', 'b.case_id'))
    .select(['b.id', 'b.way', 'b.reason', 'b.note', 'b.made_by', 'b.made_at', 'b.until', 'c.number'])
    .where('b.tenant_id', '=', ctx.town.id)
    .where('b.until', '>', ctx.now())
  if (caseId) query = query.where('b.case_id', '=', caseId)
  if (after) query = query.where(sql<boolean>`(b.until, b.id) > (${after.until}, ${after.id})`)
  const rows = await query.orderBy('b.until').orderBy('b.id').limit(51).execute()
  const names = await namesOf(
    ctx,
    'core.person',
    rows.flatMap(({ made_by }) => made_by ?? []),
  )
  return rows.map(
    (row): Block => ({
      id: row.id,
      way: row.way as SenderWay,
      reason: row.reason,
      note: row.note,
      number: row.number ?? undefined,
      by: names.get(row.made_by ?? ''),
      at: row.made_at,
      until: row.until,
    }),
  )
}

export const deleteBlock = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom(table).where('tenant_id', '=', ctx.town.id).where('id', '=', id).returning(['way', 'case_id']).executeTakeFirst()

/** Blocks that ended are deleted, some at a time. */
export async function deleteEndedBlocks(ctx: Ctx): Promise<number> {
  const ended = ctx.db
    .selectFrom(table)
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('until', '<=', ctx.now())
    .orderBy('until')
    .limit(AT_ONCE)
  const rows = await ctx.db.deleteFrom(table).where('tenant_id', '=', ctx.town.id).where('id', 'in', ended).returning('id').execute()
  return rows.length
}
