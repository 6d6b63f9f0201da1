type Point = { lat: number; lon: number }

/** Metres on the flat: exact enough within a town. */
export const metres = (a: Point, b: Point): number => {
  const north = (a.lat - b.lat) * 111_320
  const east = (a.lon - b.lon) * 111_320 * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** Metres from the first to the last, as the crow flies. */
export const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, i) => (i === 0 ? 0 : sum + metres(points[i - 1]!, point)), 0)

/** Always to the next one; the first given is the start. */
export function byNearest<P extends Point>(points: readonly P[]): P[] {
  const left = [...points]
  const way = left.splice(0, 1)
  while (left.length > 0) {
    const here = way.at(-1)!
    let next = 0
    for (let i = 1; i < left.length; i++) if (metres(here, left[i]!) < metres(here, left[next]!)) next = i
    way.push(...left.splice(next, 1))
  }
  return way
}

/** So many times at most: enough for a day's tour, and it always ends. */
const ROUNDS = 50

/**
 * An open tour from the first point through all others: nearest neighbour, then pieces are turned round as long as that makes it
 * shorter (2-opt, Croes 1958).
 */
export function tourOf<P extends Point>(points: readonly P[]): P[] {
  let way = byNearest(points)
  for (let round = 0; round < ROUNDS; round++) {
    let better = false
    for (let i = 1; i < way.length - 1; i++)
      for (let k = i + 1; k < way.length; k++) {
        const [before, first, last, after] = [way[i - 1]!, way[i]!, way[k]!, way[k + 1]]
        const now = metres(before, first) + (after ? metres(last, after) : 0)
        const then = metres(before, last) + (after ? metres(first, after) : 0)
        if (then < now - 0.001) {
          way = [...way.slice(0, i), ...way.slice(i, k + 1).reverse(), ...way.slice(k + 1)]
          better = true
        }
      }
    if (!better) break
  }
  return way
}
