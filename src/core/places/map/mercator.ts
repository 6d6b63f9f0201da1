import type { LonLat } from '../demo/geography.ts'
import type { Point } from '../demo/shapes/point.ts'

/** Web Mercator on a square of side 1: x runs east from 180° W, y runs south from 85.05° N. */
export function mercator([lon, lat]: LonLat): Point {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [(lon + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}
