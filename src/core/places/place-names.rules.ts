import type { Geography } from './demo/geography.ts'
import { boundsOf, metresBetween, middleOf } from './geometry.rules.ts'
import type { LatLon } from './place.rules.ts'
import { fold } from './words.rules.ts'

export type PlaceName = LatLon & {
  kind: 'street' | 'landmark' | 'district' | 'asset'
  subjectId: string
  name: string
  folded: string
  district: { code: string; name: string } | undefined
  reachM: number
}

type Ids = {
  district: (code: string) => string | undefined
  street: (name: string, district: string) => string | undefined
  landmark: (kind: string, name: string) => string | undefined
  asset: (number: string) => string | undefined
}

/** Every name under which people look for a place: streets also by their road number, things that have a name by it. */
export function placeNames(places: Pick<Geography, 'districts' | 'streets' | 'landmarks' | 'assets'>, ids: Ids): PlaceName[] {
  const districts = new Map(places.districts.map((district) => [district.code, district]))
  const found: (Omit<PlaceName, 'folded' | 'subjectId' | 'district'> & {
    subjectId: string | undefined
    district: string
    also?: string
  })[] = [
    ...places.districts.map(({ code, name, polygon, label: [lon, lat] }) => {
      const [west, south, east, north] = boundsOf(polygon.flat())
      const reachM = Math.ceil(metresBetween({ lat: south, lon: west }, { lat: north, lon: east }) / 2)
      return { kind: 'district' as const, subjectId: ids.district(code), name, district: code, lat, lon, reachM }
    }),
    ...places.streets.map(({ name, ref, district, lines }) => ({
      kind: 'street' as const,
      subjectId: ids.street(name, district),
      name,
      ...(ref ? { also: ref } : {}),
      district,
      ...middleOf(lines),
    })),
    ...places.landmarks.map(({ kind, name, district, point: [lon, lat] }) => {
      return { kind: 'landmark' as const, subjectId: ids.landmark(kind, name), name, district, lat, lon, reachM: 0 }
    }),
    ...places.assets.flatMap(({ kind, number, name, district, point: [lon, lat] }) => {
      if (!name) return []
      const shown = kind === 'busStop' && !/^haltestelle/i.test(name) ? `Haltestelle ${name}` : name
      return { kind: 'asset' as const, subjectId: ids.asset(number), name: shown, district, lat, lon, reachM: 0 }
    }),
  ]
  return found.flatMap(({ subjectId, also, ...place }) => {
    if (!subjectId) return []
    const district = districts.get(place.district)
    const folded = new Set([place.name, ...(also ? [also] : [])].map(fold))
    return [...folded].map((text) => ({
      ...place,
      subjectId,
      folded: text,
      district: district && { code: district.code, name: district.name },
    }))
  })
}
