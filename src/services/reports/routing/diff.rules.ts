import type { RoutingRule } from '../route.rules.ts'

type Line = RoutingRule & { lineId: string }

/** What became of one rule from a version to the next. */
export type RuleChange<R extends Line = Line> =
  | { kind: 'added'; now: R }
  | { kind: 'removed'; was: R }
  | { kind: 'unit' | 'conditions' | 'note' | 'moved'; was: R; now: R }

const conditionsOf = ({ categoryId, groupCode, districtId, owner, assetKind }: Line): string =>
  JSON.stringify([categoryId, groupCode, districtId, owner, assetKind])
const noteOf = ({ publicNote }: Line): string => JSON.stringify([publicNote?.de, publicNote?.en])

/** In the order in which a reader goes through the list: what is new or changed from the top, then what is gone. */
export function changesBetween<R extends Line>(before: readonly R[], after: readonly R[]): RuleChange<R>[] {
  const was = new Map(before.map((rule) => [rule.lineId, rule]))
  const still = new Set(after.map(({ lineId }) => lineId))
  const moved = movedLines(
    before.map(({ lineId }) => lineId).filter((id) => still.has(id)),
    after.map(({ lineId }) => lineId).filter((id) => was.has(id)),
  )
  const changes = after.flatMap((now): RuleChange<R>[] => {
    const earlier = was.get(now.lineId)
    if (!earlier) return [{ kind: 'added', now }]
    return [
      ...(conditionsOf(earlier) !== conditionsOf(now) ? [{ kind: 'conditions' as const, was: earlier, now }] : []),
      ...(earlier.unitId !== now.unitId ? [{ kind: 'unit' as const, was: earlier, now }] : []),
      ...(noteOf(earlier) !== noteOf(now) ? [{ kind: 'note' as const, was: earlier, now }] : []),
      ...(moved.has(now.lineId) ? [{ kind: 'moved' as const, was: earlier, now }] : []),
    ]
  })
  return [...changes, ...before.filter(({ lineId }) => !still.has(lineId)).map((rule) => ({ kind: 'removed' as const, was: rule }))]
}

/** The fewest lines that have to be moved to make one order from the other: all but a longest one that kept its order. */
function movedLines(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((id, place) => [id, place]))
  const best: { length: number; previous: number }[] = []
  for (const [i, id] of after.entries()) {
    let chosen = { length: 1, previous: -1 }
    for (let j = 0; j < i; j++)
      if (places.get(after[j]!)! < places.get(id)! && best[j]!.length + 1 > chosen.length)
        chosen = { length: best[j]!.length + 1, previous: j }
    best.push(chosen)
  }
  const kept = new Set<string>()
  let at = best.reduce((top, one, i) => (one.length > (best[top]?.length ?? 0) ? i : top), -1)
  for (; at >= 0; at = best[at]!.previous) kept.add(after[at]!)
  return new Set(after.filter((id) => !kept.has(id)))
}
