import { sql } from 'kysely'
import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx, Town } from '#platform/context.ts'
import { registerTexts, textIn } from '#platform/text.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { demoGeography } from './demo/index.ts'
import { importPlaces } from './import.verbs.ts'
import { assetByNumber, assetsNear, districtAt, districtsOf, nearestAddress, roadAt } from './near.verbs.ts'
import { placeCandidates, resolvePlace } from './place.verbs.ts'
import { placeHit, searchPlaces } from './search.verbs.ts'
import { phrases } from './testing/phrases.ts'
import { placesTexts } from './texts.ts'

const { pool, adminUrl } = await testDatabase()
registerTexts(placesTexts)
const geography = demoGeography('large')
let town: Town
let empty: Town
const inTown = <T>(work: (ctx: Ctx) => Promise<T>, where = town) => doing(pool, { town: where }, work)

beforeAll(async () => {
  town = { ...(await makeTown(pool, 'lindenfurt')), bounds: geography.bounds }
  empty = { ...(await makeTown(pool, 'leerstadt')), bounds: [1, 1, 2, 2] }
  await inTown((ctx) => importPlaces(ctx, geography))
  // As autovacuum does within a minute of any import.
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('ANALYZE')
  await admin.end()
})

describe('one line of words', () => {
  test.each(phrases)('%s → %s', async (words, label) => {
    const [first] = await inTown((ctx) => searchPlaces(ctx, words))
    expect(first?.label).toBe(label)
  })

  const lamp = geography.assets.find(({ kind, number }) => kind === 'lamp' && number === 'L-10234')
  test.each(['L-10234', 'L10234', 'l 10234', 'Laterne 10234', 'Laterne Nr. 10234', 'Straßenlaterne L-10234', 'lamp 10234'])(
    '%s',
    async (words) => {
      const [first] = await inTown((ctx) => searchPlaces(ctx, words))
      expect(first).toMatchObject({ label: `Laterne L-10234, ${lamp?.street}`, lat: lamp?.point[1], lon: lamp?.point[0] })
    },
  )

  test('digits alone name everything with these digits', async () => {
    const hits = await inTown((ctx) => searchPlaces(ctx, '10234'))
    expect(hits.map(({ label }) => label.split(',')[0]).sort()).toEqual(['Baum B-10234', 'Laterne L-10234'])
  })

  test('coordinates become the house that stands there', async () => {
    const house = geography.addresses.find(({ street, number }) => street === 'Goethestraße' && number === 4)
    const [lon = 0, lat = 0] = house?.point ?? []
    const [first] = await inTown((ctx) => searchPlaces(ctx, `${lat}, ${lon}`))
    expect(first).toMatchObject({ kind: 'point', label: 'Goethestraße 4', lat, lon })
  })

  test.each(['', '   ', '?', 'xqzzyx', 'a / b', '%', "'; DROP TABLE core.asset; --"])('%j finds nothing', async (words) =>
    expect(await inTown((ctx) => searchPlaces(ctx, words))).toEqual([]),
  )

  test('a near point decides between equals and gives distances', async () => {
    const near = { lat: 51.742, lon: 9.612 }
    const hits = await inTown((ctx) => searchPlaces(ctx, 'Spielplatz', 6, near))
    expect(hits.length).toBe(6)
    expect(hits.map(({ distanceM }) => distanceM ?? 0)).toEqual(hits.map(({ distanceM }) => distanceM ?? 0).sort((a, b) => a - b))
    expect(hits[0]?.detail).toMatch(/ · [\d.,]+ (m|km)$/)
  })

  test('another town finds nothing of it', async () => {
    for (const words of ['Bahnhofstraße 5', 'L-10234', 'Rathaus', 'Ecke Bahnhofstraße Wallstraße'])
      expect(await inTown((ctx) => searchPlaces(ctx, words), empty)).toEqual([])
  })

  test('a hit is found again by its id, in its own town only', async () => {
    for (const words of [
      'Bahnhofstraße 5',
      'L-10234',
      'Rathaus',
      'Ecke Bahnhofstraße Wallstraße',
      'Kasseler Straße 5-21',
      'Südstadt',
      'Bahnhofstraße',
    ]) {
      const [first] = await inTown((ctx) => searchPlaces(ctx, words))
      const again = await inTown((ctx) => placeHit(ctx, first?.id ?? ''))
      expect(again).toMatchObject({ label: first?.label, lat: first?.lat, lon: first?.lon })
      expect(await inTown((ctx) => placeHit(ctx, first?.id ?? ''), empty)).toBeUndefined()
    }
    for (const id of ['', 'street', 'street:1', 'nothing:x', 'point:a,b', 'point:1'])
      expect(await inTown((ctx) => placeHit(ctx, id))).toBeUndefined()
  })
})

