import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import { townLocale } from './hits.ts'
import { districtAt, nearestAddress, roadAt } from './near.verbs.ts'
import type { LatLon, PlaceHit } from './place.rules.ts'

/** Up to this distance in metres a point is called by the house it lies at, then "near" it. */
const AT_HOUSE_M = 20
const NEAR_HOUSE_M = 150

/** A point with the words people would use for it: the house, the road, or at least the part of the town. */
export async function pointHit(ctx: Ctx, point: LatLon): Promise<PlaceHit> {
  const [house, road, district] = [await nearestAddress(ctx, point, NEAR_HOUSE_M), await roadAt(ctx, point), await districtAt(ctx, point)]
  const say = (key: string, params: Record<string, string>) => textIn(townLocale(ctx), key, params)
  const coordinates = `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`
  const label = house
    ? house.distanceM <= AT_HOUSE_M
      ? house.label
      : say('place.label.near', { place: house.label })
    : road
      ? road.street
      : say('place.label.point', { coordinates })
  const street = road?.street ?? house?.street
  const roadOwner = road?.owner ?? house?.roadOwner
  return {
    id: `point:${point.lat.toFixed(6)},${point.lon.toFixed(6)}`,
    kind: 'point',
    label,
    detail: district?.name ?? '',
    ...point,
    score: 1,
    ...(street ? { street } : {}),
    ...(house && house.distanceM <= AT_HOUSE_M && house.street === street ? { houseNumber: house.houseNumber } : {}),
    ...(roadOwner ? { roadOwner } : {}),
    ...(district ? { districtId: district.id, district: district.name } : {}),
  }
}
