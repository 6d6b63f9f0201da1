import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Assignment } from './case.rules.ts'

type Offer = { unitId: string; reason?: string | undefined; trace?: unknown }

/** Asks a unit to take the case; an open assignment to another unit ends. */
export async function offerCase(ctx: Ctx, caseId: string, it: Offer): Promise<void> {
  ctx.soon(endAssignment(ctx, caseId, 'ended'))
  ctx.soon(insertOffer(ctx, caseId, it))
}

/** As `offerCase`, where nobody was asked before. */
export const insertOffer = (ctx: Ctx, caseId: string, it: Offer) =>
  ctx.db
    .insertInto('services.assignment')
    .values({
      tenant_id: ctx.town.id,
      case_id: caseId,
      id: newId(ctx.now().getTime()),
      unit_id: it.unitId,
      state: 'offered',
      reason: it.reason ?? null,
      trace: it.trace === undefined ? null : JSON.stringify(it.trace),
      by_person_id: ctx.actor.personId ?? null,
      since: ctx.now(),
    })
    .execute()

const open = (ctx: Ctx, caseId: string) =>
  ctx.db.updateTable('services.assignment').where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId).where('until', 'is', null)

export const acceptAssignment = (ctx: Ctx, caseId: string) =>
  open(ctx, caseId)
    .set({ state: 'accepted', by_person_id: ctx.actor.personId ?? null })
    .execute()

export const endAssignment = (ctx: Ctx, caseId: string, state: 'ended' | 'rejected', reason?: string) =>
  open(ctx, caseId)
    .set({ state, until: ctx.now(), ...(reason === undefined ? {} : { reason }) })
    .execute()

/** All units that were asked, newest first. */
export async function assignmentsOf(ctx: Ctx, caseId: string): Promise<Assignment[]> {
  const rows = await ctx.db
    .selectFrom('services.assignment as a')
    .innerJoin('core.organisation as o', (join) => join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.unit_id'))
    .select(['a.id', 'a.unit_id', 'o.name as unit_name', 'a.state', 'a.reason', 'a.trace', 'a.by_person_id', 'a.since', 'a.until'])
    .where('a.tenant_id', '=', ctx.town.id)
    .where('a.case_id', '=', caseId)
    .orderBy('a.since', 'desc')
    .orderBy('a.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: row.state as Assignment['state'],
    reason: row.reason ?? undefined,
    trace: row.trace ?? undefined,
    byPersonId: row.by_person_id ?? undefined,
    since: row.since,
    until: row.until ?? undefined,
  }))
}
