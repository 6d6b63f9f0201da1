import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import { setNotifications } from '#core/notifications/index.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { caseById, partyBySecret } from '../../cases/index.ts'
import { answerQuestion, type StepInput, takeStep } from '../index.ts'
import { decidePromises, escalatePromises } from './break.ts'
import { promiseClock } from './clock.ts'
import { refreshEstimates } from './estimates.sql.ts'
import { reportPromises } from './module.ts'
import { promiseOf } from './promise.sql.ts'
import { renewPromise } from './renew.ts'

const { pool } = await testDatabase()
registerTexts(reportPromises.texts)
setNotifications(reportPromises.notificationKinds ?? [])
const t = await reportTown(pool, 'zusagen')
const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) })
const promise = (caseId: string) => t.as(undefined, (ctx) => promiseOf(ctx, caseId))
const kinds = (caseId: string) =>
  t.as(undefined, async (ctx) => (await eventsAbout(ctx, { type: 'case', id: caseId }, ['public'])).map(({ kind }) => kind))
const take = async (number: string, verb: StepInput['verb'], day: string, more: Partial<StepInput> = {}) => {
  const taken = await t.as(t.clerk, (ctx) => takeStep(ctx, { number, verb, ...more }), on(day))
  if (!taken.ok) throw new Error(taken.refusal.code)
}
const hear = (caseId: string, kind: string, day: string) =>
  t.as(
    undefined,
    async (ctx) => {
      const event = (await eventsAbout(ctx, { type: 'case', id: caseId }, ['public', 'parties', 'internal'])).findLast(
        (one) => one.kind === kind,
      )
      if (!event) throw new Error(`no ${kind}`)
      await promiseClock.react(ctx, event)
    },
    on(day),
  )

test('without experience the norm of the category is the target; its break asks for a reason, then tells the leads', async () => {
  const { caseId, number, dueAt } = await t.send()
  const made = await promise(caseId)
  expect(made).toMatchObject({ level: 'norm', n: 0, usualOn: undefined, outcome: undefined })
  expect(dueAt.toISOString().slice(0, 10)).toBe(made?.dueOn)
  await t.as(undefined, (ctx) => decidePromises(ctx), on(made!.dueOn))
  expect((await promise(caseId))?.outcome).toBeUndefined()

  expect(await t.as(undefined, (ctx) => decidePromises(ctx), on('2026-06-08'))).toBe(1)
  expect((await promise(caseId))?.outcome).toBe('broken')
  expect((await kinds(caseId)).at(-1)).toBe('promise.broken')
  expect(await t.as(undefined, (ctx) => decidePromises(ctx), on('2026-06-08'))).toBe(0)
  expect(await t.as(undefined, (ctx) => escalatePromises(ctx), on('2026-06-10'))).toBe(0)
  expect(await t.as(undefined, (ctx) => escalatePromises(ctx), on('2026-06-11'))).toBe(1)
  expect(await t.as(undefined, (ctx) => escalatePromises(ctx), on('2026-06-11'))).toBe(0)

  const renew = (day: string, actor = t.clerk) =>
    t.as(actor, (ctx) => renewPromise(ctx, { number, reason: 'material', day }), on('2026-06-11'))
  expect(await renew('2026-06-14')).toMatchObject({ ok: false, refusal: { code: 'dayNotPossible' } })
  expect(await renew('2026-06-15', t.gardener)).toMatchObject({ ok: false, refusal: { code: 'notYourUnit' } })
  expect((await renew('2026-06-15')).ok).toBe(true)
  expect(await promise(caseId)).toMatchObject({ outcome: 'broken', reason: 'material', renewedOn: '2026-06-15' })
  expect((await t.as(undefined, (ctx) => caseById(ctx, caseId)))?.dueAt.toISOString()).toBe('2026-06-15T21:59:59.000Z')
  expect((await kinds(caseId)).at(-1)).toBe('promise.renewed')
})

test('a question stops the clock; the answer moves the promise by the days between', async () => {
  const { caseId, number, secret } = await t.send()
  const before = (await promise(caseId))!
  await take(number, 'accept', '2026-05-08')
  await take(number, 'ask', '2026-05-11', { text: 'Wo genau?' })
  await hear(caseId, 'question.asked', '2026-05-11')
  expect((await promise(caseId))?.stoppedOn).toBe('2026-05-11')
  // As long as it stands nothing is broken.
  await t.as(undefined, (ctx) => decidePromises(ctx), on('2026-06-08'))
  expect((await promise(caseId))?.outcome).toBeUndefined()
  await t.as(
    anybody,
    async (ctx) => answerQuestion(ctx, (await partyBySecret(ctx, secret))!.party, { text: 'Vor dem Tor.' }),
    on('2026-05-13'),
  )
  await hear(caseId, 'question.answered', '2026-05-13')
  const after = (await promise(caseId))!
  expect(after).toMatchObject({ stoppedOn: undefined, stoppedDays: 2 })
  expect(after.dueOn > before.dueOn).toBe(true)
  expect((await kinds(caseId)).at(-1)).toBe('promise.shifted')
  // Heard twice, moved once.
  await hear(caseId, 'question.answered', '2026-05-13')
  expect((await promise(caseId))?.dueOn).toBe(after.dueOn)
})

test('after twenty finished ones the promise rests on them, and what was done in time is kept', async () => {
  const sent: string[] = []
  for (let i = 0; i < 20; i++) {
    const { number, caseId } = await t.send()
    sent.push(caseId)
    await take(number, 'accept', '2026-05-08')
    await take(number, 'finish', i < 12 ? '2026-05-11' : '2026-05-13', { noPhotoReason: 'unsafe', text: 'Fertig.' })
  }
  expect(await t.as(undefined, (ctx) => refreshEstimates(ctx), on('2026-05-20'))).toBeGreaterThan(0)
  const kept = () =>
    t.as(undefined, (ctx) =>
      ctx.db.selectFrom('services.promise_estimate').select(['key', 'level', 'n', 'p50', 'p90']).orderBy('key').orderBy('level').execute(),
    )
  const atOnce = await kept()
  await t.as(undefined, (ctx) => refreshEstimates(ctx, 3), on('2026-05-20'))
  expect(await kept(), 'counted three at a time').toEqual(atOnce)
  const { caseId } = await t.send()
  expect(await promise(caseId)).toMatchObject({ level: 'category', usualOn: '2026-05-11' })
  while ((await t.as(undefined, (ctx) => decidePromises(ctx), on('2026-07-01'))) > 0);
  for (const one of sent) expect((await promise(one))?.outcome).toBe('kept')
  expect((await promise(caseId))?.outcome).toBe('broken')
})
