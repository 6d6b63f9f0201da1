import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { partyBySecret } from '../../cases/index.ts'
import { CategoryInput, confirmEmail, joinReport, saveCategory, saveGroup, sendReport, takeStep } from '../index.ts'
import { objectTo } from './objection.verbs.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const system: Actor = { kind: 'system', permissions: new Set(['everyone', 'system']), trust: 'none', unitIds: [] }
const lead = await program.signedIn({ roles: ['lead'], name: 'Lena Leit' })
const unitId = lead.organisationId!
const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern', organisationId: unitId })
const citizen = await program.signedIn({ name: 'Berta Bürger' })
const reporter: Actor = { ...anybody, kind: 'person', personId: citizen.personId, accountId: citizen.accountId }

await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  const name = { de: 'Schlagloch', en: 'Pothole' }
  await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, unitId, publish: 'atOnce' }))
  await saveCategory(ctx, CategoryInput.parse({ code: 'crack', groupCode: 'street', name, publish: 'atOnce' }))
})

const mailsTo = (email: string) =>
  as(system, (ctx) =>
    ctx.db.selectFrom('core.mail').select(['subject', 'text']).where('to_address', '=', email).orderBy('id', 'desc').execute(),
  )
const noticesOf = async (personId: string) =>
  (
    await as(system, (ctx) =>
      ctx.db.selectFrom('core.notification').select('text').where('person_id', '=', personId).orderBy('id').execute(),
    )
  ).map(({ text }) => text)

const staff: Actor = { ...system, permissions: new Set(['everyone', 'report.work', 'report.route']) }
const finish = async (number: string) => {
  const done = await as(staff, (ctx) => takeStep(ctx, { number, verb: 'finish', noPhotoReason: 'unsafe' }))
  expect(done.ok).toBe(true)
}

/** Done and objected to three times, by an address and by an account. */
async function thirdTime(from: { email: string } | Actor, category = 'pothole', objections = ['Eins', 'Zwei', 'Drei']) {
  const sent = await as('kind' in from ? from : anybody, (ctx) =>
    sendReport(ctx, { category, place, text: 'Loch', ...('email' in from ? from : {}) }),
  )
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number, secret } = sent.value
  if ('email' in from) {
    await program.work()
    const [confirm] = await mailsTo(from.email)
    await as(anybody, (ctx) => confirmEmail(ctx, { secret: /\/meldungen\/bestaetigen\/([\w.-]+)/.exec(confirm?.text ?? '')?.[1] ?? '' }))
  }
  if (category === 'crack') await as(staff, (ctx) => takeStep(ctx, { number, verb: 'route', unitId: clerkless }))
  await as(staff, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  for (const text of objections) {
    await finish(number)
    await as(anybody, async (ctx) => objectTo(ctx, (await partyBySecret(ctx, secret))!.party, { text }))
  }
  await program.work()
  return number
}
/** A unit that nobody leads. */
const clerkless = await program.makeOrganisation(program.town, 'department', 'Ohne Leitung')

