import { addStreet, type Network, nearestStreet } from './network.ts'
import type { Plan } from './plan.ts'
import { smooth } from './shapes/line.ts'
import { crossingOf, distance, nth, type Point, segments } from './shapes/point.ts'

/** The roads drawn by hand: their ends are tied to the road they come to, and they share a point where they cross. */
export function layRoads(network: Network, plan: Plan): void {
  for (const { name, ref, points, closed, avenue, ...kind } of plan.roads) {
    const line = smooth(points, closed ?? false, 18)
    addStreet(network, { ...kind, name, ...(ref ? { ref } : {}), line, avenue: avenue ?? false })
  }
  for (const road of network.streets) {
    tie(network, road.id, nth(road.line, 0))
    tie(network, road.id, nth(road.line, -1))
  }
  for (const road of network.streets) for (const [a, b] of segments(road.line)) crossOthers(network, road.id, a, b)
}

/** An end within 45 m of another road is led to it. */
function tie(network: Network, id: number, end: Point): void {
  const road = nth(network.streets, id)
  if (nth(road.line, 0) === nth(road.line, -1)) return
  const near = nearestStreet(network, end, 45, id)
  if (!near) return
  const other = nth(network.streets, near.owner)
  if (near.away > 0.01) {
    network.grid.add(end, near.at, id)
    if (end === nth(road.line, 0)) road.line.unshift(near.at)
    else road.line.push(near.at)
  }
  road.joints.push(near.at)
  other.joints.push(near.at)
}

function crossOthers(network: Network, id: number, a: Point, b: Point): void {
  const road = nth(network.streets, id)
  for (const segment of network.grid.near(a, distance(a, b))) {
    if (segment.owner <= id) continue
    const meet = crossingOf(a, b, segment.a, segment.b)
    const other = nth(network.streets, segment.owner)
    if (!meet || road.joints.some((joint) => distance(joint, meet.at) < 3 && other.joints.includes(joint))) continue
    road.joints.push(meet.at)
    other.joints.push(meet.at)
  }
}
