import type { House } from './houses.ts'
import type { PlannedLandmark } from './plan.ts'
import { rectangle } from './shapes/area.ts'
import { heading, left, type Point, plus } from './shapes/point.ts'

/** The footprints of town hall, churches, schools …: they stand before any house is built. `room` metres more on each side. */
export const publicBuildings = (landmarks: readonly PlannedLandmark[], room = 0): House[] =>
  landmarks.flatMap(({ at, angle, buildings }) => {
    const ahead = heading(((angle ?? 0) * Math.PI) / 180)
    return (buildings ?? []).map(([east, north, long, wide]) => {
      const center: Point = plus(plus(at, ahead, east), left(ahead), north)
      return { kind: 'public' as const, corners: rectangle(center, ahead, long + 2 * room, wide + 2 * room) }
    })
  })
