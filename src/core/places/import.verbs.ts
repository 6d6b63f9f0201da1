import { record } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Geography } from './demo/geography.ts'
import { boundsOf, middleOf, piecesOf } from './geometry.rules.ts'
import { type Columns, deleteOthers, emptyTable, idsOf, upsertRows } from './import.sql.ts'
import { PlacesImported } from './place.events.ts'
import { placeNames } from './place-names.rules.ts'

/** What a town brings; the geography of a demo town fits. Streets, crossings and addresses refer to each other by name. */
export type PlacesToImport = Pick<Geography, 'districts' | 'streets' | 'addresses' | 'crossings' | 'landmarks' | 'assets'>

/** Metres after which the line of a street is cut, so that the road at a point is found by a small box. */
const PIECE_M = 120

/** Replaces all places of the town; what has the same name or number keeps its id. The large demo town takes about a second. */
export async function importPlaces(ctx: Ctx, places: PlacesToImport): Promise<void> {
  await emptyTable(ctx, 'core.place_name')
  await emptyTable(ctx, 'core.street_piece')
  const districts = await importDistricts(ctx, places)
  const inDistrict = (code: string): string | null => districts.get(code) ?? null
  const streets = await importStreets(ctx, places, inDistrict)
  const streetOf = streetFinder(places, streets, inDistrict)

  await importAddresses(ctx, places, streetOf, inDistrict)
  await importCrossings(ctx, places, streetOf, inDistrict)
  await importLandmarks(ctx, places, inDistrict)
  await importAssets(ctx, places, inDistrict)
  await deleteOthers(
    ctx,
    'core.district',
    [...places.districts].map(({ code }) => code),
  )

  const [landmarks, assets] = [await idsOf(ctx, 'core.landmark'), await idsOf(ctx, 'core.asset')]
  const names = placeNames(
    places,
    {
      district: (code) => districts.get(code),
      street: (name, district) => streets.get(streetKey(name, inDistrict(district))),
      landmark: (kind, name) => landmarks.get(`${kind}|${name}`),
      asset: (number) => assets.get(number),
    },
    ctx.town.name,
  )
  await upsertRows(
    ctx,
    'core.place_name',
    {
      kind: ['text', names.map(({ kind }) => kind)],
      subject_id: ['uuid', names.map(({ subjectId }) => subjectId)],
      folded: ['text', names.map(({ folded }) => folded)],
      name: ['text', names.map(({ name }) => name)],
      district: ['text', names.map(({ district }) => district?.name ?? null)],
      district_id: ['uuid', names.map(({ district }) => inDistrict(district?.code ?? ''))],
      lat: ['float8', names.map(({ lat }) => lat)],
      lon: ['float8', names.map(({ lon }) => lon)],
      reach_m: ['int', names.map(({ reachM }) => reachM)],
    },
    ['kind', 'subject_id', 'folded'],
  )
  const count = { districts: places.districts.length, streets: places.streets.length, assets: places.assets.length }
  await record(ctx, PlacesImported, { about: [{ type: 'town', id: ctx.town.id }], data: count })
}

type InDistrict = (code: string) => string | null
type StreetOf = (name: string, district: string) => string
const streetKey = (name: string, districtId: string | null): string => (districtId ? `${name}|${districtId}` : name)
const ids = (rows: readonly unknown[]): Columns[string] => ['uuid', rows.map(() => newId())]
const at = (points: readonly (readonly [number, number])[]): Pick<Columns, 'lat' | 'lon'> => ({
  lat: ['float8', points.map(([, lat]) => lat)],
  lon: ['float8', points.map(([lon]) => lon)],
})

async function importDistricts(ctx: Ctx, { districts }: PlacesToImport): Promise<Map<string, string>> {
  const boxes = districts.map(({ polygon }) => boundsOf(polygon.flat()))
  await upsertRows(
    ctx,
    'core.district',
    {
      id: ids(districts),
      code: ['text', districts.map(({ code }) => code)],
      name: ['text', districts.map(({ name }) => name)],
      postcode: ['text', districts.map(({ postcode }) => postcode)],
      population: ['int', districts.map(({ population }) => population)],
      polygon: ['jsonb', districts.map(({ polygon }) => JSON.stringify(polygon))],
      west: ['float8', boxes.map(([west]) => west)],
      south: ['float8', boxes.map(([, south]) => south)],
      east: ['float8', boxes.map(([, , east]) => east)],
      north: ['float8', boxes.map(([, , , north]) => north)],
      ...at(districts.map(({ label }) => label)),
    },
    ['code'],
  )
  return idsOf(ctx, 'core.district')
}

