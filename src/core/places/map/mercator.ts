import type { LonLat } from '../demo/geography.ts'
import type { Point } from '../demo/shapes/point.ts'

/** Where the square of Web Mercator ends; the poles lie infinitely far beyond. */
const EDGE = 85.0511287798066

/** Web Mercator on a square of side 1: x runs east from 180° W, y runs south from 85.05° N. What lies beyond is put at the edge. */
export function mercator([lon, lat]: LonLat): Point {
  const sine = Math.sin((Math.min(EDGE, Math.max(-EDGE, lat)) * Math.PI) / 180)
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}
