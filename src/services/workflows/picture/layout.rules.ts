import { type Way, waysOf } from '../ways.rules.ts'
import { isEnd, type Workflow } from '../workflow.rules.ts'

/** Steps from so many states to one are named at the boxes instead of drawn: "end" and "withdraw" go from everywhere. */
const MANY = 3

export const BOX = { width: 176, height: 64 }
const GAP = { x: 96, y: 44 }
const MARGIN = { x: 56, top: 40 }

/** `numbers` are the places of the steps in the table, from 1. */
export type PlacedState = {
  key: string
  x: number
  y: number
  /** Steps that stay here. */
  stays: number[]
  /** Steps from many states that leave from here, and those that come in here. */
  leaves: number[]
  comes: number[]
}
export type PlacedWay = { from: string; to: string; numbers: number[]; path: string; label: { x: number; y: number } }
export type Picture = { width: number; height: number; states: PlacedState[]; ways: PlacedWay[] }

type Point = { x: number; y: number }
type Line = { from: string; to: string; numbers: number[] }

/** Layered from left to right: the start first, the ends last, lines back below. */
export function layOut(workflow: Workflow): Picture {
  // A draft may name states that are gone: what leads nowhere is not drawn, the proof says it.
  const there = new Set(workflow.states.map(({ key }) => key))
  const ways = waysOf(workflow).filter(({ from, to }) => there.has(from) && there.has(to))
  const numberOf = new Map(workflow.steps.map((step, i) => [step, i + 1]))
  const many = new Set(
    [...Map.groupBy(ways, ({ step, to }) => `${step.key} ${to}`).values()]
      .filter((group) => new Set(group.map(({ from }) => from)).size >= MANY)
      .flat(),
  )
  const numbersOf = (list: readonly Way[]) => [...new Set(list.map(({ step }) => numberOf.get(step) ?? 0))].sort((a, b) => a - b)
  const drawn = ways.filter((way) => way.from !== way.to && !many.has(way))
  const lines: Line[] = [...Map.groupBy(drawn, ({ from, to }) => `${from} ${to}`).values()].map((group) => ({
    from: group[0]!.from,
    to: group[0]!.to,
    numbers: numbersOf(group),
  }))
  const rank = ranksOf(workflow, drawn)
  const columns = orderColumns(workflow, lines, rank)
  const places = new Map<string, Point>()
  const tallest = Math.max(...columns.map((column) => column.length))
  for (const [x, column] of columns.entries())
    for (const [y, key] of column.entries())
      places.set(key, {
        x: MARGIN.x + x * (BOX.width + GAP.x),
        y: MARGIN.top + ((tallest - column.length) / 2 + y) * (BOX.height + GAP.y),
      })
  const floor = MARGIN.top + tallest * (BOX.height + GAP.y)
  const { paths, deepest } = drawLines(lines, rank, places, floor)
  return {
    width: 2 * MARGIN.x + columns.length * (BOX.width + GAP.x) - GAP.x,
    height: deepest + 16,
    states: workflow.states.map(({ key }) => ({
      key,
      ...(places.get(key) ?? { x: 0, y: 0 }),
      stays: numbersOf(ways.filter((way) => way.from === key && way.to === key)),
      leaves: numbersOf(ways.filter((way) => many.has(way) && way.from === key && way.to !== key)),
      comes: numbersOf(ways.filter((way) => many.has(way) && way.to === key && way.from !== key)),
    })),
    ways: paths,
  }
}

/** How far from the start, along the longest way that never goes back; all ends stand in the last column. */
function ranksOf({ states, start }: Workflow, ways: readonly Way[]): Map<string, number> {
  const next = Map.groupBy(ways, ({ from }) => from)
  const rank = new Map<string, number>()
  const onWay = new Set<string>()
  const order: string[] = []
  const forward: Way[] = []
  const visit = (key: string) => {
    onWay.add(key)
    for (const way of next.get(key) ?? []) {
      if (onWay.has(way.to)) continue
      forward.push(way)
      if (!rank.has(way.to)) {
        rank.set(way.to, 0)
        visit(way.to)
      }
    }
    onWay.delete(key)
    order.unshift(key)
  }
  for (const { key } of [...states].sort((a, b) => Number(b.key === start) - Number(a.key === start))) {
    if (rank.has(key)) continue
    rank.set(key, 0)
    visit(key)
  }
  const leaving = Map.groupBy(forward, ({ from }) => from)
  for (const key of order) for (const { to } of leaving.get(key) ?? []) rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(key) ?? 0) + 1))
  const ends = new Set(states.filter(isEnd).map(({ key }) => key))
  const last = Math.max(1, ...states.map(({ key }) => (rank.get(key) ?? 0) + (ends.has(key) ? 0 : 1)))
  for (const key of ends) rank.set(key, last)
  return rank
}

