import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { CategoryInput, confirmEmail, joinReport, saveCategory, saveGroup, sendReport, takeStep, writeToParties } from '../index.ts'
import { mergeReports, splitReports } from './incident.verbs.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const system: Actor = { kind: 'system', permissions: new Set(['everyone', 'system']), trust: 'none', unitIds: [] }
const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern' })
const citizen = await program.signedIn({ name: 'Berta Bürger' })
const unitId = clerk.organisationId!
const staff: Actor = {
  ...anybody,
  kind: 'person',
  personId: clerk.personId,
  unitIds: [unitId],
  permissions: new Set(['everyone', 'report.work', 'report.see']),
}
const berta: Actor = { ...anybody, kind: 'person', personId: citizen.personId, accountId: citizen.accountId }

await as(system, async (ctx) => {
  await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
  await saveCategory(
    ctx,
    CategoryInput.parse({ code: 'pothole', groupCode: 'street', name: { de: 'Schlagloch', en: 'Pothole' }, unitId, publish: 'atOnce' }),
  )
})

const linkIn = (text: string) => /\/(?:meldungen\/bestaetigen|s)\/([\w.-]+)/.exec(text)?.[1] ?? ''
const mailsOf = (to: string) =>
  as(system, (ctx) =>
    ctx.db
      .selectFrom('core.mail')
      .select(['subject', 'text'])
      .where('tenant_id', '=', ctx.town.id)
      .where('to_address', '=', to)
      .orderBy('id')
      .execute(),
  )
const send = async (actor: Actor, email?: string) => {
  const sent = await as(actor, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Loch', ...(email ? { email } : {}) }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  await program.work()
  if (email) await as(anybody, async (ctx) => confirmEmail(ctx, { secret: linkIn((await mailsOf(email)).at(-1)!.text) }))
  return sent.value
}

test('a step reaches everybody once, with the own number and link, however many of the reports somebody takes part in', async () => {
  const first = await send(anybody, 'nina@example.org')
  const second = await send(anybody, 'nina@example.org')
  const third = await send(berta)
  // Berta takes part in the first as well, with her own address and without signing in.
  await as(anybody, (ctx) => joinReport(ctx, { number: first.number, email: citizen.email }))
  await program.work()
  await as(anybody, async (ctx) => confirmEmail(ctx, { secret: linkIn((await mailsOf(citizen.email)).at(-1)!.text) }))
  const count = async (word: string, to: string) => (await mailsOf(to)).filter(({ subject }) => subject.includes(word)).length

  expect((await as(staff, (ctx) => mergeReports(ctx, { into: first.number, numbers: [second.number, third.number] }))).ok).toBe(true)
  await program.work()
  expect([await count('Mehrere Meldungen', 'nina@example.org'), await count('Mehrere Meldungen', citizen.email)]).toEqual([1, 1])

  expect((await as(staff, (ctx) => takeStep(ctx, { number: first.number, verb: 'accept', text: 'Wir kommen.' }))).ok).toBe(true)
  await program.work()
  expect([await count('Angenommen', 'nina@example.org'), await count('Angenommen', citizen.email)]).toEqual([1, 1])
  const told = (await mailsOf('nina@example.org')).find(({ subject }) => subject.startsWith('Angenommen'))
  expect(told?.text).toContain('Wir kommen.')

  // To the parties of the third alone: nobody else hears it.
  await as(staff, (ctx) => writeToParties(ctx, { number: first.number, to: third.number, text: 'Nur für Berta.' }))
  await program.work()
  expect((await mailsOf('nina@example.org')).some(({ text }) => text.includes('Nur für Berta'))).toBe(false)
  expect((await mailsOf(citizen.email)).length).toBeGreaterThan(3)

  expect((await as(staff, (ctx) => splitReports(ctx, { number: first.number, numbers: [third.number] }))).ok).toBe(true)
  await program.work()
  expect([await count('für sich weiter', 'nina@example.org'), await count('für sich weiter', citizen.email)]).toEqual([0, 1])
  expect((await as(staff, (ctx) => takeStep(ctx, { number: third.number, verb: 'accept' }))).ok).toBe(true)
  await program.work()
  expect([await count('Angenommen', 'nina@example.org'), await count('Angenommen', citizen.email)]).toEqual([1, 2])
})
