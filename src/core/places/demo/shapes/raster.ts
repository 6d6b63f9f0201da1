import { type Point, segments } from './point.ts'

/** A sheet of squared paper over the town: each square of `cell` metres holds one small number, 0 at first. */
export function raster(halfWidth: number, halfHeight: number, cell = 8) {
  const columns = Math.ceil((2 * halfWidth) / cell)
  const rows = Math.ceil((2 * halfHeight) / cell)
  const values = new Uint8Array(columns * rows)
  const column = (x: number) => Math.floor((x + halfWidth) / cell)
  const row = (y: number) => Math.floor((y + halfHeight) / cell)

  function at(p: Point): number {
    const [x, y] = [column(p[0]), row(p[1])]
    return x < 0 || y < 0 || x >= columns || y >= rows ? 255 : (values[y * columns + x] ?? 255)
  }

  /** Writes `value` into all squares whose middle is inside the ring. */
  function fill(ring: readonly Point[], value: number): void {
    const edges = segments(ring)
    const heights = ring.map(([, y]) => y)
    const first = Math.max(0, row(Math.min(...heights)))
    const last = Math.min(rows - 1, row(Math.max(...heights)))
    for (let y = first; y <= last; y++) {
      const middle = (y + 0.5) * cell - halfHeight
      const cuts: number[] = []
      for (const [a, b] of edges) {
        if (a[1] > middle !== b[1] > middle) cuts.push(((b[0] - a[0]) * (middle - a[1])) / (b[1] - a[1]) + a[0])
      }
      cuts.sort((one, other) => one - other)
      for (let i = 0; i + 1 < cuts.length; i += 2) {
        const from = Math.max(0, Math.ceil(((cuts[i] ?? 0) + halfWidth) / cell - 0.5))
        const to = Math.min(columns - 1, Math.floor(((cuts[i + 1] ?? 0) + halfWidth) / cell - 0.5))
        if (to >= from) values.fill(value, y * columns + from, y * columns + to + 1)
      }
    }
  }

  return { at, fill }
}
export type Raster = ReturnType<typeof raster>
