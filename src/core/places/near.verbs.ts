import type { Ctx } from '#platform/context.ts'
import type { LatLon, PlaceHit, RoadOwner } from './place.rules.ts'

export type District = { id: string; code: string; name: string; postcode: string | undefined; population: number | undefined } & LatLon
export type Asset = LatLon & {
  id: string
  kind: string
  number: string
  name: string | undefined
  street: string | undefined
  districtId: string | undefined
  attributes: Record<string, unknown>
}

/** The nearest house within `withinM` metres. */
export async function nearestAddress(_ctx: Ctx, _point: LatLon, _withinM = 250): Promise<(PlaceHit & { distanceM: number }) | undefined> {
  throw new Error('not yet')
}

/** The road at a point: the nearest within `withinM` metres, with its owner. */
export async function roadAt(
  _ctx: Ctx,
  _point: LatLon,
  _withinM = 40,
): Promise<{ streetId: string; street: string; owner: RoadOwner; distanceM: number } | undefined> {
  throw new Error('not yet')
}

/** The district that contains the point; undefined outside the town. */
export async function districtAt(_ctx: Ctx, _point: LatLon): Promise<District | undefined> {
  throw new Error('not yet')
}

/** All districts of the town, in the order of their codes; for filters and routing. */
export async function districtsOf(_ctx: Ctx): Promise<District[]> {
  throw new Error('not yet')
}

/** Things with a plate near a point, nearest first. */
export async function assetsNear(
  _ctx: Ctx,
  _point: LatLon,
  _more: { kind?: string; withinM?: number; limit?: number } = {},
): Promise<(Asset & { distanceM: number })[]> {
  throw new Error('not yet')
}

/** `L-10234`, also written `l 10234`. */
export async function assetByNumber(_ctx: Ctx, _number: string): Promise<Asset | undefined> {
  throw new Error('not yet')
}

export async function assetById(_ctx: Ctx, _id: string): Promise<Asset | undefined> {
  throw new Error('not yet')
}
