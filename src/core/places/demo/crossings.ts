import type { Network } from './network.ts'
import { distance, type Point } from './shapes/point.ts'

export type Meeting = { streets: readonly [string, string]; at: Point }

/** Where two streets of different names meet; the same pair again only when it meets further off than 60 m. */
export function meetings(network: Network): Meeting[] {
  const names = new Map<Point, Set<string>>()
  for (const { joints, name, class: kind } of network.streets) {
    if (kind === 'path') continue
    for (const joint of joints) names.set(joint, (names.get(joint) ?? new Set()).add(name ?? ''))
  }
  const found = new Map<string, Meeting[]>()
  for (const [at, all] of names) {
    const sorted = [...all].sort()
    for (const [i, one] of sorted.entries()) {
      for (const other of sorted.slice(i + 1)) {
        const pair = `${one}|${other}`
        const earlier = found.get(pair) ?? []
        if (earlier.some((meeting) => distance(meeting.at, at) < 60)) continue
        found.set(pair, [...earlier, { streets: [one, other], at }])
      }
    }
  }
  return [...found.values()].flat()
}

/** The streets that can be reached from the first one. */
export function reachable(network: Network): Set<number> {
  const at = new Map<Point, number[]>()
  for (const { id, joints } of network.streets) for (const joint of joints) at.set(joint, [...(at.get(joint) ?? []), id])
  const seen = new Set([0])
  const waiting = [0]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const joint of network.streets[next]?.joints ?? []) {
      for (const id of at.get(joint) ?? []) {
        if (seen.has(id)) continue
        seen.add(id)
        waiting.push(id)
      }
    }
  }
  return seen
}
