import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesDecision } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/ids.ts'

/** What was decided and why; `approvedBy` is another person where the workflow wants four eyes. */
export type Decision = {
  id: string
  outcome: string
  reasons: string
  draftedBy: string | undefined
  draftedAt: Date
  approvedBy: string | undefined
  approvedAt: Date | undefined
  returnedAt: Date | undefined
}

const newest = (ctx: Ctx, caseId: string) =>
  ctx.db
    .selectFrom('services.decision')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .orderBy('drafted_at', 'desc')
    .orderBy('id', 'desc')

const decisionFrom = (row: Selectable<ServicesDecision>): Decision => ({
  id: row.id,
  outcome: row.outcome,
  reasons: row.reasons,
  draftedBy: row.drafted_by ?? undefined,
  draftedAt: row.drafted_at,
  approvedBy: row.approved_by ?? undefined,
  approvedAt: row.approved_at ?? undefined,
  returnedAt: row.returned_at ?? undefined,
})

/** The newest: that one counts. */
export async function decisionOf(ctx: Ctx, caseId: string): Promise<Decision | undefined> {
  const row = await newest(ctx, caseId).limit(1).executeTakeFirst()
  return row && decisionFrom(row)
}

/** All that were drafted, the newest first. */
export const decisionsOf = async (ctx: Ctx, caseId: string): Promise<Decision[]> =>
  (await newest(ctx, caseId).limit(50).execute()).map(decisionFrom)

export const insertDecision = (ctx: Ctx, caseId: string, it: { outcome: string; reasons: string }) =>
  ctx.db
    .insertInto('services.decision')
    .values({
      tenant_id: ctx.town.id,
      case_id: caseId,
      id: newId(ctx.now().getTime()),
      outcome: it.outcome,
      reasons: it.reasons,
      drafted_by: ctx.actor.personId ?? null,
      drafted_at: ctx.now(),
    })
    .execute()

const change = (ctx: Ctx, caseId: string, id: string, changes: { approved_at: Date; approved_by: string | null } | { returned_at: Date }) =>
  ctx.db
    .updateTable('services.decision')
    .set(changes)
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute()

export const approveDecision = (ctx: Ctx, caseId: string, id: string) =>
  change(ctx, caseId, id, { approved_at: ctx.now(), approved_by: ctx.actor.personId ?? null })
export const returnDecision = (ctx: Ctx, caseId: string, id: string) => change(ctx, caseId, id, { returned_at: ctx.now() })
