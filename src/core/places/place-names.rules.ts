import type { Geography, LandmarkKind } from './demo/geography.ts'
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

/** What people call a landmark of a kind, whatever its name is. */
const ordinary: Readonly<Partial<Record<LandmarkKind, readonly string[]>>> = {
  townHall: ['Rathaus', 'town hall'],
  church: ['Kirche', 'church'],
  school: ['Schule', 'school'],
  kindergarten: ['Kita', 'Kindergarten'],
  playground: ['Spielplatz', 'playground'],
  station: ['Bahnhof', 'train station'],
  pool: ['Schwimmbad', 'Freibad', 'swimming pool'],
  library: ['Bücherei', 'Bibliothek', 'library'],
  museum: ['Museum'],
  hospital: ['Krankenhaus', 'Klinik', 'hospital'],
  fireStation: ['Feuerwehr', 'fire station'],
  police: ['Polizei', 'police'],
  cemetery: ['Friedhof', 'cemetery'],
  sports: ['Sportplatz', 'sports ground'],
}

/** Every name under which people look for a place: streets also by their road number, things that have a name by it. */
export function placeNames(
  places: Pick<Geography, 'districts' | 'streets' | 'landmarks' | 'assets'>,
  ids: Ids,
  townName: string,
): PlaceName[] {
  const town = fold(townName)
  const districts = new Map(places.districts.map((district) => [district.code, district]))
  const found: (Omit<PlaceName, 'folded' | 'subjectId' | 'district'> & {
    subjectId: string | undefined
    district: string
    also?: readonly string[]
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
      ...(ref ? { also: [ref] } : {}),
      district,
      ...middleOf(lines),
    })),
    ...places.landmarks.map(({ kind, name, district, point: [lon, lat] }) => {
      return {
        kind: 'landmark' as const,
        subjectId: ids.landmark(kind, name),
        name,
        also: ordinary[kind] ?? [],
        district,
        lat,
        lon,
        reachM: 0,
      }
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
    const folded = new Set([place.name, ...(also ?? [])].map((name) => withoutTown(fold(name), town)).filter(Boolean))
    return [...folded].map((text) => ({
      ...place,
      subjectId,
      folded: text,
      district: district && { code: district.code, name: district.name },
    }))
  })
}

/** `hauptbahnhof neustadt` → `hauptbahnhof`: nobody at home says it, and searches leave it out, too. */
const withoutTown = (folded: string, town: string): string =>
  town && folded.endsWith(` ${town}`) ? folded.slice(0, -town.length - 1) : folded
