import type { Ctx } from '#platform/context.ts'

export type LegalHold = {
  id: string
  caseId: string
  number: string
  reason: string
  untilOn: string
  byPersonId: string | undefined
  at: Date
}

const open = (ctx: Ctx) =>
  ctx.db
    .selectFrom('services.legal_hold as h')
    .innerJoin('services.case as c', (join) => join.onRef('c.tenant_id', '=', 'h.tenant_id').onRef('c.id', '=', 'h.case_id'))
    .select((q) => [
      'h.id',
      'h.case_id',
      'c.number',
      'h.reason',
      q.cast<string>('h.until_on', 'text').as('until_on'),
      'h.by_person_id',
      'h.at',
    ])
    .where('h.tenant_id', '=', ctx.town.id)
    .where('h.lifted_at', 'is', null)

type Row = { id: string; case_id: string; number: string; reason: string; until_on: string; by_person_id: string | null; at: Date }

const holdOf = (row: Row): LegalHold => ({
  id: row.id,
  caseId: row.case_id,
  number: row.number,
  reason: row.reason,
  untilOn: row.until_on,
  byPersonId: row.by_person_id ?? undefined,
  at: row.at,
})

export async function openHold(ctx: Ctx, caseId: string): Promise<LegalHold | undefined> {
  const row = await open(ctx).where('h.case_id', '=', caseId).executeTakeFirst()
  return row && holdOf(row)
}

/** Those of these cases that are on hold today. */
export async function heldAmong(ctx: Ctx, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('services.legal_hold')
    .select('case_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('lifted_at', 'is', null)
    .where('until_on', '>=', ctx.now().toISOString().slice(0, 10))
    .where('case_id', 'in', [...caseIds])
    .execute()
  return new Set(rows.map(({ case_id }) => case_id))
}

/** Newest first. */
export const openHolds = async (ctx: Ctx, limit: number): Promise<LegalHold[]> =>
  (await open(ctx).orderBy('h.at', 'desc').limit(limit).execute()).map(holdOf)

/** False if it is held already. */
export async function insertHold(ctx: Ctx, hold: { id: string; caseId: string; reason: string; untilOn: string }): Promise<boolean> {
  const row = await ctx.db
    .insertInto('services.legal_hold')
    .values({
      tenant_id: ctx.town.id,
      case_id: hold.caseId,
      id: hold.id,
      reason: hold.reason,
      until_on: hold.untilOn,
      by_person_id: ctx.actor.personId ?? null,
      at: ctx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const liftHold = (ctx: Ctx, caseId: string) =>
  ctx.db
    .updateTable('services.legal_hold')
    .set({ lifted_at: ctx.now(), lifted_by_person_id: ctx.actor.personId ?? null })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .execute()
