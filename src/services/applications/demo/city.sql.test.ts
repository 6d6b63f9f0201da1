import { expect, test } from 'vitest'
import { applicationTown, given } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { caseByNumber, timelineOf } from '../../cases/index.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { applicationCounts, applicationPage } from '../desk-list.sql.ts'
import { takeStep } from '../step.verbs.ts'
import { submissionsOf } from '../submission.sql.ts'
import { seedManyApplications } from './city.sql.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'vielstadt', { workflow: standardWorkflow({}) })

test('many applications are like those that are there: with form, party, way and a place in the work list; the same seed gives the same', async () => {
  const open = await t.send()
  const closed = await t.send()
  given(await t.as(t.clerk, (ctx) => takeStep(ctx, { number: closed.number, step: 'accept' })))
  given(
    await t.as(t.clerk, (ctx) =>
      takeStep(ctx, { number: closed.number, step: 'end', reason: 'otherAuthority', text: 'Das macht der Landkreis.' }),
    ),
  )
  await t.as(undefined, (ctx) => seedManyApplications(ctx, { count: 200, seed: 4, atOnce: 80 }))

  const counts = await t.as(t.clerk, (ctx) => applicationCounts(ctx))
  expect(counts.team).toEqual({ count: 21, more: false })
  const list = await t.as(t.clerk, (ctx) => applicationPage(ctx, { tab: 'all' }, { sort: 'received', limit: 100 }))
  expect(list.items).toHaveLength(100)
  const made = list.items.find(({ number, closedAt }) => closedAt && number !== closed.number)!
  const seen = await t.as(t.clerk, async (ctx) => ({
    it: await caseByNumber(ctx, made.number),
    submissions: await submissionsOf(ctx, made.id),
    timeline: await timelineOf(ctx, made, 'internal'),
  }))
  expect(seen.it).toMatchObject({ title: 'Fest auf öffentlichem Grund', published: false, unitId: t.office })
  expect(seen.submissions).toMatchObject([{ answers: { name: 'Sommerfest' } }])
  expect(seen.timeline.length).toBe(2)
  expect(open.number).not.toBe(made.number)

  // The same rows again: each is there already.
  await expect(t.as(undefined, (ctx) => seedManyApplications(ctx, { count: 1, seed: 4 }))).rejects.toThrow('duplicate key')
})
