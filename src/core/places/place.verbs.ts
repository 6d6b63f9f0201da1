import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { LatLon, PlaceChoice, PlaceHit, PlaceInput } from './place.rules.ts'

/** Everything that matches one line of words: address, crossing, section, landmark, asset, coordinates. Best first. */
export async function searchPlaces(_ctx: Ctx, _words: string, _limit = 8, _near?: LatLon): Promise<PlaceHit[]> {
  throw new Error('not yet')
}

/** The one place that a form means. Refuses: `placeUnknown`, `placeOutside`, `placeAmbiguous` (then ask `placeCandidates`). */
export async function resolvePlace(
  _ctx: Ctx,
  _input: PlaceInput,
): Promise<Result<PlaceChoice, 'placeUnknown' | 'placeOutside' | 'placeAmbiguous'>> {
  throw new Error('not yet')
}

/** What `PlaceField` offers to choose from after `placeAmbiguous`; empty when the input is clear. */
export async function placeCandidates(_ctx: Ctx, _input: PlaceInput): Promise<PlaceHit[]> {
  throw new Error('not yet')
}