/** Each column in the order in which lines cross least: by the middle of what stands before them, then of what comes after. */
function orderColumns({ states }: Workflow, lines: readonly Line[], rank: ReadonlyMap<string, number>): string[][] {
  const last = Math.max(...rank.values())
  const columns = Array.from({ length: last + 1 }, (_, x) => states.map(({ key }) => key).filter((key) => rank.get(key) === x))
  const place = new Map<string, number>()
  const number = () => {
    for (const column of columns) for (const [i, key] of column.entries()) place.set(key, i - (column.length - 1) / 2)
  }
  number()
  const middle = (key: string, side: 'from' | 'to') => {
    const beside = lines.filter((line) => line[side === 'from' ? 'to' : 'from'] === key).map((line) => place.get(line[side]) ?? 0)
    return beside.length ? beside.reduce((sum, one) => sum + one, 0) / beside.length : (place.get(key) ?? 0)
  }
  for (const side of ['from', 'to', 'from', 'to'] as const) {
    for (const column of columns) column.sort((a, b) => middle(a, side) - middle(b, side))
    number()
  }
  return columns.filter((column) => column.length > 0)
}

/** To the next column as curves; those back, or further, go round below all boxes, so that no line crosses a box. */
function drawLines(lines: readonly Line[], rank: ReadonlyMap<string, number>, places: ReadonlyMap<string, Point>, floor: number) {
  const columns = ({ from, to }: Line) => (rank.get(to) ?? 0) - (rank.get(from) ?? 0)
  const near = (line: Line) => columns(line) === 1
  const leaving = spread(lines, 'from', places, near)
  const coming = spread(lines, 'to', places, near)
  const lanes = new Map<number, number>()
  // Beside each column and below all of them every line has a lane of its own, so that none lies on another.
  const lane = (x: number, step: number) => {
    const taken = lanes.get(x) ?? 0
    lanes.set(x, taken + 1)
    return x + step * (14 + (taken % 5) * 7)
  }
  let deepest = floor - GAP.y + 8
  const paths = lines.map((line): PlacedWay => {
    const [from, to] = [places.get(line.from)!, places.get(line.to)!]
    const [x1, x2] = [from.x + BOX.width, to.x]
    const [y1, y2] = [from.y + (leaving.get(line) ?? 0.5) * BOX.height, to.y + (coming.get(line) ?? 0.5) * BOX.height]
    if (near(line)) {
      const bend = (x2 - x1) / 2
      return {
        ...line,
        path: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 2} ${y2}`,
        label: { x: x1 + 24, y: y1 + (y2 - y1) * 0.12 },
      }
    }
    deepest += 26
    const [down, up] = [lane(x1, 1), lane(x2, -1)]
    const side = up > down ? 10 : -10
    return {
      ...line,
      path: `M${x1} ${y1} L${down - 6} ${y1} Q${down} ${y1} ${down} ${y1 + 6} L${down} ${deepest - 10} Q${down} ${deepest} ${down + side} ${deepest} L${up - side} ${deepest} Q${up} ${deepest} ${up} ${deepest - 10} L${up} ${y2 + 6} Q${up} ${y2} ${up + 6} ${y2} L${x2 - 2} ${y2}`,
      label: { x: (down + up) / 2, y: deepest },
    }
  })
  return { paths, deepest: deepest + 14 }
}

/** Where on the side of its box a line begins or ends, from 0 above to 1 below: in the order of where they go. */
function spread(
  lines: readonly Line[],
  side: 'from' | 'to',
  places: ReadonlyMap<string, Point>,
  near: (line: Line) => boolean,
): Map<Line, number> {
  const other = side === 'from' ? 'to' : 'from'
  const height = (line: Line) => (near(line) ? (places.get(line[other])?.y ?? 0) : Number.MAX_SAFE_INTEGER)
  const found = new Map<Line, number>()
  for (const group of Map.groupBy(lines, (line) => line[side]).values()) {
    const sorted = [...group].sort((a, b) => height(a) - height(b))
    for (const [i, line] of sorted.entries()) found.set(line, (i + 1) / (sorted.length + 1))
  }
  return found
}
