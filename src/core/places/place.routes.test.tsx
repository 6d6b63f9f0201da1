import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Form } from '#design/index.ts'
import type { Town } from '#platform/context.ts'
import { type Frame, inFrame } from '#platform/view.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { demoGeography } from './demo/index.ts'
import { importPlaces } from './import.verbs.ts'
import { placeFields } from './place.rules.ts'
import { placeCandidates } from './place.verbs.ts'
import { PlaceField } from './place-field.tsx'
import { PlaceMap } from './place-map.tsx'

const program = await testProgram()
const geography = demoGeography('small')
let drawn: Town

beforeAll(async () => {
  await doing(program.pool, { town: program.town }, (ctx) => importPlaces(ctx, geography))
  const { slug } = await program.makeTown('eulenrode')
  const [west, south, east, north] = geography.bounds
  await program.pool.query('UPDATE core.town SET demo = true, west = $2, south = $3, east = $4, north = $5 WHERE slug = $1', [
    slug,
    west,
    south,
    east,
    north,
  ])
  program.house.directory.forget()
  drawn = (await program.house.directory.bySlug(slug)) ?? program.town
  drawn = { ...drawn, origin: 'http://eulenrode.test' }
})

const ask = (path: string, town?: Town) => program.visitor(town ? { town } : {}).get(path)

test('suggestions while typing, and how many there are', async () => {
  const { body } = await ask('/orte/suche.json?q=hauptstr')
  const { hits, summary } = JSON.parse(body)
  expect(hits[0]).toMatchObject({ kind: 'street', label: 'Hauptstraße', line: expect.stringContaining('Gewählt: Hauptstraße') })
  expect(summary).toMatch(/Orte? gefunden$/)
  expect(JSON.parse((await ask('/orte/suche.json?q=h')).body).hits).toEqual([])
})

test('a point in words, and that a point lies outside', async () => {
  const [lon, lat] = geography.addresses[0]?.point ?? []
  expect(JSON.parse((await ask(`/orte/punkt.json?lat=${lat}&lon=${lon}&genau=80`)).body)).toMatchObject({
    inside: true,
    line: expect.stringContaining('auf etwa 80 m genau'),
  })
  expect(JSON.parse((await ask('/orte/punkt.json?lat=48&lon=11')).body)).toMatchObject({
    inside: false,
    message: expect.stringContaining('Stadt'),
  })
  expect((await ask('/orte/punkt.json?lat=north&lon=11')).status).toBe(400)
})

test('the code on a plate leads to the form for this thing', async () => {
  const { status, location } = await ask('/o/l-10001')
  expect([status, location]).toEqual([303, '/meldungen/neu?objekt=L-10001'])
  expect((await ask('/o/L-99999')).status).toBe(404)
})

test('a place has a page, another town does not have it', async () => {
  const [hit] = JSON.parse((await ask('/orte/suche.json?q=hauptstr')).body).hits
  const page = await ask(`/orte/${encodeURIComponent(hit.id)}`)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Hauptstraße')
  expect((await ask(`/orte/${encodeURIComponent(hit.id)}`, drawn)).status).toBe(404)
  expect((await ask('/orte/nothing')).status).toBe(404)
})

test('a demo town draws its own map, another town does not', async () => {
  const style = await ask('/karte/1/stil-dark.json', drawn)
  const [tiles] = JSON.parse(style.body).sources.town.tiles
  expect(tiles).toBe('/karte/1/{z}/{x}/{y}.mvt')
  const [lon, lat] = geography.center
  const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** 14)
  const tile = await ask(`/karte/1/14/${Math.floor(((lon + 180) / 360) * 2 ** 14)}/${y}.mvt`, drawn)
  expect([tile.status, tile.headers.get('content-type'), tile.headers.get('cache-control')]).toEqual([
    200,
    'application/vnd.mapbox-vector-tile',
    'public, max-age=31536000, immutable',
  ])
  expect((await ask('/karte/1/14/1/1.mvt', drawn)).status).toBe(204)
  const still = await ask(`/karte/bild.svg?lat=${lat}&lon=${lon}&nadeln=${lat},${lon}`, drawn)
  expect(still.headers.get('content-type')).toBe('image/svg+xml')
  expect(still.body).toMatch(/^<svg .*<\/svg>$/)
  for (const path of ['/karte/1/stil-light.json', '/karte/1/14/1/1.mvt', `/karte/bild.svg?lat=${lat}&lon=${lon}`])
    expect((await ask(path)).status).toBe(404)
  expect((await ask('/karte/2/stil-light.json', drawn)).status).toBe(404)
  for (const pins of ['x', '91,10', '51.8,181', '1.2.3,10'])
    expect([pins, (await ask(`/karte/bild.svg?lat=${lat}&lon=${lon}&nadeln=${pins}`, drawn)).status]).toEqual([pins, 400])
  expect((await ask(`/karte/bild.svg?lat=90&lon=${lon}&zoom=10`, drawn)).status).toBe(200)
})

