import type { Ctx } from '#platform/context.ts'
import { lockCases } from '../../cases/case.sql.ts'
import { type Case, caseById } from '../../cases/index.ts'
import { restingAt } from './incident.sql.ts'

/** The case whose state counts for this one: the one that goes on, or itself. */
export const standingOf = async (ctx: Ctx, it: Case): Promise<Case> => (it.incidentId ? ((await caseById(ctx, it.incidentId)) ?? it) : it)

/** The ids of a case that goes on and of all that rest at it. */
export const togetherWith = async (ctx: Ctx, { id }: Pick<Case, 'id'>): Promise<string[]> => [
  id,
  ...(await restingAt(ctx, [id])).map((one) => one.id),
]

/** A case and the one that goes on for it, both held. The second is the first where it stands on its own. */
export async function lockStanding(ctx: Ctx, caseId: string): Promise<{ own: Case; head: Case } | undefined> {
  const seen = await caseById(ctx, caseId)
  if (!seen) return undefined
  const held = await lockCases(ctx, [caseId, seen.incidentId ?? caseId])
  const own = held.find(({ id }) => id === caseId)
  const head = held.find(({ id }) => id === (own?.incidentId ?? caseId))
  // Moved between looking and holding, which is rare: once more, with what is true now.
  return own && head ? { own, head } : own ? await lockStanding(ctx, caseId) : undefined
}
