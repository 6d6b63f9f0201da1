import type { Point } from './point.ts'

/** `asked` is the number of the last question that found it, so that no segment is found twice. */
export type Segment = { readonly a: Point; readonly b: Point; readonly owner: number; asked: number }

/** Finds the segments near a place: the plane is cut into square cells (metres), each knows the segments that touch it. */
export function segmentGrid(cell = 40) {
  const cells = new Map<number, Segment[]>()
  let question = 0
  const key = (x: number, y: number) => (x + 4096) * 8192 + y + 4096
  const column = (v: number) => Math.floor(v / cell)

  function add(a: Point, b: Point, owner: number): void {
    const segment = { a, b, owner, asked: 0 }
    for (let x = column(Math.min(a[0], b[0])); x <= column(Math.max(a[0], b[0])); x++) {
      for (let y = column(Math.min(a[1], b[1])); y <= column(Math.max(a[1], b[1])); y++) {
        const list = cells.get(key(x, y))
        if (list) list.push(segment)
        else cells.set(key(x, y), [segment])
      }
    }
  }

  /** Segments whose cell is within `reach` metres of the point (a few further ones too). */
  function near(p: Point, reach: number): Segment[] {
    const found: Segment[] = []
    question++
    for (let x = column(p[0] - reach); x <= column(p[0] + reach); x++) {
      for (let y = column(p[1] - reach); y <= column(p[1] + reach); y++) {
        for (const segment of cells.get(key(x, y)) ?? []) {
          if (segment.asked === question) continue
          segment.asked = question
          found.push(segment)
        }
      }
    }
    return found
  }

  return { add, near }
}
export type SegmentGrid = ReturnType<typeof segmentGrid>
