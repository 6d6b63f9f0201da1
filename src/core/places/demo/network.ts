import type { StreetClass, StreetOwner } from './geography.ts'
import type { Quarter } from './plan.ts'
import { distance, nearestOn, type Point, segments } from './shapes/point.ts'
import { type SegmentGrid, segmentGrid } from './shapes/segment-grid.ts'

/** A street while the town is being drawn. */
export type Draft = {
  id: number
  line: Point[]
  class: StreetClass
  owner: StreetOwner
  name?: string
  ref?: string
  avenue: boolean
  quarter?: Quarter
  /** Points where other streets meet it. */
  joints: Point[]
}

export type Network = { streets: Draft[]; grid: SegmentGrid }

export const emptyNetwork = (): Network => ({ streets: [], grid: segmentGrid(48) })

export function addStreet(network: Network, street: Omit<Draft, 'id' | 'joints'>): Draft {
  const draft: Draft = { ...street, id: network.streets.length, joints: [] }
  network.streets.push(draft)
  for (const [a, b] of segments(draft.line)) network.grid.add(a, b, draft.id)
  return draft
}

/** The nearest point of any street (but one) within `reach` metres. */
export function nearestStreet(network: Network, p: Point, reach: number, but = -1): { at: Point; away: number; owner: number } | undefined {
  let best: { at: Point; away: number; owner: number } | undefined
  for (const { a, b, owner } of network.grid.near(p, reach)) {
    if (owner === but) continue
    const { at, away } = nearestOn(p, a, b)
    if (away <= (best?.away ?? reach)) best = { at, away, owner }
  }
  return best
}

/** Puts the joints into the line as points of their own, in order, so that streets that meet share a point. */
export function withJoints(line: readonly Point[], joints: readonly Point[]): Point[] {
  const placed = segments(line).map(([a, b]) => ({ a, b, on: [] as { p: Point; t: number }[] }))
  for (const joint of joints) {
    let best: { on: { p: Point; t: number }[]; t: number; away: number } | undefined
    for (const { a, b, on } of placed) {
      const { t, away } = nearestOn(joint, a, b)
      if (!best || away < best.away) best = { on, t, away }
    }
    if (best && !best.on.some(({ p }) => p === joint)) best.on.push({ p: joint, t: best.t })
  }
  const points: Point[] = []
  const push = (p: Point, joint: boolean) => {
    const last = points.at(-1)
    if (last && distance(last, p) < 0.05) {
      if (joint) points[points.length - 1] = p
    } else points.push(p)
  }
  for (const { a, b, on } of placed) {
    push(a, false)
    for (const { p } of on.sort((one, other) => one.t - other.t)) push(p, true)
    if (on.some(({ p }) => distance(p, b) < 0.05)) continue
    push(b, false)
  }
  return points
}
