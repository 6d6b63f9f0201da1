import { Client } from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { reactionJob } from './event.verbs.ts'
import { defineEvent, eventLog, eventsAbout, record, setListeners } from './index.ts'

const Planted = defineEvent({ kind: 'test.planted', audience: 'public', data: z.object({ species: z.string() }) })
const { pool, appUrl } = await testDatabase()

test('an event stands in the timeline of each subject, for those it is meant for', async () => {
  const town = await makeTown(pool, 'alpha')
  const tree = { type: 'asset', id: newId() }
  await doing(pool, { town }, (ctx) => record(ctx, Planted, { about: [tree], data: { species: 'Linde' } }))
  await doing(pool, { town }, (ctx) => record(ctx, Planted, { about: [tree], data: { species: 'Ahorn' }, shownTo: 'parties' }))
  const seen = await doing(pool, { town, readOnly: true }, (ctx) => eventsAbout(ctx, tree, ['public']))
  expect(seen.map((event) => event.data)).toEqual([{ species: 'Linde' }])
})

test('what one event is about is found by index', async () => {
  const town = await makeTown(pool, 'epsilon')
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  await client.query(`BEGIN; SET LOCAL app.tenant_id = '${town.id}'; SET LOCAL enable_seqscan = off`)
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT subject_id FROM core.event_subject WHERE tenant_id = '${town.id}' AND event_id = '${newId()}'`,
  )
  await client.end()
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('event_subject_event')
})

test('who asks the log for no kind at all gets nothing', async () => {
  const town = await makeTown(pool, 'zeta')
  await doing(pool, { town }, (ctx) => record(ctx, Planted, { about: [{ type: 'asset', id: newId() }], data: { species: 'Linde' } }))
  const kindsIn = (kinds?: string[]) => doing(pool, { town, readOnly: true }, async (ctx) => (await eventLog(ctx, kinds, {}, 10)).length)
  expect([await kindsIn([]), await kindsIn(), await kindsIn(['test.planted'])]).toEqual([0, 1, 1])
})

test('no other town sees it', async () => {
  const [town, other] = [await makeTown(pool, 'beta'), await makeTown(pool, 'gamma')]
  const tree = { type: 'asset', id: newId() }
  await doing(pool, { town }, (ctx) => record(ctx, Planted, { about: [tree], data: { species: 'Linde' } }))
  expect(await doing(pool, { town: other }, (ctx) => eventsAbout(ctx, tree, ['public']))).toEqual([])
})

test('the program cannot change or remove what happened', async () => {
  await expect(pool.query('UPDATE core.event SET kind = $1', ['x'])).rejects.toThrow('permission denied')
  await expect(pool.query('DELETE FROM core.event')).rejects.toThrow('permission denied')
})

test('a listener reacts once, however often its job runs', async () => {
  const town = await makeTown(pool, 'delta')
  let reactions = 0
  setListeners([
    {
      name: 'counter',
      kinds: ['test.planted'],
      react: async () => {
        reactions += 1
      },
    },
  ])
  const eventId = await doing(pool, { town }, (ctx) =>
    record(ctx, Planted, { about: [{ type: 'asset', id: newId() }], data: { species: 'Eiche' } }),
  )
  for (const _ of [1, 2, 3]) await doing(pool, { town }, (ctx) => reactionJob.run(ctx, { listener: 'counter', eventId } as never))
  expect(reactions).toBe(1)
})
