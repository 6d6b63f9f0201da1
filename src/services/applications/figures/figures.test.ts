import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { applicationTown, given } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { partyBySecret } from '../../cases/index.ts'
import { experienceOf } from '../../catalogue/online.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { dropDrafts } from '../application.jobs.ts'
import { dropDraft, saveDraft, startDraft } from '../draft.verbs.ts'
import { withdrawApplication } from '../party.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import { countApplications } from './count.jobs.ts'
import { countSpan, countWaiting } from './count.sql.ts'
import { stoppedPages } from './figures.read.ts'
import { monthsBefore, workingDaysUntil } from './figures.rules.ts'
import { channelsOf, figuresBy } from './figures.sql.ts'

describe('days', () => {
  it('are working days after the day of arrival, the last one included', () => {
    expect(workingDaysUntil('2026-05-07', '2026-05-07', 'BY')).toBe(0)
    expect(workingDaysUntil('2026-05-07', '2026-05-11', 'BY')).toBe(2)
    // Ascension Day is the 14th.
    expect(workingDaysUntil('2026-05-13', '2026-05-15', 'BY')).toBe(1)
  })
  it('months before are the first of a month, one after the other', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (months) => {
        const at = monthsBefore('2026-05-07', months)
        expect(at.slice(8)).toBe('01')
        expect(monthsBefore(at, 1)).toBe(monthsBefore('2026-05-07', months + 1))
        expect(at > monthsBefore(at, 1)).toBe(true)
      }),
    ))
})

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'zaehlhausen', { workflow: standardWorkflow({}) })
const day = (count: number) => ({ now: new Date(thursday.getTime() + count * 86_400_000) })
const whole = { from: '2026-01-01', until: '2027-12-01' }
const count = async (on: number) => {
  while (await t.as(undefined, countApplications, day(on)));
}
const sums = async () => (await t.as(undefined, (ctx) => figuresBy(ctx, whole, { service: true, month: false })))[0]

/** Sent on one day, refused and closed on another. */
async function settled(from: number, until: number) {
  const { number } = await t.send(undefined, day(from))
  await t.as(
    t.clerk,
    async (ctx) => {
      for (const step of ['accept', 'start']) given(await takeStep(ctx, { number, step }))
      given(await takeStep(ctx, { number, step: 'draft', outcome: 'refused', text: 'Vergeben.' }))
    },
    day(until),
  )
  given(await t.as(t.lead, (ctx) => takeStep(ctx, { number, step: 'approve' }), day(until)))
  await t.as(
    t.clerk,
    async (ctx) => {
      given(await takeStep(ctx, { number, step: 'deliver', day: '2026-05-07' }))
      given(await takeStep(ctx, { number, step: 'close' }))
    },
    day(until),
  )
}

test('each day is counted once: what came, how it ended, in how many days, by its promise or late', async () => {
  await settled(0, 1)
  await settled(0, 5)
  await settled(1, 60)
  const { secret } = await t.send(undefined, day(2))
  const party = await t.as(undefined, (ctx) => partyBySecret(ctx, secret))
  given(await t.as(undefined, (ctx) => withdrawApplication(ctx, party!.party), day(3)))
  await count(4)
  expect(await sums()).toMatchObject({ received: 4, done: 1, withdrawn: 1, ended: 0, kept: 1, late: 0, half: 1, most: 1 })
  await count(61)
  await count(61)
  const now = await sums()
  expect(now).toMatchObject({ serviceId: t.serviceId, received: 4, done: 3, withdrawn: 1, kept: 2, late: 1 })
  // One, three and about forty working days: half in three.
  expect(now).toMatchObject({ half: 3, most: workingDaysUntil('2026-05-08', '2026-07-06', t.town.land) })
  const months = await t.as(undefined, (ctx) => figuresBy(ctx, whole, { service: false, month: true }))
  expect(months.map(({ month, received, done }) => [month, received, done])).toEqual([
    ['2026-05-01', 4, 2],
    ['2026-07-01', 0, 1],
  ])
  expect(await t.as(undefined, (ctx) => channelsOf(ctx, whole))).toEqual([{ channel: 'web', count: 4 }])
  expect(
    await t.as(undefined, (ctx) => figuresBy(ctx, { from: '2020-01-01', until: '2020-12-01' }, { service: true, month: true })),
  ).toEqual([])
})

test('how long it takes is told by enough of them alone', async () => {
  const told = async () => (await t.as(undefined, (ctx) => experienceOf(ctx, [t.serviceId]), day(70))).get(t.serviceId)
  expect(await told()).toBeUndefined()
  for (let i = 0; i < 2; i++) await settled(62, 64)
  await count(70)
  expect(await told()).toMatchObject({ count: 5 })
})

test('where people stop: drafts that lie there, and those that are gone without a trace of whom', async () => {
  const begin = (page: string, on: number) =>
    t.as(
      undefined,
      async (ctx) => {
        const { secret } = given(await startDraft(ctx, { slug: 'fest' }))
        if (page) given(await saveDraft(ctx, { secret }, { answers: { name: 'Nina' }, page }))
        return secret
      },
      day(on),
    )
  await begin('', 80)
  await begin('who', 80)
  await begin('why', 80)
  const thrown = await begin('why', 81)
  await t.as(undefined, (ctx) => dropDraft(ctx, { secret: thrown }), day(82))
  const pages = async (on: number) => {
    await t.as(undefined, countWaiting, day(on))
    return (await t.as(undefined, (ctx) => stoppedPages(ctx, { ...whole, serviceId: t.serviceId }))).map(({ page, count }) => [page, count])
  }
  expect(await pages(83)).toEqual([['why', 1]])
  expect(await pages(90)).toEqual([
    ['', 1],
    ['who', 1],
    ['why', 2],
  ])
  // Their time is over: nothing is lost by it.
  await t.as(undefined, dropDrafts, day(200))
  expect(await pages(200)).toEqual([
    ['', 1],
    ['who', 1],
    ['why', 2],
  ])
  expect(
    await t.as(undefined, (ctx) => ctx.db.selectFrom('services.draft').select('id').where('tenant_id', '=', ctx.town.id).execute()),
  ).toEqual([])
})

test('on the days of the change of clocks each application is counted on its own day', async () => {
  const there = await applicationTown(pool, 'uhrenhausen', { workflow: standardWorkflow({}) })
  // In the last hour of the day of 25 hours, and in the first hour after the one of 23.
  await there.send(undefined, { now: new Date('2026-10-25T22:30:00Z') })
  await there.send(undefined, { now: new Date('2026-03-29T22:30:00Z') })
  const counted = async (on: string) => {
    await there.as(undefined, (ctx) => countSpan(ctx, on, on))
    const [sum] = await there.as(undefined, (ctx) =>
      figuresBy(ctx, { from: `${on.slice(0, 7)}-01`, until: `${on.slice(0, 7)}-28` }, { service: true, month: false }),
    )
    return sum?.received ?? 0
  }
  expect(await counted('2026-03-29')).toBe(0)
  expect(await counted('2026-03-30')).toBe(1)
  expect(await counted('2026-10-25')).toBe(1)
})
