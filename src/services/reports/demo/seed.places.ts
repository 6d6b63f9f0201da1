import type { demoGeography } from '#core/places/index.ts'
import { resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Seeded, seeded } from '#platform/seeded.ts'
import type { PlaceChoice } from '../place.rules.ts'
import type { DemoReport, PlaceKind } from './report.ts'

type Geography = ReturnType<typeof demoGeography>
type LonLat = readonly [number, number]

const assetKinds: Partial<Record<PlaceKind, string>> = {
  lamp: 'lamp',
  tree: 'tree',
  playground: 'playground',
  bench: 'bench',
  bin: 'bin',
  stop: 'busStop',
}

/** Chooses a believable place for each report; those of one story lie close to each other. */
export function placesFor(ctx: Ctx, geography: Geography) {
  const stories = new Map<string, LonLat>()
  return async (report: Pick<DemoReport, 'key' | 'place' | 'story'>): Promise<PlaceChoice> => {
    const random = seeded('place', geography.town, report.story ?? report.key)
    const known = report.story ? stories.get(report.story) : undefined
    const asset = known ? undefined : assetFor(geography, report.place, random)
    const point = known ? beside(known, seeded('beside', report.key)) : (asset?.point ?? pointFor(geography, report.place, random))
    if (report.story && !known) stories.set(report.story, point)
    const found = await resolvePlace(
      ctx,
      asset
        ? { placeText: asset.number, placeNote: '' }
        : { placeLat: point[1], placeLon: point[0], placeWay: 'map', placeText: '', placeNote: '' },
    )
    if (!found.ok) throw new Error(`no place for ${report.key}: ${found.refusal.code}`)
    return found.value
  }
}

const assetFor = (geography: Geography, kind: PlaceKind, random: Seeded) => {
  const wanted = assetKinds[kind]
  const assets = wanted ? geography.assets.filter((asset) => asset.kind === wanted) : []
  return assets.length > 0 ? random.pick(assets) : undefined
}

function pointFor(geography: Geography, kind: PlaceKind, random: Seeded): LonLat {
  if (kind === 'crossing') return random.pick(geography.crossings).point
  if (kind === 'landmark' || kind === 'park' || kind === 'water') {
    const fitting = geography.landmarks.filter((landmark) => kind === 'landmark' || landmark.kind === (kind === 'park' ? 'park' : 'bridge'))
    return random.pick(fitting.length > 0 ? fitting : geography.landmarks).point
  }
  return random.pick(geography.addresses).point
}

/** Some metres away, as people tap on a map. */
const beside = ([lon, lat]: LonLat, random: Seeded): LonLat => [
  lon + random.between(-0.0002, 0.0002),
  lat + random.between(-0.00012, 0.00012),
]