test('places for a map are GeoJSON', async () => {
  expect((await ask('/karte/orte.geojson?ort=1.2.3,9.8,Nirgends')).status).toBe(400)
  const { body } = await ask('/karte/orte.geojson?ort=51.8,9.8,Am+Markt%2C+hinten')
  expect(JSON.parse(body).features).toEqual([
    { type: 'Feature', geometry: { type: 'Point', coordinates: [9.8, 51.8] }, properties: { id: '0', title: 'Am Markt, hinten' } },
  ])
})

const frame: Frame = {
  locale: 'de',
  theme: 'auto',
  path: '/',
  base: '/t/eulenrode',
  town: { name: 'Eulenrode', slug: 'eulenrode', bounds: geography.bounds },
  demo: true,
  nav: [],
  unread: 0,
  flash: [],
  assets: { css: [], js: [] },
  formKey: () => 'key',
  now: new Date('2026-05-07T07:20:00Z'),
}

test('the field without script: what is unclear comes back as a choice, and the choice is understood', async () => {
  const placeText = 'Linden'
  const candidates = await doing(program.pool, { town: program.town }, (ctx) => placeCandidates(ctx, { placeText }))
  expect(candidates.length).toBeGreaterThan(1)
  const state = { input: { placeText }, errors: {} }
  const html = inFrame(frame, () =>
    renderToString(
      <Form action="/x" state={state}>
        <PlaceField candidates={candidates} />
      </Form>,
    ),
  )
  expect([...html.matchAll(/type="radio"/g)].length).toBe(candidates.length)
  expect(html).toContain('name="placeAsked" value="Linden"')
  expect(html).toContain('name="placeText" ')
  expect(html).not.toMatch(/ style=/)
  expect(z.object(placeFields).parse({ placeText, placeAsked: placeText, placeId: candidates[0]?.id })).toMatchObject({
    placeId: candidates[0]?.id,
  })
})

test('a chosen place is kept when the form comes back for another reason', () => {
  const values = { placeText: 'Hauptstraße 5', placeAsked: 'Hauptstraße 5', placeId: 'address:x' }
  const html = inFrame(frame, () => renderToString(<PlaceField values={values} />))
  expect(html).toContain('name="placeId" value="address:x"')
  expect(html).toContain('Gewählt: Hauptstraße 5')
  const changed = inFrame(frame, () => renderToString(<PlaceField values={{ ...values, placeText: 'Hauptstraße 7' }} />))
  expect(changed).not.toContain('address:x')
})

test('a map has a still picture in both themes; a town without a map has the words alone', () => {
  const map = () => renderToString(<PlaceMap places={[{ lat: 51.861, lon: 9.842, label: 'Markt' }]} label="Karte: Markt" />)
  const html = inFrame(frame, map)
  expect(html).toContain('media="(prefers-color-scheme: dark)"')
  expect(html).toContain('alt="Karte: Markt"')
  expect(html).toContain('src="/t/eulenrode/karte/bild.svg?lat=51.86100')
  expect(html).toContain('data-map-list-source-value="/t/eulenrode/karte/orte.geojson?ort=51.86100%2C9.84200%2CMarkt"')
  expect(inFrame({ ...frame, demo: false }, map)).toBe('')
})