async function importStreets(ctx: Ctx, { streets }: PlacesToImport, inDistrict: InDistrict): Promise<Map<string, string>> {
  const middles = streets.map(({ lines }) => middleOf(lines))
  await upsertRows(
    ctx,
    'core.street',
    {
      id: ids(streets),
      name: ['text', streets.map(({ name }) => name)],
      ref: ['text', streets.map(({ ref }) => ref ?? null)],
      class: ['text', streets.map((street) => street.class)],
      owner: ['text', streets.map(({ owner }) => owner)],
      postcode: ['text', streets.map(({ postcode }) => postcode)],
      district_id: ['uuid', streets.map(({ district }) => inDistrict(district))],
      lat: ['float8', middles.map(({ lat }) => lat)],
      lon: ['float8', middles.map(({ lon }) => lon)],
      reach_m: ['int', middles.map(({ reachM }) => reachM)],
      lines: ['jsonb', streets.map(({ lines }) => JSON.stringify(lines))],
    },
    ['name', 'district_id'],
  )
  await deleteOthers(
    ctx,
    'core.street',
    streets.map(({ name, district }) => streetKey(name, inDistrict(district))),
  )
  const known = await idsOf(ctx, 'core.street')
  const pieces = streets.flatMap(({ name, district, lines }) => {
    const streetId = known.get(streetKey(name, inDistrict(district))) ?? ''
    return lines.flatMap((line) => piecesOf(line, PIECE_M)).map((line, nth) => ({ streetId, nth, line, box: boundsOf(line) }))
  })
  await upsertRows(
    ctx,
    'core.street_piece',
    {
      street_id: ['uuid', pieces.map(({ streetId }) => streetId)],
      nth: ['int', pieces.map(({ nth }) => nth)],
      line: ['jsonb', pieces.map(({ line }) => JSON.stringify(line))],
      west: ['float8', pieces.map(({ box }) => box[0])],
      south: ['float8', pieces.map(({ box }) => box[1])],
      east: ['float8', pieces.map(({ box }) => box[2])],
      north: ['float8', pieces.map(({ box }) => box[3])],
    },
    ['street_id', 'nth'],
  )
  return known
}

/** Finds the street of a name: the one in the same district where there are several. */
function streetFinder({ streets }: PlacesToImport, known: ReadonlyMap<string, string>, inDistrict: InDistrict): StreetOf {
  const byName = new Map<string, string>()
  for (const { name, district } of streets) byName.set(name, known.get(streetKey(name, inDistrict(district))) ?? '')
  return (name, district) => {
    const id = known.get(streetKey(name, inDistrict(district))) ?? byName.get(name)
    if (!id) throw new Error(`places: there is no street ${name}`)
    return id
  }
}

async function importAddresses(ctx: Ctx, { addresses }: PlacesToImport, streetOf: StreetOf, inDistrict: InDistrict): Promise<void> {
  const streetIds = addresses.map(({ street, district }) => streetOf(street, district))
  await upsertRows(
    ctx,
    'core.address',
    {
      id: ids(addresses),
      street_id: ['uuid', streetIds],
      number: ['int', addresses.map(({ number }) => number)],
      suffix: ['text', addresses.map(({ suffix }) => suffix)],
      postcode: ['text', addresses.map(({ postcode }) => postcode)],
      district_id: ['uuid', addresses.map(({ district }) => inDistrict(district))],
      ...at(addresses.map(({ point }) => point)),
    },
    ['street_id', 'number', 'suffix'],
  )
  await deleteOthers(
    ctx,
    'core.address',
    addresses.map(({ number, suffix }, i) => `${streetIds[i]}|${number}|${suffix}`),
  )
}

async function importCrossings(ctx: Ctx, { crossings }: PlacesToImport, streetOf: StreetOf, inDistrict: InDistrict): Promise<void> {
  const times = new Map<string, number>()
  const rows = crossings.map(({ streets, point, district }) => {
    const [a = '', b = ''] = [streetOf(streets[0], district), streetOf(streets[1], district)].sort()
    const nth = (times.get(`${a}|${b}`) ?? 0) + 1
    times.set(`${a}|${b}`, nth)
    return { a, b, nth, point, district }
  })
  await upsertRows(
    ctx,
    'core.crossing',
    {
      id: ids(rows),
      street_a_id: ['uuid', rows.map(({ a }) => a)],
      street_b_id: ['uuid', rows.map(({ b }) => b)],
      nth: ['int', rows.map(({ nth }) => nth)],
      district_id: ['uuid', rows.map(({ district }) => inDistrict(district))],
      ...at(rows.map(({ point }) => point)),
    },
    ['street_a_id', 'street_b_id', 'nth'],
  )
  await deleteOthers(
    ctx,
    'core.crossing',
    rows.map(({ a, b, nth }) => `${a}|${b}|${nth}`),
  )
}

async function importLandmarks(ctx: Ctx, { landmarks }: PlacesToImport, inDistrict: InDistrict): Promise<void> {
  await upsertRows(
    ctx,
    'core.landmark',
    {
      id: ids(landmarks),
      kind: ['text', landmarks.map(({ kind }) => kind)],
      name: ['text', landmarks.map(({ name }) => name)],
      address: ['text', landmarks.map(({ address }) => address ?? null)],
      district_id: ['uuid', landmarks.map(({ district }) => inDistrict(district))],
      ...at(landmarks.map(({ point }) => point)),
    },
    ['kind', 'name'],
  )
  await deleteOthers(
    ctx,
    'core.landmark',
    landmarks.map(({ kind, name }) => `${kind}|${name}`),
  )
}

async function importAssets(ctx: Ctx, { assets }: PlacesToImport, inDistrict: InDistrict): Promise<void> {
  await upsertRows(
    ctx,
    'core.asset',
    {
      id: ids(assets),
      kind: ['text', assets.map(({ kind }) => kind)],
      number: ['text', assets.map(({ number }) => number)],
      name: ['text', assets.map(({ name }) => name ?? null)],
      street: ['text', assets.map(({ street }) => street || null)],
      attributes: ['jsonb', assets.map(({ species }) => JSON.stringify(species ? { species } : {}))],
      district_id: ['uuid', assets.map(({ district }) => inDistrict(district))],
      ...at(assets.map(({ point }) => point)),
    },
    ['number'],
  )
  await deleteOthers(
    ctx,
    'core.asset',
    assets.map(({ number }) => number),
  )
}
