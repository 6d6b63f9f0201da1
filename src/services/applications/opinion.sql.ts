import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesOpinion } from '#platform/db/schema.generated.ts'
import type { Verdict } from './opinion.rules.ts'

/** What another department was asked, and what it said. */
export type AskedOpinion = {
  id: string
  caseId: string
  key: string
  unitId: string
  required: boolean
  askedAt: Date
  dueAt: Date
  verdict: Verdict | undefined
  messageId: string | undefined
  givenBy: string | undefined
  givenAt: Date | undefined
  closedAt: Date | undefined
}

const opinionOf = (row: Selectable<ServicesOpinion>): AskedOpinion => ({
  id: row.id,
  caseId: row.case_id,
  key: row.key,
  unitId: row.unit_id,
  required: row.required,
  askedAt: row.asked_at,
  dueAt: row.due_at,
  verdict: (row.verdict as Verdict | null) ?? undefined,
  messageId: row.message_id ?? undefined,
  givenBy: row.given_by ?? undefined,
  givenAt: row.given_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
})

export async function opinionsOf(ctx: Ctx, caseId: string): Promise<AskedOpinion[]> {
  const rows = await ctx.db
    .selectFrom('services.opinion')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(opinionOf)
}

export const insertOpinion = (ctx: Ctx, it: Pick<AskedOpinion, 'id' | 'caseId' | 'key' | 'unitId' | 'required' | 'dueAt'>) =>
  ctx.db
    .insertInto('services.opinion')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      id: it.id,
      key: it.key,
      unit_id: it.unitId,
      required: it.required,
      asked_at: ctx.now(),
      due_at: it.dueAt,
    })
    .execute()

/** What still waits is not waited for any more: all, or those of these keys. */
export const closeOpinions = (ctx: Ctx, caseId: string, keys?: readonly string[]) =>
  ctx.db
    .updateTable('services.opinion')
    .set({ closed_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('given_at', 'is', null)
    .where('closed_at', 'is', null)
    .$if(keys !== undefined, (some) => some.where('key', 'in', [...(keys ?? [])]))
    .execute()

/** Whether one of these units was ever asked about a case. */
export async function wasAsked(ctx: Ctx, caseId: string, unitIds: readonly string[]): Promise<boolean> {
  if (unitIds.length === 0) return false
  const row = await ctx.db
    .selectFrom('services.opinion')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('unit_id', 'in', [...unitIds])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const keepOpinion = (ctx: Ctx, { id, caseId }: Pick<AskedOpinion, 'id' | 'caseId'>, it: { verdict: Verdict; messageId: string }) =>
  ctx.db
    .updateTable('services.opinion')
    .set({ verdict: it.verdict, message_id: it.messageId, given_by: ctx.actor.personId ?? null, given_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .execute()
