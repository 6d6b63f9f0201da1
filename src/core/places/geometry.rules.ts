import type { LatLon } from './place.rules.ts'

/** Longitude and latitude, as GeoJSON has them. */
type LonLat = readonly [number, number]

const M_PER_DEGREE = 111_320
const metresEast = (lat: number) => M_PER_DEGREE * Math.cos((lat * Math.PI) / 180)

/** Metres between two points of one town. */
export const metresBetween = (a: LatLon, b: LatLon): number =>
  Math.hypot((a.lon - b.lon) * metresEast((a.lat + b.lat) / 2), (a.lat - b.lat) * M_PER_DEGREE)

/** Metres from a point to the nearest point of a line. */
export function metresToLine(point: LatLon, line: readonly LonLat[]): number {
  const east = metresEast(point.lat)
  const local = line.map(([lon, lat]) => [(lon - point.lon) * east, (lat - point.lat) * M_PER_DEGREE] as const)
  let nearest = Number.POSITIVE_INFINITY
  for (const [i, [bx, by]] of local.entries()) {
    const [ax, ay] = local[i - 1] ?? [bx, by]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
    nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy))
  }
  return nearest
}

/** Whether a point lies in a polygon of rings; inside a hole it does not. */
export function inPolygon({ lat, lon }: LatLon, rings: readonly (readonly LonLat[])[]): boolean {
  let inside = false
  for (const ring of rings) {
    for (const [i, [x, y]] of ring.entries()) {
      const [px, py] = ring[i - 1] ?? ring.at(-1) ?? [x, y]
      if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside
    }
  }
  return inside
}

/** West, south, east, north of some points. */
export function boundsOf(points: readonly LonLat[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of points) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/** The middle of a street: the corner of its lines that is nearest to the middle of its bounds, so that it lies on the street. */
export function middleOf(lines: readonly (readonly LonLat[])[]): LatLon & { reachM: number } {
  const points = lines.flat()
  const [west, south, east, north] = boundsOf(points)
  const center = { lat: (south + north) / 2, lon: (west + east) / 2 }
  let best = center
  let away = Number.POSITIVE_INFINITY
  for (const [lon, lat] of points) {
    const metres = metresBetween({ lat, lon }, center)
    if (metres >= away) continue
    best = { lat, lon }
    away = metres
  }
  return { ...best, reachM: Math.ceil(Math.max(0, ...points.map(([lon, lat]) => metresBetween({ lat, lon }, best)))) }
}

/** A line in pieces of at most `longest` metres between their ends' bounds; neighbours share a point. */
export function piecesOf(line: readonly LonLat[], longest: number): LonLat[][] {
  const pieces: LonLat[][] = []
  let piece: LonLat[] = []
  let length = 0
  for (const point of line) {
    const last = piece.at(-1)
    const step = last ? metresBetween({ lon: last[0], lat: last[1] }, { lon: point[0], lat: point[1] }) : 0
    if (last && piece.length > 1 && length + step > longest) {
      pieces.push(piece)
      piece = [last]
      length = 0
    }
    piece.push(point)
    length += step
  }
  return piece.length > 1 ? [...pieces, piece] : pieces
}
