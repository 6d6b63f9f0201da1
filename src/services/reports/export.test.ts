import sharp from 'sharp'
import { expect, test } from 'vitest'
import { storeBuffer } from '#core/files/index.ts'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { anybody, place } from '../../../test/setup/reports.ts'
import { partyBySecret } from '../cases/index.ts'
import { addNote, CategoryInput, joinReport, leaveReport, saveCategory, saveGroup, sendReport, takeStep, writeToParties } from './index.ts'
import { writeToTown } from './party.verbs.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const citizen = await program.signedIn({ name: 'Berta Bürger' })
const neighbour = await program.signedIn({ name: 'Nora Nachbar' })
const actorOf = ({ personId, accountId }: typeof citizen): Actor => ({ ...anybody, kind: 'person', personId, accountId })

await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce' }))
})
const sent = async (who: Actor, text: string, photos: string[] = []) => {
  const it = await as(who, (ctx) => sendReport(ctx, { category: 'pothole', place, text, photos }))
  if (!it.ok) throw new Error(it.refusal.code)
  return it.value
}
const taken = async ({ visitor }: typeof citizen) => {
  const { body } = await visitor.get('/mein/konto/daten.json')
  return { body, ...JSON.parse(body).reports } as { body: string; complete: boolean; reports: Record<string, unknown>[] }
}

test('a person takes along her reports with words, state, days, place, photos and messages, and nothing of others', async () => {
  const bytes = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#777' } })
    .jpeg()
    .toBuffer()
  const photo = await as(actorOf(citizen), (ctx) => storeBuffer(ctx, bytes, { name: 'loch vor der tuer.jpg', kinds: ['image'] }))
  if (!photo.ok) throw new Error(photo.refusal.code)
  const { number } = await sent(actorOf(citizen), 'Ein Loch vor meiner Tür', [photo.value])
  const staff: Actor = { ...system, permissions: new Set(['everyone', 'report.see', 'report.work', 'report.route']) }
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'end', reason: 'noDefect', text: 'Dort ist kein Loch.' }))
  await as(staff, (ctx) => writeToParties(ctx, { number, text: 'Bitte melden Sie sich bei Fragen.' }))
  await as(staff, (ctx) => addNote(ctx, { number, text: 'Nur für das Amt' }))

  const other = await sent(actorOf(neighbour), 'Loch der Nachbarin')
  await as(anybody, async (ctx) =>
    writeToTown(ctx, (await partyBySecret(ctx, other.secret))!.party, { text: 'Vertrauliches der Nachbarin' }),
  )
  const joined = await as(actorOf(citizen), (ctx) => joinReport(ctx, { number: other.number }))
  expect(joined.ok).toBe(true)

  const file = await taken(citizen)
  expect(file.complete).toBe(true)
  expect(file.reports.map((one) => [one.number, one.role])).toEqual(
    expect.arrayContaining([
      [number, 'reporter'],
      [other.number, 'supporter'],
    ]),
  )
  const own = file.reports.find((one) => one.number === number)
  expect(own).toMatchObject({
    category: 'Schlagloch',
    stage: 'ended',
    text: 'Ein Loch vor meiner Tür',
    endReason: 'noDefect',
    place: { lat: 49.05, lon: 11.05 },
    photos: [{ name: 'loch vor der tuer.jpg', shows: 'before' }],
  })
  expect(own?.receivedAt).toBe(program.clock.at.toISOString())
  expect(own?.messages).toMatchObject([{ text: 'Bitte melden Sie sich bei Fragen.', byMe: false }])
  expect(own?.history).toContainEqual(expect.objectContaining({ kind: 'report.ended', text: 'Dort ist kein Loch.' }))
  for (const words of ['Nur für das Amt', 'Vertrauliches', 'Loch der Nachbarin an', 'secret', 'codeHash'])
    expect(file.body).not.toContain(words)
})

test('who left a report keeps that she took part; subscriptions are there', async () => {
  const other = await sent(anybody, 'Noch ein Loch')
  const joined = await as(actorOf(citizen), (ctx) => joinReport(ctx, { number: other.number }))
  if (!joined.ok) throw new Error(joined.refusal.code)
  await as(actorOf(citizen), async (ctx) => leaveReport(ctx, (await partyBySecret(ctx, joined.value.secret))!.party))
  const left = (await taken(citizen)).reports.find((one) => one.number === other.number)
  expect(left).toMatchObject({ role: 'supporter', until: program.clock.at.toISOString() })
  expect(left).not.toHaveProperty('history')

  await citizen.visitor.post('/meldungen/abo', { was: 'gebiet', wann: 'weekly' })
  const { body } = await citizen.visitor.get('/mein/konto/daten.json')
  expect(JSON.parse(body).subscriptions).toMatchObject([{ pace: 'weekly' }])
})

test('many reports come whole, page after page', async () => {
  const many = await program.signedIn({ name: 'Viola Viel' })
  for (let i = 0; i < 103; i++) await sent(actorOf(many), `Loch ${i}`)
  const file = await taken(many)
  expect(file.complete).toBe(true)
  expect(new Set(file.reports.map((one) => one.text)).size).toBe(103)
}, 60_000)
