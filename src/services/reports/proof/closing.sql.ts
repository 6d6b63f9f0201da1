import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { objectUntil } from './objection.rules.ts'

/** `lead`: objected for the third time, a person decides; `turnedDown`: decided against it. */
export type Outcome = 'open' | 'reopened' | 'staff' | 'lead' | 'settled' | 'turnedDown'
export type Closing = { closing: number; objectUntil: Date; outcome: Outcome }

const closingsOf = (ctx: Ctx, caseId: string) =>
  ctx.db.selectFrom('services.report_closing').where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId)

/** The last time it was done. */
export async function lastClosing(ctx: Ctx, caseId: string): Promise<Closing | undefined> {
  const row = await closingsOf(ctx, caseId)
    .select(['closing', 'object_until', 'outcome'])
    .orderBy('closing', 'desc')
    .limit(1)
    .executeTakeFirst()
  // The table's check allows no other words.
  return row && { closing: row.closing, objectUntil: row.object_until, outcome: row.outcome as Outcome }
}

/** From now on the parties may object. */
export async function openClosing(ctx: Ctx, caseId: string, doneAt: Date): Promise<Closing> {
  const row = await ctx.db
    .insertInto('services.report_closing')
    .values({
      tenant_id: ctx.town.id,
      case_id: caseId,
      closing: sql<number>`(SELECT coalesce(max(closing), 0) + 1 FROM services.report_closing WHERE tenant_id = ${ctx.town.id} AND case_id = ${caseId})`,
      done_at: doneAt,
      object_until: objectUntil(doneAt),
    })
    .returning(['closing', 'object_until'])
    .executeTakeFirstOrThrow()
  return { closing: row.closing, objectUntil: row.object_until, outcome: 'open' }
}

/** What became of the closing that waited, or waits for the lead. */
export const endClosing = (ctx: Ctx, caseId: string, outcome: Exclude<Outcome, 'open'>) =>
  ctx.db
    .updateTable('services.report_closing')
    .set({ outcome })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('outcome', 'in', ['open', 'lead'])
    .execute()

/** How often objections opened it by themselves. */
export async function countReopens(ctx: Ctx, caseId: string): Promise<number> {
  const row = await closingsOf(ctx, caseId)
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('outcome', '=', 'reopened')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Closings whose time to object is over, those that ended first before the others. */
export async function closingsOver(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('services.report_closing')
    .select('case_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('outcome', '=', sql.lit('open'))
    .where('object_until', '<', ctx.now())
    .orderBy('object_until')
    .limit(limit)
    .execute()
  return rows.map(({ case_id }) => case_id)
}
