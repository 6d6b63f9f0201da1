import type { LonLat } from './geography.ts'
import type { Point } from './shapes/point.ts'

/** Metres per degree at the middle of the town; good to a few decimetres over the size of a town. Rounded to 10⁻⁶ degrees (11 cm). */
export function projectionAt([lon, lat]: LonLat) {
  const perLat = 111_132.95 - 559.85 * Math.cos((2 * lat * Math.PI) / 180)
  const perLon = 111_412.88 * Math.cos((lat * Math.PI) / 180) - 93.5 * Math.cos((3 * lat * Math.PI) / 180)
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return ([x, y]: Point): LonLat => [round(lon + x / perLon), round(lat + y / perLat)]
}
