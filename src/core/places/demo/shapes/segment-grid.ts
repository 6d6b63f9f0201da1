import type { Point } from './point.ts'

export type Segment = { a: Point; b: Point; owner: number }

/** Finds the segments near a place: the plane is cut into square cells (metres), each knows the segments that touch it. */
export function segmentGrid(cell = 40) {
  const cells = new Map<number, Segment[]>()
  const key = (x: number, y: number) => (x + 4096) * 8192 + y + 4096
  const column = (v: number) => Math.floor(v / cell)

  function add(a: Point, b: Point, owner: number): void {
    const segment = { a, b, owner }
    for (let x = column(Math.min(a[0], b[0])); x <= column(Math.max(a[0], b[0])); x++) {
      for (let y = column(Math.min(a[1], b[1])); y <= column(Math.max(a[1], b[1])); y++) {
        const list = cells.get(key(x, y))
        if (list) list.push(segment)
        else cells.set(key(x, y), [segment])
      }
    }
  }

  /** Segments whose cell is within `reach` metres of the point (a few further ones too). */
  function near(p: Point, reach: number): Set<Segment> {
    const found = new Set<Segment>()
    for (let x = column(p[0] - reach); x <= column(p[0] + reach); x++) {
      for (let y = column(p[1] - reach); y <= column(p[1] + reach); y++) for (const s of cells.get(key(x, y)) ?? []) found.add(s)
    }
    return found
  }

  return { add, near }
}
export type SegmentGrid = ReturnType<typeof segmentGrid>
