import { expect, test } from 'vitest'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { deleteCase } from '../../cases/case.sql.ts'
import { CategoryInput, saveCategory, saveGroup, sendReport, takeStep } from '../index.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const lead = await program.signedIn({ roles: ['lead'], name: 'Lena Leit' })
const clerk = await program.signedIn({ roles: ['clerk'], organisationId: lead.organisationId! })
const assetId = newId()
await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'light', name: { de: 'Licht', en: 'Light' }, icon: 'road' })
  const name = { de: 'Laterne', en: 'Lamp' }
  await saveCategory(
    ctx,
    CategoryInput.parse({ code: 'lamp', groupCode: 'light', name, publish: 'atOnce', proof: 'signoff', unitId: lead.organisationId! }),
  )
  await ctx.db
    .insertInto('core.asset')
    .values({ tenant_id: ctx.town.id, id: assetId, kind: 'lamp', number: 'L-77', lat: 49.05, lon: 11.05 })
    .execute()
})
const place = { lat: 49.05, lon: 11.05, way: 'asset', label: 'Laterne L-77', assetId } as const

/** Reported and repaired, with everything that follows from it. */
async function repair() {
  program.clock.forward(60 * 24 * 7)
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'lamp', place, text: 'Dunkel' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  const { number } = sent.value
  await as(system, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  const done = await as(system, (ctx) => takeStep(ctx, { number, verb: 'finish' }))
  expect(done.ok).toBe(true)
  await program.work()
  return number
}
const list = async () => [
  ...new Set([...(await lead.visitor.get('/amt/ursachen')).body.matchAll(/\/amt\/ursachen\/(U-[0-9A-Z-]{9})/g)].map(([, n]) => n!)),
]
const asset = async () => (await program.visitor().get('/objekte/L-77')).body

test('the third repair asks for the cause: turned down, asked again after the next, taken up with a task, decided and closed', async () => {
  await repair()
  await repair()
  expect(await list()).toEqual([])
  await repair()
  const [first] = await list()
  expect(first).toBeDefined()
  const page = `/amt/ursachen/${first}`
  expect((await lead.visitor.get('/mein/mitteilungen')).body).toContain('3 Reparaturen in zwölf Monaten')
  expect((await lead.visitor.get('/amt')).body).toContain('zum dritten Mal in zwölf Monaten')
  expect(await asset()).not.toContain('nach der Ursache gesucht')
  expect((await lead.visitor.get('/objekte/L-77')).body).toContain(page)

  expect((await lead.visitor.fill(page, `${page}/ablehnen`)).status).toBe(422)
  expect((await clerk.visitor.post(`${page}/ablehnen`, { reason: 'nein' })).status).toBe(403)
  expect((await lead.visitor.fill(page, `${page}/ablehnen`, { reason: 'Vandalismus' })).status).toBe(303)
  expect(await list()).toEqual([])

  const fourth = await repair()
  const [second] = await list()
  expect(second).not.toBe(first)
  const again = `/amt/ursachen/${second}`
  const accept = { question: 'Warum so oft?', days: '5', who: `person:${clerk.personId}` }
  expect((await lead.visitor.fill(again, `${again}/annehmen`, { ...accept, days: '' })).status).toBe(422)
  expect((await lead.visitor.fill(again, `${again}/annehmen`, accept)).status).toBe(303)
  expect(await asset()).toContain('nach der Ursache gesucht')
  expect((await clerk.visitor.get('/amt/aufgaben')).body).toContain(`Ursache klären: L-77 (${second})`)
  await repair()
  expect(await list()).toEqual([second])

  const stand = `${again}/stand`
  expect((await clerk.visitor.fill(again, stand, { findings: 'Wasser im Mast', step: 'note' })).status).toBe(303)
  const late = await lead.visitor.get(again)
  expect((await clerk.visitor.fill(again, stand, { findings: 'Wasser im Mast, Dichtung fehlt', step: 'note' })).status).toBe(303)
  expect((await lead.visitor.submit(late, stand, { step: 'note' })).status).toBe(422)
  expect((await clerk.visitor.fill(again, stand, { measure: 'Dichtung', step: 'decide' })).status).toBe(422)
  expect((await lead.visitor.fill(again, stand, { step: 'decide' })).status).toBe(422)
  expect((await lead.visitor.fill(again, stand, { measure: 'Dichtung einbauen', step: 'decide' })).status).toBe(303)
  expect(await asset()).toContain('Die Ursache ist gefunden')
  expect((await lead.visitor.fill(again, stand, { step: 'close' })).status).toBe(303)
  expect(await asset()).not.toContain('Die Ursache ist gefunden')
  expect((await clerk.visitor.get('/amt/aufgaben')).body).not.toContain('Ursache klären')
  expect((await clerk.visitor.get(`/amt/meldungen/${fourth}`)).status).toBe(200)

  // What was before the end counts no more.
  await repair()
  expect(await list()).toEqual([])
})

test('the search outlives the report that asked for it', async () => {
  const closed = await lead.visitor.get('/amt/ursachen?stand=beendet')
  const number = /U-[0-9A-Z-]{9}/.exec(closed.body)![0]
  await as(system, async (ctx) => {
    const { last_case_id } = await ctx.db
      .selectFrom('services.root_cause')
      .select('last_case_id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await deleteCase(ctx, last_case_id!)
  })
  expect((await lead.visitor.get(`/amt/ursachen/${number}`)).status).toBe(200)
})

test('another town knows nothing of it', async () => {
  const elsewhere = await program.makeTown('ursachenstadt')
  const stranger = await program.signedIn({ town: elsewhere, roles: ['lead'] })
  const closed = await lead.visitor.get('/amt/ursachen?stand=beendet')
  const number = /U-[0-9A-Z-]{9}/.exec(closed.body)![0]
  expect((await stranger.visitor.get(`/amt/ursachen/${number}`)).status).toBe(404)
  expect((await stranger.visitor.get('/amt/ursachen?stand=beendet')).body).not.toContain(number)
})