test('at the desk the lead turns it down with a reason that everybody reads, and the reporter hears it', async () => {
  const email = 'nina@example.org'
  const number = await thirdTime({ email })
  expect(await noticesOf(lead.personId)).toContain('proof.tell.toLead')
  const path = `/amt/meldungen/${number}`
  const other = await clerk.visitor.get(path)
  expect(other.body).toContain('die Leitung der Stelle entscheidet')
  expect(other.body).not.toContain('Widerspruch ablehnen')

  const page = await lead.visitor.get(`${path}?schritt=turnDown`)
  expect(page.body).toContain('Bitte entscheiden Sie: zum dritten Mal Widerspruch')
  expect(page.body).toMatch(/<details class="folded" open[^>]* id="schritt-turnDown"/)
  const step = (text: string) => lead.visitor.post(`${path}/schritt`, { verb: 'turnDown', text })
  const empty = await step(' ')
  expect(empty.status).toBe(422)
  expect(empty.body).toContain('Noch nicht gespeichert')
  expect((await clerk.visitor.post(`${path}/schritt`, { verb: 'turnDown', text: 'Nein' })).status).toBe(422)
  const done = await step('Am 5. Mai gemessen: eben, unter 3 mm.')
  expect([done.status, done.location]).toEqual([303, path])
  expect((await step('Noch einmal')).status).toBe(422)

  await program.work()
  const [news] = await mailsTo(email)
  expect(news?.subject).toContain('Widerspruch abgelehnt')
  expect(news?.text).toContain('Am 5. Mai gemessen: eben, unter 3 mm.')
  const seen = await program.visitor().get(`/meldungen/${number}`)
  expect(seen.body).toContain('Der Widerspruch ist abgelehnt.')
  expect(seen.body).toContain('Am 5. Mai gemessen: eben, unter 3 mm.')
  expect(seen.body).not.toContain('Drei')
  const after = await lead.visitor.get(path)
  expect(after.body).toContain('Lena Leit')
  expect(after.body).not.toContain('Bitte entscheiden Sie')
  const admin = await program.signedIn({ roles: ['admin'] })
  expect((await admin.visitor.get(`/verwaltung/protokoll`)).body).toContain('Widerspruch abgelehnt')
})

test('the reporter’s page shows the decision instead of the form', async () => {
  const number = await thirdTime(reporter)
  const form = `action="/status/${number}/widerspruch"`
  expect((await citizen.visitor.get(`/status/${number}`)).body).toContain('Jetzt entscheidet die Leitung')
  await lead.visitor.post(`/amt/meldungen/${number}/schritt`, { verb: 'turnDown', text: 'Nachgemessen, es ist eben.' })
  const { body } = await citizen.visitor.get(`/status/${number}`)
  expect(body).toContain('Die Leitung hat den Widerspruch abgelehnt.')
  expect(body).toContain('Nachgemessen, es ist eben.')
  expect(body).not.toContain(form)
  expect((await citizen.visitor.post(`/status/${number}/widerspruch`, { text: 'Doch!' })).status).toBe(422)
  await program.work()
  expect(await noticesOf(citizen.personId)).toContain('report.news.veto.turnedDown')
})

test('a supporter alone is not told that the lead decides: three are needed, or the reporter', async () => {
  const number = await thirdTime(reporter, 'pothole', ['Eins', 'Zwei'])
  const neighbour = await program.signedIn({ name: 'Nora Nachbar' })
  const supporter: Actor = { ...reporter, personId: neighbour.personId, accountId: neighbour.accountId }
  expect((await as(supporter, (ctx) => joinReport(ctx, { number }))).ok).toBe(true)
  await finish(number)
  const status = `/status/${number}`
  expect((await citizen.visitor.get(status)).body).toContain('darum entscheidet jetzt die Leitung')
  const asked = await neighbour.visitor.get(status)
  expect(asked.body).toContain('Sagen das drei Betroffene, entscheidet die Leitung')
  expect(asked.body).not.toContain('darum entscheidet jetzt die Leitung')
  expect((await neighbour.visitor.submit(asked, `${status}/widerspruch`, { text: 'Noch da.' })).status).toBe(303)
  const given = (await neighbour.visitor.get(status)).body
  expect(given).toContain('Sie haben widersprochen.')
  expect(given).not.toContain('Jetzt entscheidet die Leitung')
  expect(given).toContain('Widersprechen drei Betroffene oder die Person')

  // The reporter's word is enough: now it waits for the lead, and both read so.
  await citizen.visitor.fill(status, `${status}/widerspruch`, { text: 'Immer noch.' })
  for (const { visitor } of [citizen, neighbour]) expect((await visitor.get(status)).body).toContain('Jetzt entscheidet die Leitung')
})

test('where nobody leads the unit, the service desk hears that somebody has to decide', async () => {
  const dispatcher = await program.signedIn({ roles: ['dispatcher'] })
  await thirdTime(reporter, 'crack')
  expect(await noticesOf(dispatcher.personId)).toContain('proof.tell.toLead')
})
