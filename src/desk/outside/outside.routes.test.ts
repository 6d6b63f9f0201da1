import { expect, test } from 'vitest'
import { eventsAbout, readLog } from '#core/memory/index.ts'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { caseByNumber } from '#services/cases/index.ts'
import { CategoryInput, saveCategory, saveGroup, sendReport } from '#services/reports/index.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { anybody, place } from '../../../test/setup/reports.ts'
import type { Along } from './along.rules.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const crew = await program.signedIn({ roles: ['crew'], name: 'Kai Kolonne' })
const other = await program.signedIn({ roles: ['crew'], name: 'Olaf Anders' })
const citizen = await program.signedIn()
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  const unitId = crew.organisationId!
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce', unitId, proof: 'photo' }))
})

async function report(north = 0, label = 'Lindenstraße 12'): Promise<string> {
  const at = { ...place, lat: place.lat + north / 1000, label }
  const sent = await as(anybody, (ctx) =>
    sendReport(ctx, { category: 'pothole', place: at, text: `Ein Loch ${label}`, email: 'rita@example.org', name: 'Rita Ruferin' }),
  )
  if (!sent.ok) throw new Error(sent.refusal.code)
  return sent.value.number
}
const caseOf = (number: string) => as(system, async (ctx) => (await caseByNumber(ctx, number))!)
const kindsOf = async (number: string) => {
  const { id } = await caseOf(number)
  return await as(system, async (ctx) =>
    (await eventsAbout(ctx, { type: 'case', id }, ['public', 'parties', 'internal'])).map(({ kind }) => kind),
  )
}
const path = (number: string) => `/amt/unterwegs/${number}`
const step = (number: string, fields: Record<string, string>) => crew.visitor.fill(path(number), `${path(number)}/schritt`, fields)
/** As a device sends what it kept: no page before it, its own key. */
const late = (number: string, to: 'schritt' | 'notiz', fields: Record<string, string>, asked = newId()) =>
  crew.visitor.post(`${path(number)}/${to}`, fields, { accept: 'application/json', 'idempotency-key': asked })

test('near stands first, and each order says where to', async () => {
  const [far, near] = [await report(9, 'Weitweg 1'), await report(1, 'Nahweg 1')]
  const list = await crew.visitor.get(`/amt/unterwegs?lat=${place.lat}&lon=${place.lon}`)
  expect(list.status).toBe(200)
  expect(list.body.indexOf(near)).toBeGreaterThan(0)
  expect(list.body.indexOf(near)).toBeLessThan(list.body.indexOf(far))
  expect(list.body).toContain('100 m nördlich')
  expect(list.body).toContain('1,0 km nördlich')
  const streets = await crew.visitor.get('/amt/unterwegs?reihe=strasse')
  expect(streets.body.indexOf(near)).toBeLessThan(streets.body.indexOf(far))
  for (const query of ['reihe=tour', 'reihe=unsinn&lat=x', 'nur=meine', 'ort=Gibtsnicht'])
    expect((await crew.visitor.get(`/amt/unterwegs?${query}`)).status).toBe(200)
  expect((await crew.visitor.get('/amt/unterwegs?ort=Gibtsnicht')).body).toContain('„Gibtsnicht“ wurde nicht gefunden')
  expect((await other.visitor.get('/amt/unterwegs')).body).not.toContain(near)
  expect((await citizen.visitor.get('/amt/unterwegs')).status).toBe(403)
})

test('on the spot: accepted, begun, finished; then comes the next', async () => {
  const number = await report(0.1)
  expect((await step(number, { verb: 'accept' })).status).toBe(303)
  expect((await step(number, { verb: 'start' })).status).toBe(303)
  const refused = await step(number, { verb: 'finish', text: 'Zu.' })
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('Zu.')])
  const next = await report(0.11)
  const here = `${path(number)}?lat=${place.lat + 0.0001}&lon=${place.lon}`
  const done = await crew.visitor.fill(here, `${path(number)}/schritt`, { verb: 'finish', noPhotoReason: 'unsafe', text: 'Zu.' })
  expect([done.status, done.location]).toEqual([303, expect.stringContaining(`${path(next)}?`)])
  expect((await caseOf(number)).state).toBe('done')
})

test('another unit’s report is not worked on', async () => {
  const number = await report()
  const seen = await other.visitor.get(path(number))
  expect(seen.body).not.toContain('name="verb"')
  const tried = await other.visitor.post(`${path(number)}/schritt`, { verb: 'accept' }, { 'idempotency-key': newId() })
  expect(tried.status).toBe(422)
  expect((await caseOf(number)).state).toBe('assigned')
})

test('what a device sends counts once, also a day later under its own key alone', async () => {
  const number = await report()
  const key = newId()
  for (const asked of [newId(), newId(), newId()]) expect((await late(number, 'schritt', { verb: 'accept', key }, asked)).status).toBe(201)
  const note = newId()
  for (const asked of [newId(), newId()]) expect((await late(number, 'notiz', { text: 'Schild fehlt', key: note }, asked)).status).toBe(201)
  const kinds = await kindsOf(number)
  expect(kinds.filter((kind) => kind === 'assignment.accepted')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'note.added')).toHaveLength(1)
})

test('what is no longer possible is refused in a sentence, and leaves its key free', async () => {
  const number = await report()
  await step(number, { verb: 'accept' })
  await step(number, { verb: 'end', reason: 'notFound', text: 'Nichts zu sehen.' })
  const key = newId()
  const refused = await late(number, 'schritt', { verb: 'start', key })
  expect(refused.status).toBe(422)
  expect((JSON.parse(refused.body) as { detail?: string; title?: string }).detail).toMatch(/\w+ \w+/)
  expect((await late(number, 'notiz', { text: 'War schon weg', key })).status).toBe(201)
})

test('steps of the desk alone are not taken here', async () => {
  const number = await report()
  await step(number, { verb: 'accept' })
  expect((await late(number, 'schritt', { verb: 'plan', date: '2026-05-12' })).status).toBe(422)
})

test('a tour is taken along without contacts, and each look is in the log', async () => {
  const number = await report(0.2, 'Mitnehmweg 3')
  const { body, headers } = await crew.visitor.get('/amt/unterwegs/mitnehmen.json?reihe=strasse')
  expect(headers.get('cache-control')).toBe('no-store')
  const along = JSON.parse(body) as Along
  expect(along.stops.find((stop) => stop.number === number)).toMatchObject({
    title: 'Schlagloch',
    place: 'Mitnehmweg 3',
    text: 'Ein Loch Mitnehmweg 3',
    steps: ['accept', 'handOn', 'end'],
    needsProof: true,
  })
  expect(body).not.toMatch(/Rita|rita@/)
  const { id } = await caseOf(number)
  const reads = () =>
    as(system, async (ctx) => (await readLog(ctx, {}, 200)).filter(({ subject }) => subject.id === id).map(({ purpose }) => purpose))
  await expect.poll(reads).toEqual(['report.detail'])
})

test('the page without network says nothing about anybody', async () => {
  const [mine, strangers] = [await crew.visitor.get('/amt/unterwegs/ohne-netz'), await program.visitor().get('/amt/unterwegs/ohne-netz')]
  expect([mine.status, strangers.status]).toEqual([200, 200])
  expect(strangers.body).not.toMatch(/M-[0-9A-Z]{4}-[0-9A-Z]{4}/)
})