describe('what a form means', () => {
  test('a house', async () => {
    const result = await inTown((ctx) => resolvePlace(ctx, { placeText: 'Kasseler Str. 5', placeNote: 'am Zaun' }))
    expect(result).toMatchObject({
      ok: true,
      value: {
        way: 'address',
        label: 'Kasseler Straße 5',
        street: 'Kasseler Straße',
        houseNumber: '5',
        roadOwner: 'state',
        note: 'am Zaun',
      },
    })
  })

  test('a lamp, with its id and district', async () => {
    const result = await inTown((ctx) => resolvePlace(ctx, { placeText: 'L-10234' }))
    const lamp = await inTown((ctx) => assetByNumber(ctx, 'l 10234'))
    expect(result).toMatchObject({ ok: true, value: { way: 'asset', assetId: lamp?.id, districtId: lamp?.districtId } })
  })

  test('a whole street is not exact', async () => {
    const result = await inTown((ctx) => resolvePlace(ctx, { placeText: 'Goethestraße' }))
    expect(result.ok && result.value.accuracyM).toBeGreaterThan(50)
  })

  test('a point on a federal road belongs to the federation', async () => {
    const road = geography.streets.find(({ owner }) => owner === 'federal')
    const line = road?.lines.find((part) => part.length > 4) ?? []
    const [lon = 0, lat = 0] = line[Math.floor(line.length / 2)] ?? []
    const result = await inTown((ctx) => resolvePlace(ctx, { placeLat: lat, placeLon: lon, placeWay: 'device', placeAccuracy: 12.4 }))
    expect(result).toMatchObject({ ok: true, value: { way: 'device', roadOwner: 'federal', street: road?.name, accuracyM: 12 } })
  })

  test('several that fit are offered; the chosen one is taken', async () => {
    const asked = 'Ecke Obertorstraße Wallstraße'
    const result = await inTown((ctx) => resolvePlace(ctx, { placeText: asked }))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'placeAmbiguous', field: 'placeText', facts: { count: 2 } } })
    const candidates = await inTown((ctx) => placeCandidates(ctx, { placeText: asked }))
    expect(new Set(candidates.map(({ detail }) => detail)).size).toBe(2)
    const placeId = candidates[1]?.id
    const chosen = await inTown((ctx) => resolvePlace(ctx, { placeText: asked, placeAsked: asked, placeId }))
    expect(chosen).toMatchObject({ ok: true, value: { way: 'crossing', lat: candidates[1]?.lat } })
    expect(await inTown((ctx) => placeCandidates(ctx, { placeText: asked, placeAsked: asked, placeId }))).toEqual([])
  })

  test('a changed text wins over what was chosen before', async () => {
    const [hit] = await inTown((ctx) => searchPlaces(ctx, 'Rathaus'))
    const result = await inTown((ctx) =>
      resolvePlace(ctx, { placeText: 'Goethestraße 4', placeAsked: 'Rathaus', placeId: hit?.id, placeLat: 51.7, placeLon: 9.6 }),
    )
    expect(result).toMatchObject({ ok: true, value: { label: 'Goethestraße 4' } })
  })

  test('a corner that comes back as name and point is still the corner', async () => {
    const first = await inTown((ctx) => resolvePlace(ctx, { placeText: 'Ecke Am Ufer Fischergasse' }))
    const { label = '', lat, lon, way } = first.ok ? first.value : {}
    const again = await inTown((ctx) =>
      resolvePlace(ctx, { placeText: label, placeAsked: label, placeLat: lat, placeLon: lon, placeWay: way }),
    )
    expect(again).toEqual(first)
    const elsewhere = await inTown((ctx) =>
      resolvePlace(ctx, { placeText: label, placeAsked: label, placeLat: (lat ?? 0) + 0.002, placeLon: lon, placeWay: way }),
    )
    expect(elsewhere.ok && elsewhere.value.label).not.toBe(label)
  })

  test('a number that is not there is asked back', async () => {
    const result = await inTown((ctx) => resolvePlace(ctx, { placeText: 'Goethestraße 999' }))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'placeAmbiguous', facts: { count: 1, places: 'Goethestraße' } } })
  })

  test('nothing given, nothing found, outside: each with a sentence in both languages', async () => {
    const refusals = [
      await inTown((ctx) => resolvePlace(ctx, {})),
      await inTown((ctx) => resolvePlace(ctx, { placeText: 'xqzzyx' })),
      await inTown((ctx) => resolvePlace(ctx, { placeLat: 48.1, placeLon: 11.5 })),
      await inTown((ctx) => resolvePlace(ctx, { placeText: '48.1, 11.5' })),
      await inTown((ctx) => resolvePlace(ctx, { placeText: 'Goethestraße 999' })),
    ].map((result) => (result.ok ? undefined : result.refusal))
    expect(refusals.map((refusal) => refusal?.code)).toEqual([
      'placeUnknown',
      'placeUnknown',
      'placeOutside',
      'placeOutside',
      'placeAmbiguous',
    ])
    for (const refusal of refusals)
      for (const locale of ['de', 'en'] as const)
        expect(textIn(locale, `refusal.${refusal?.code}`, refusal?.facts)).toMatch(/^[\p{Lu}„W].*[.]$/u)
  })

  test('a town without districts ends where its map ends', async () => {
    const at = (lat: number) => inTown((ctx) => resolvePlace(ctx, { placeLat: lat, placeLon: 1.5 }), empty)
    expect(await at(1.5)).toMatchObject({ ok: true, value: { label: 'Punkt 1.50000, 1.50000' } })
    expect(await at(2.5)).toMatchObject({ ok: false, refusal: { code: 'placeOutside' } })
  })
})

