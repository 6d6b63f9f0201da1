import { ok, type Result, refuse } from '#platform/result.ts'

/** More reports of one damage say nothing new; the limit keeps every page and every step bounded. */
export const MOST_MEMBERS = 200

/** A case as far as clusters ask: at which incident it rests, whether it is still open. Draft and closed ones rest nowhere. */
export type Resting = { id: string; incidentId: string | undefined; open: boolean }

/** A case that moves, and the incident it was in before; undefined: it was on its own. */
export type Move = { caseId: string; from: string | undefined }
export type Change = { kind: 'merge' | 'split'; incidentId: string; moves: readonly Move[] }

/** The case that goes on for this one. */
export const headOf = (it: Pick<Resting, 'id' | 'incidentId'>): string => it.incidentId ?? it.id

/**
 * Which cases move when `chosen` become part of `head`, which stands on its own. One that has members brings them along, so that
 * nobody rests at somebody who rests: chains and circles cannot come about.
 */
export function planMerge(
  head: Resting,
  chosen: readonly Resting[],
  membersOf: (id: string) => readonly Resting[],
): Result<Move[], 'sameIncident' | 'inOtherIncident' | 'cannotJoin' | 'incidentFull'> {
  const moves: Move[] = []
  for (const it of chosen) {
    // Is there already, or comes along with the one it rests at.
    if (it.id === head.id || it.incidentId === head.id || chosen.some(({ id }) => id === it.incidentId)) continue
    if (it.incidentId) return refuse('inOtherIncident')
    if (!it.open) return refuse('cannotJoin')
    moves.push({ caseId: it.id, from: undefined }, ...membersOf(it.id).map(({ id }) => ({ caseId: id, from: it.id })))
  }
  if (moves.length === 0) return refuse('sameIncident')
  return moves.length + membersOf(head.id).length > MOST_MEMBERS ? refuse('incidentFull') : ok(moves)
}

/** Which cases leave `head`. */
export function planSplit(head: Resting, chosen: readonly Resting[]): Result<Move[], 'noMember'> {
  if (chosen.length === 0 || chosen.some(({ incidentId }) => incidentId !== head.id)) return refuse('noMember')
  return ok(chosen.map(({ id }) => ({ caseId: id, from: head.id })))
}

/** Where each case of a change goes back to; refused when one of them has gone on in another way since. */
export function planUndo(
  { kind, incidentId, moves }: Change,
  now: (id: string) => Resting | undefined,
  hasMembers: (id: string) => boolean,
): Result<{ caseId: string; to: string | undefined }[], 'movedOn'> {
  const back = (it: Resting | undefined) =>
    kind === 'merge' ? it?.incidentId === incidentId : it?.incidentId === undefined && it?.open === true && !hasMembers(it.id)
  if (now(incidentId)?.incidentId !== undefined) return refuse('movedOn')
  return moves.every(({ caseId }) => back(now(caseId))) ? ok(moves.map(({ caseId, from }) => ({ caseId, to: from }))) : refuse('movedOn')
}
