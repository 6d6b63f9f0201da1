import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { metresBetween } from './geometry.rules.ts'
import { allDistricts, assetRow } from './near.sql.ts'
import { districtAt, roadAt } from './near.verbs.ts'
import { type LatLon, type PlaceChoice, type PlaceHit, type PlaceInput, type PlaceKind, type PlaceWay, RIVAL, SURE } from './place.rules.ts'
import { pointHit } from './point.verbs.ts'
import { exactPlaces, placeHit, searchPlaces } from './search.verbs.ts'

type PlaceRefusal = 'placeUnknown' | 'placeOutside' | 'placeAmbiguous'

/** So many hits are offered to choose from. */
const OFFERED = 6

/**
 * The one place that a form means. What was chosen (`placeId`, or coordinates) counts while the text is still the one it was made
 * for; otherwise the text is searched. Refuses: `placeUnknown`, `placeOutside`, `placeAmbiguous` (then show `placeCandidates`).
 */
export async function resolvePlace(ctx: Ctx, input: PlaceInput): Promise<Result<PlaceChoice, PlaceRefusal>> {
  const chosen = await chosenHit(ctx, input)
  if (chosen) return choice(ctx, chosen.hit, chosen.way, input, chosen.accuracyM)
  const words = input.placeText?.trim() ?? ''
  const field = 'placeText'
  const unknown = refuse('placeUnknown', { field, facts: { given: words ? 'yes' : 'no', words, town: ctx.town.name } })
  if (!words) return unknown
  const exact = await exactPlaces(ctx, words)
  if (exact[0]?.score === 1 && rivals(exact).length === 1) return choice(ctx, exact[0], wayOf[exact[0].kind], input)
  const hits = await searchPlaces(ctx, words, OFFERED)
  const [best] = hits
  if (!best) return unknown
  const offered = offeredOf(hits)
  if (best.score < SURE || rivals(hits).length > 1)
    return refuse('placeAmbiguous', {
      field,
      facts: { words, count: offered.length, places: offered.map(({ label }) => label).join('; ') },
    })
  return choice(ctx, best, wayOf[best.kind], input)
}

/** What `PlaceField` offers to choose from after `placeAmbiguous`; empty where the input is clear or nothing fits. */
export async function placeCandidates(ctx: Ctx, input: PlaceInput): Promise<PlaceHit[]> {
  const words = input.placeText?.trim()
  if (!words || (await chosenHit(ctx, input))) return []
  const hits = await searchPlaces(ctx, words, OFFERED)
  const [best] = hits
  return best && (best.score < SURE || rivals(hits).length > 1) ? offeredOf(hits) : []
}

const rivals = (hits: readonly PlaceHit[]): PlaceHit[] => hits.filter(({ score }) => score > (hits[0]?.score ?? 0) - RIVAL)
/** Where several fit perfectly only those; otherwise also what comes near. */
const offeredOf = (hits: readonly PlaceHit[]): PlaceHit[] => {
  const best = hits[0]?.score ?? 0
  return best >= SURE ? rivals(hits) : hits.filter(({ score }) => score > best - 0.25)
}

const wayOf: Record<PlaceKind, PlaceWay> = {
  address: 'address',
  street: 'address',
  crossing: 'crossing',
  between: 'between',
  landmark: 'landmark',
  district: 'landmark',
  asset: 'asset',
  point: 'map',
}

const byPoint: ReadonlySet<PlaceWay> = new Set(['map', 'device', 'photo'])

/** A corner or landmark that comes back from an earlier page as its name and point. */
const namedAt = async (ctx: Ctx, label: string, point: LatLon): Promise<PlaceHit | undefined> =>
  (await searchPlaces(ctx, label, OFFERED)).find((hit) => hit.label === label && metresBetween(hit, point) < 5)

async function chosenHit(
  ctx: Ctx,
  { placeText, placeAsked, placeId, placeLat, placeLon, placeWay, placeAccuracy }: PlaceInput,
): Promise<{ hit: PlaceHit; way: PlaceWay; accuracyM?: number } | undefined> {
  if (placeText && placeText !== placeAsked) return undefined
  const hit = placeId ? await placeHit(ctx, placeId) : undefined
  if (hit) return { hit, way: wayOf[hit.kind] }
  if (placeLat === undefined || placeLon === undefined) return undefined
  const named = placeText && !byPoint.has(placeWay ?? 'map') ? await namedAt(ctx, placeText, { lat: placeLat, lon: placeLon }) : undefined
  if (named) return { hit: named, way: wayOf[named.kind] }
  return {
    hit: await pointHit(ctx, { lat: placeLat, lon: placeLon }),
    way: placeWay ?? 'map',
    ...(placeAccuracy ? { accuracyM: Math.round(placeAccuracy) } : {}),
  }
}

async function choice(
  ctx: Ctx,
  hit: PlaceHit,
  way: PlaceWay,
  { placeNote }: PlaceInput,
  accuracyM = hit.accuracyM,
): Promise<Result<PlaceChoice, 'placeOutside'>> {
  const district = hit.districtId ?? (await districtAt(ctx, hit))?.id
  if (!district && !(await insideBounds(ctx, hit))) return refuse('placeOutside', { field: 'placeText', facts: { town: ctx.town.name } })
  const road = hit.roadOwner ? undefined : await roadAt(ctx, hit)
  const asset = hit.assetId ? await assetRow(ctx, hit.assetId) : undefined
  const street = hit.street ?? asset?.street ?? road?.street
  const roadOwner = hit.roadOwner ?? road?.owner
  return ok({
    lat: hit.lat,
    lon: hit.lon,
    way,
    label: hit.label,
    ...(accuracyM ? { accuracyM } : {}),
    ...(street ? { street } : {}),
    ...(hit.houseNumber ? { houseNumber: hit.houseNumber } : {}),
    ...(roadOwner ? { roadOwner } : {}),
    ...(hit.assetId ? { assetId: hit.assetId } : {}),
    ...(district ? { districtId: district } : {}),
    ...(placeNote ? { note: placeNote } : {}),
  })
}

/** The place at a point in words; undefined outside the town. */
export async function choiceAt(ctx: Ctx, point: LatLon): Promise<PlaceHit | undefined> {
  const hit = await pointHit(ctx, point)
  return hit.districtId || (await insideBounds(ctx, hit)) ? hit : undefined
}

/** A town that has brought no districts is as large as its map; one without a map has no border. */
async function insideBounds(ctx: Ctx, { lat, lon }: LatLon): Promise<boolean> {
  if ((await allDistricts(ctx)).length > 0) return false
  const [west, south, east, north] = ctx.town.bounds ?? [-180, -90, 180, 90]
  return lon >= west && lon <= east && lat >= south && lat <= north
}
