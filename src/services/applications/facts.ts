import { districtAt } from '#core/places/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Facts } from '../forms/index.ts'
import { knownStreets } from './facts.sql.ts'

type Point = { lat: number; lon: number }
const nameOf = ({ lat, lon }: Point) => `${lat} ${lon}`

/** So many places and streets of one form are looked up. */
const MOST = 100

/** What a form has to know of the town, looked up for just these answers. */
export async function factsFor(ctx: Ctx, answers: unknown): Promise<Facts> {
  const points = new Map<string, Point>()
  const streets = new Set<string>()
  walk(answers, (one) => {
    if (typeof one.lat === 'number' && typeof one.lon === 'number' && points.size < MOST) points.set(nameOf(one as Point), one as Point)
    if (typeof one.street === 'string' && one.street.length <= 200 && streets.size < MOST) streets.add(one.street.trim())
  })
  const areas = new Map<string, string[]>()
  for (const [name, point] of points) {
    const district = await districtAt(ctx, point)
    areas.set(name, district ? [district.code] : [])
  }
  const known = streets.size ? await knownStreets(ctx, [...streets]) : undefined
  return {
    today: dayIn(ctx.now(), ctx.town.timeZone),
    areasAt: (point) => areas.get(nameOf(point)) ?? [],
    knowsStreet: known && ((street) => known.has(street.trim().toLowerCase())),
  }
}

function walk(value: unknown, see: (one: Record<string, unknown>) => void): void {
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === null || typeof next !== 'object') continue
    if (!Array.isArray(next)) see(next as Record<string, unknown>)
    waiting.push(...Object.values(next))
  }
}
