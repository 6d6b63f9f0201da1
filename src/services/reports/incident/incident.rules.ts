import { ok, type Result, refuse } from '#platform/result.ts'

/** More reports of one damage say nothing new; the limit keeps every page and every step bounded. */
export const MOST_MEMBERS = 200

/**
 * A case as far as clusters ask: at which incident it rests, whether it is still open, and whether others may rest at it: not where it
 * `ended`, nor at a draft. Draft and closed ones rest nowhere.
 */
export type Resting = { id: string; incidentId: string | undefined; open: boolean; ended: boolean; published: boolean }

/** A case that moves, and the incident it was in before; undefined: it was on its own. */
export type Move = { caseId: string; from: string | undefined }
export type Change = { kind: 'merge' | 'split'; incidentId: string; moves: readonly Move[] }

/** The case that goes on for this one. */
export const headOf = (it: Pick<Resting, 'id' | 'incidentId'>): string => it.incidentId ?? it.id

/** Lists show the one that goes on alone: a damage that everybody saw must not vanish from them. */
const hides = (head: Resting, coming: readonly Resting[]) => !head.published && coming.some(({ published }) => published)

/**
 * Which cases move when `chosen` become part of `head`, which stands on its own. One that has members brings them along, so that
 * nobody rests at somebody who rests: chains and circles cannot come about.
 */
export function planMerge(
  head: Resting,
  chosen: readonly Resting[],
  membersOf: (id: string) => readonly Resting[],
): Result<Move[], 'goesOnUnknown' | 'goesOnHidden' | 'sameIncident' | 'inOtherIncident' | 'cannotJoin' | 'incidentFull'> {
  if (head.ended) return refuse('goesOnUnknown')
  const moves: Move[] = []
  const coming: Resting[] = []
  for (const it of chosen) {
    // Is there already, or comes along with the one it rests at.
    if (it.id === head.id || it.incidentId === head.id || chosen.some(({ id }) => id === it.incidentId)) continue
    if (it.incidentId) return refuse('inOtherIncident')
    if (!it.open) return refuse('cannotJoin')
    moves.push({ caseId: it.id, from: undefined }, ...membersOf(it.id).map(({ id }) => ({ caseId: id, from: it.id })))
    coming.push(it, ...membersOf(it.id))
  }
  if (moves.length === 0) return refuse('sameIncident')
  if (moves.length + membersOf(head.id).length > MOST_MEMBERS) return refuse('incidentFull')
  return hides(head, coming) ? refuse('goesOnHidden') : ok(moves)
}

/** Which cases leave `head`. */
export function planSplit(head: Resting, chosen: readonly Resting[]): Result<Move[], 'noMember'> {
  if (chosen.length === 0 || chosen.some(({ incidentId }) => incidentId !== head.id)) return refuse('noMember')
  return ok(chosen.map(({ id }) => ({ caseId: id, from: head.id })))
}

/**
 * Where each case of a change goes back to; refused when one of them has gone on in another way since, or the one that it would rest at
 * again: no step could be taken at a report that rests where the work has ended.
 */
export function planUndo(
  { kind, incidentId, moves }: Change,
  now: (id: string) => Resting | undefined,
  hasMembers: (id: string) => boolean,
): Result<{ caseId: string; to: string | undefined }[], 'movedOn'> {
  const isWhereItWent = (it: Resting) =>
    kind === 'merge' ? it.incidentId === incidentId : it.incidentId === undefined && it.open && !hasMembers(it.id)
  const takes = (head: Resting | undefined, it: Resting) => head !== undefined && !head.ended && !hides(head, [it])
  const back = ({ caseId, from }: Move) => {
    const it = now(caseId)
    return it !== undefined && isWhereItWent(it) && (from === undefined || takes(now(from), it))
  }
  if (now(incidentId)?.incidentId !== undefined || !moves.every(back)) return refuse('movedOn')
  return ok(moves.map(({ caseId, from }) => ({ caseId, to: from })))
}
