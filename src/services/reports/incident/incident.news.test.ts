import { expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { linkIn, reportNews } from '../../../../test/setup/report-news.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { confirmEmail, joinReport, sendReport, takeStep, writeToParties } from '../index.ts'
import { mergeReports, splitReports } from './incident.verbs.ts'

const { program, as, citizen, staff, berta, mails } = await reportNews()
const mailsOf = async (address: string) => (await mails()).filter(({ to }) => to === address)
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
