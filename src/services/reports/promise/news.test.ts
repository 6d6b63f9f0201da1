import { expect, test } from 'vitest'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { CategoryInput, confirmEmail, saveCategory, saveGroup, sendReport, takeStep } from '../index.ts'
import { decidePromises } from './break.ts'
import { renewPromise } from './renew.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const clerk = await program.signedIn({ roles: ['clerk'] })
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  const unitId = clerk.organisationId!
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce', unitId }))
})
const mails = () =>
  as(system, (ctx) =>
    ctx.db.selectFrom('core.mail').select(['subject', 'text']).where('to_address', '=', 'nina@example.org').orderBy('id').execute(),
  )

test('the parties hear that a promise was broken, and of the new day with its reason; the desk leads to the promise', async () => {
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Loch', email: 'nina@example.org' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number } = sent.value
  await program.work()
  const secret = /\/meldungen\/bestaetigen\/([\w.-]+)/.exec((await mails())[0]!.text)?.[1] ?? ''
  expect((await as(anybody, (ctx) => confirmEmail(ctx, { secret }))).ok).toBe(true)
  expect((await as(system, (ctx) => takeStep(ctx, { number, verb: 'accept' }))).ok).toBe(true)
  expect((await clerk.visitor.get(`/amt/meldungen/${number}`)).body).toContain(`href="/amt/meldungen/${number}/zusage"`)
  program.clock.forward(60 * 24 * 60)
  await as(system, decidePromises)
  await program.work()
  const broken = (await mails()).filter(({ subject }) => subject.includes('Zusage nicht gehalten'))
  expect(broken).toHaveLength(1)
  expect(broken[0]!.text).toMatch(/Die Zusage bis \d+\. \w+ \d{4} ist nicht gehalten\./)

  const day = [1, 2, 3, 4, 5, 6, 7].map((days) => new Date(program.clock.at.getTime() + days * 86_400_000).toISOString().slice(0, 10))
  const renewed = []
  for (const one of day) renewed.push((await as(system, (ctx) => renewPromise(ctx, { number, reason: 'material', day: one }))).ok)
  expect(renewed).toContain(true)
  await program.work()
  const news = (await mails()).filter(({ subject }) => subject.includes('Neue Zusage'))
  expect(news).toHaveLength(renewed.filter(Boolean).length)
  expect(news[0]!.text).toMatch(/Neue Zusage bis \d+\. \w+ \d{4}\. Grund: Material fehlt\./)
  program.clock.forward(-60 * 24 * 60)
})

test('a kept page says on the next day how many days are left then', async () => {
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Noch ein Loch' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const left = async () => {
    const { body } = await program.visitor().get(`/meldungen/${sent.value.number}`)
    return Number(/Noch (\d+) Tag/.exec(body)?.[1])
  }
  const toMidnight = 24 * 60 - minutesIn(program.clock.at, program.town.timeZone)
  program.clock.forward(toMidnight - 0.5)
  const before = await left()
  expect(before).toBeGreaterThan(1)
  // Less than a minute later: the page is still kept, were it not for the day.
  program.clock.forward(0.75)
  expect(await left()).toBe(before - 1)
  program.clock.forward(-toMidnight - 0.25)
})

test('days are counted in the town’s own zone', async () => {
  const made = await program.makeTown('inselstadt')
  // Two hours behind Berlin: near midnight it is still the day before there.
  const town = { ...made, timeZone: 'Atlantic/Azores' }
  await program.pool.query('UPDATE core.town SET time_zone = $2 WHERE id = $1', [town.id, town.timeZone])
  program.house.directory.forget()
  const there = <T>(work: (ctx: Ctx) => Promise<T>) =>
    inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town, actor: system }, work)
  const sent = await there(async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await saveCategory(
      ctx,
      CategoryInput.parse({ code: 'pothole', groupCode: 'street', name: { de: 'Schlagloch', en: 'Pothole' }, publish: 'atOnce' }),
    )
    return await sendReport(ctx, { category: 'pothole', place, text: 'Loch am Hafen' })
  })
  if (!sent.ok) throw new Error(sent.refusal.code)
  const left = async () => {
    const { body } = await program.visitor({ town }).get(`/meldungen/${sent.value.number}`)
    return Number(/Noch (\d+) Tag/.exec(body)?.[1])
  }
  const before = await left()
  const toMidnight = 24 * 60 - minutesIn(program.clock.at, 'Europe/Berlin')
  program.clock.forward(toMidnight + 30)
  expect(await left()).toBe(before)
  program.clock.forward(120)
  expect(await left()).toBe(before - 1)
  program.clock.forward(-toMidnight - 150)
})

function minutesIn(at: Date, timeZone: string): number {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('de-DE', { timeZone, timeStyle: 'short' }).format(at).split(':').map(Number)
  return hours * 60 + minutes + at.getUTCSeconds() / 60
}