describe('near a point', () => {
  test('the nearest house of all, for a hundred points', async () => {
    await inTown(async (ctx) => {
      for (let i = 0; i < 100; i++) {
        const point = { lat: 51.73 + ((i * 37) % 100) / 4000, lon: 9.59 + ((i * 61) % 100) / 2500 }
        const metres = ([lon, lat]: readonly [number, number]) =>
          Math.hypot((lon - point.lon) * 111_320 * Math.cos((point.lat * Math.PI) / 180), (lat - point.lat) * 111_320)
        const expected = Math.min(...geography.addresses.map((address) => metres(address.point)))
        const found = await nearestAddress(ctx, point, 5000)
        expect(found?.distanceM).toBeCloseTo(expected, 0)
      }
    })
  })

  test('every label of a district lies in its district; far away is none', async () => {
    await inTown(async (ctx) => {
      for (const { name, label } of geography.districts) expect((await districtAt(ctx, { lat: label[1], lon: label[0] }))?.name).toBe(name)
      expect(await districtAt(ctx, { lat: 48, lon: 11 })).toBeUndefined()
      expect((await districtsOf(ctx)).map(({ code }) => code)).toEqual(geography.districts.map(({ code }) => code))
    })
  })

  test('the road in front of a lamp is the street of the lamp', async () => {
    const lamps = geography.assets.filter(({ kind }, i) => kind === 'lamp' && i % 50 === 0)
    const roads = await inTown(async (ctx) => {
      const found = []
      for (const { point } of lamps) found.push(await roadAt(ctx, { lat: point[1], lon: point[0] }))
      return found
    })
    const same = roads.filter((road, i) => road?.street === lamps[i]?.street).length
    // A lamp at a corner stands as near to the other street.
    expect(same / lamps.length).toBeGreaterThan(0.9)
    expect(await inTown((ctx) => roadAt(ctx, { lat: 48, lon: 11 }))).toBeUndefined()
  })

  test('things near a point, nearest first, of one kind', async () => {
    const [lon, lat] = geography.assets.find(({ kind }) => kind === 'bench')?.point ?? [0, 0]
    const near = await inTown((ctx) => assetsNear(ctx, { lat, lon }, { kind: 'bench', withinM: 500, limit: 5 }))
    expect(near[0]?.distanceM).toBe(0)
    expect(near.every(({ kind }) => kind === 'bench')).toBe(true)
    expect(near.map(({ distanceM }) => distanceM)).toEqual(near.map(({ distanceM }) => distanceM).toSorted((a, b) => a - b))
  })
})

describe('the tables', () => {
  const plan = (query: ReturnType<typeof sql>) =>
    inTown(async (ctx) =>
      (await sql<Record<string, string>>`EXPLAIN ${query}`.execute(ctx.db)).rows.map((row) => row['QUERY PLAN']).join('\n'),
    )
  const tenant = () => sql`tenant_id = ${town.id}`

  test.each([
    ['place_name_like', () => sql`SELECT * FROM core.place_name WHERE ${tenant()} ORDER BY folded <->> 'lindenweg' LIMIT 14`],
    ['place_name_like', () => sql`SELECT * FROM core.place_name WHERE ${tenant()} ORDER BY folded <-> 'lindenweg' LIMIT 14`],
    ['address_near', () => sql`SELECT * FROM core.address WHERE ${tenant()} ORDER BY location <-> core.plane(51.7, 9.6) LIMIT 1`],
    ['asset_near', () => sql`SELECT * FROM core.asset WHERE ${tenant()} ORDER BY location <-> core.plane(51.7, 9.6) LIMIT 10`],
    ['street_piece_near', () => sql`SELECT * FROM core.street_piece WHERE ${tenant()} ORDER BY area <-> core.plane(51.7, 9.6) LIMIT 24`],
    ['asset_plain', () => sql`SELECT * FROM core.asset WHERE ${tenant()} AND plain = 'l10234'`],
    ['asset_digits', () => sql`SELECT * FROM core.asset WHERE ${tenant()} AND digits = '10234'`],
  ])('%s is read under row-level security', async (index, query) => {
    const lines = await plan(query())
    expect(lines).toContain(`using ${index}`)
    expect(lines).not.toContain('Seq Scan')
    expect(lines).not.toContain('Sort')
  })
})
