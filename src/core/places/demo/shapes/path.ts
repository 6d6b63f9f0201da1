import type { Point } from './point.ts'

/** Points written short: `10,20 -5,30` in metres east and north. */
export function path(text: string): Point[] {
  return text.split(/\s+/).map((pair) => {
    const [x, y] = pair.split(',').map(Number)
    if (x === undefined || y === undefined || Number.isNaN(x + y)) throw new Error(`not a point: ${pair}`)
    return [x, y]
  })
}
