import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

type Of = { caseId: string; closing: number }

/** False if this party has objected to this closing before. */
export async function insertObjection(ctx: Ctx, { caseId, closing, partyId, byReporter }: Of & { partyId: string; byReporter: boolean }) {
  const row = await ctx.db
    .insertInto('services.report_objection')
    .values({ tenant_id: ctx.town.id, case_id: caseId, closing, party_id: partyId, by_reporter: byReporter, at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('party_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function countObjections(ctx: Ctx, { caseId, closing }: Of) {
  return await ctx.db
    .selectFrom('services.report_objection')
    .select([
      sql<boolean>`coalesce(bool_or(by_reporter), false)`.as('byReporter'),
      sql<number>`(count(*) FILTER (WHERE NOT by_reporter))::int`.as('bySupporters'),
      sql<Date | undefined>`max(at)`.as('lastAt'),
    ])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('closing', '=', closing)
    .executeTakeFirstOrThrow()
}

export async function hasObjected(ctx: Ctx, { caseId, closing, partyId }: Of & { partyId: string }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('services.report_objection')
    .select('party_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('closing', '=', closing)
    .where('party_id', '=', partyId)
    .executeTakeFirst()
  return row !== undefined
}
