import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import type { Actor } from '#platform/context.ts'
import { applicationTown, codeOf, given, stranger } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { thursday } from '../../../test/setup/town.ts'
import { caseByNumber, partyBySecret } from '../cases/index.ts'
import { inquiryWorkflow } from '../workflows/inquiry.ts'
import { wakeApplications } from './application.jobs.ts'
import { countSpan } from './figures/count.sql.ts'
import { figuresBy } from './figures/figures.sql.ts'
import { insistOnAnswer, thankOffice } from './party.verbs.ts'
import { partyApplication } from './status/application.read.ts'
import { type StepInput, takeStep } from './step.verbs.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'fragestadt', { workflow: inquiryWorkflow() })
const later = (days: number) => ({ now: new Date(thursday.getTime() + days * 86_400_000) })

const take = (actor: Actor, number: string, step: string, more: Partial<StepInput> = {}, days = 0) =>
  t.as(actor, (ctx) => takeStep(ctx, { number, step, ...more }), later(days))
const caseOf = async (number: string) => (await t.as(undefined, (ctx) => caseByNumber(ctx, number)))!
const partyOf = async (secret: string) => (await t.as(stranger, async (ctx) => (await partyBySecret(ctx, secret))!)).party

/** An inquiry that the office has answered at once. */
async function answered() {
  const sent = await t.send()
  given(await take(t.clerk, sent.number, 'accept'))
  given(await take(t.clerk, sent.number, 'reply', { text: 'Das Freibad öffnet am 15. Mai.' }))
  return { ...sent, party: await partyOf(sent.secret) }
}
const seenBy = async ({ number, party }: Awaited<ReturnType<typeof answered>>) => {
  const it = await caseOf(number)
  return (await t.as(stranger, (ctx) => partyApplication(ctx, it, party)))!
}

test('an answer is read and waits for a word for two weeks, in which nothing is overdue', async () => {
  const it = await answered()
  const { answered: open, withdraw } = await seenBy(it)
  expect(open).toMatchObject({ reply: { text: 'Das Freibad öffnet am 15. Mai.' }, until: new Date('2026-05-21T21:59:59Z') })
  expect(withdraw).toBeUndefined()
  expect(await caseOf(it.number)).toMatchObject({ stage: 'yourTurn', dueAt: new Date('2026-05-21T21:59:59Z'), closedAt: undefined })
})

test('what is not enough is asked again, answered again, and closed with thanks', async () => {
  const it = await answered()
  const say = (text: string) => t.as(stranger, (ctx) => insistOnAnswer(ctx, it.party, { text }), later(3))
  expect(codeOf(await say(' '))).toBe('textMissing')
  given(await say('Und um wie viel Uhr?'))
  expect(codeOf(await say('Noch einmal'))).toBe('wrongState')
  const open = await caseOf(it.number)
  expect(open).toMatchObject({ state: 'inProgress', stage: 'inProgress' })
  // Ten working days again, from the day on which it was asked again (Whit Monday is none).
  expect(open.dueAt).toEqual(new Date('2026-05-26T21:59:59Z'))
  expect((await seenBy(it)).answered).toBeUndefined()
  given(await take(t.clerk, it.number, 'reply', { text: 'Um neun.' }, 4))
  expect((await seenBy(it)).answered?.reply?.text).toBe('Um neun.')
  given(await t.as(stranger, (ctx) => thankOffice(ctx, it.party), later(5)))
  expect(await caseOf(it.number)).toMatchObject({ state: 'closed', stage: 'done' })
  const kinds = await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: it.caseId }, ['parties', 'internal', 'public']))
  expect(kinds.map(({ kind }) => kind.replace('application.', ''))).toEqual([
    'submitted',
    'accepted',
    'replied',
    'reopened',
    'replied',
    'closed',
  ])
  expect(codeOf(await t.as(stranger, (ctx) => thankOffice(ctx, it.party)))).toBe('wrongState')
})

test('without a word it is closed when the day is over, and can then be taken up by the office alone', async () => {
  const it = await answered()
  await t.as(undefined, wakeApplications, later(13))
  expect((await caseOf(it.number)).state).toBe('answered')
  await t.as(undefined, wakeApplications, later(15))
  expect(await caseOf(it.number)).toMatchObject({ state: 'closed', stage: 'done' })
  expect(codeOf(await t.as(stranger, (ctx) => insistOnAnswer(ctx, it.party, { text: 'Doch nicht' }), later(16)))).toBe('wrongState')
  given(await take(t.clerk, it.number, 'reopen', { text: 'Es kam noch etwas.' }, 16))
})

test('nobody else says that an answer is enough', async () => {
  const it = await answered()
  expect(codeOf(await t.as(stranger, (ctx) => thankOffice(ctx, { ...it.party, role: 'subscriber' })))).toBe('notAllowed')
  expect(codeOf(await take(t.clerk, it.number, 'thank'))).toBe('notAllowed')
  expect(codeOf(await take(t.clerk, it.number, 'insist', { text: 'Für sie' }))).toBe('notAllowed')
})

test('figures take it as long as it was until the answer, and late only by that', async () => {
  // What is still open is closed before, and not counted with these.
  await t.as(undefined, wakeApplications, later(39))
  const replied = async (on: number) => {
    const sent = await t.send(undefined, later(40))
    given(await take(t.clerk, sent.number, 'accept', {}, 40))
    given(await take(t.clerk, sent.number, 'reply', { text: 'Am 15. Mai.' }, on))
    return sent
  }
  // Ten working days are promised: one is answered on the next day, one after two months; nobody says a word to either.
  await replied(41)
  await replied(100)
  await t.as(undefined, wakeApplications, later(120))
  await t.as(undefined, (ctx) => countSpan(ctx, '2026-09-01', '2026-09-30'))
  const september = { from: '2026-09-01', until: '2026-09-01' }
  const [sums] = await t.as(undefined, (ctx) => figuresBy(ctx, september, { service: true, month: false }))
  expect(sums).toMatchObject({ done: 2, kept: 1, late: 1, half: 1 })
})
