import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { createPool } from '../db/pool.ts'
import { quietLog } from '../log.ts'
import { defineJob } from '../module.ts'
import { enqueue } from './enqueue.ts'
import { freeAbandoned } from './presence.sql.ts'
import { startPresence } from './presence.ts'
import { startWorker, type WorkerHouse } from './worker.ts'

const { pool, adminUrl } = await testDatabase()
const town = await makeTown(pool)
const QUEUE = 'stadtplatz-worker-test'
const queue = createPool(adminUrl, { max: 6, log: quietLog, applicationName: QUEUE })
const beside = createPool(adminUrl, { max: 2, log: quietLog })

const done: string[] = []
let during: (what: string) => Promise<unknown> = async () => {}
const house: WorkerHouse = {
  pool,
  log: quietLog,
  clock: () => new Date(),
  towns: async () => [town],
  townById: async () => town,
  modules: [
    {
      name: 'probe',
      texts: { de: {}, en: {} },
      jobs: [
        defineJob({
          name: 'test.work',
          payload: z.object({ what: z.string() }),
          run: async (_, { what }) => {
            await during(what)
            done.push(what)
          },
        }),
      ],
    },
  ],
}
const presence = await startPresence(pool, ['worker'], quietLog)
const worker = await startWorker(house, queue, presence.events)
afterAll(async () => {
  await worker.stop()
  await presence.stop()
  await Promise.all([queue.end(), beside.end()])
})

const work = (what: string) => doing(pool, { town }, async (ctx) => enqueue(ctx, 'test.work', { what }))
const waiting = async () => (await beside.query<{ held: boolean }>('SELECT locked_at IS NOT NULL AS held FROM graphile_worker.jobs')).rows

test('a job that takes long stays with the worker that lives', async () => {
  const [running, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  during = () => {
    running.resolve()
    return ended.promise
  }
  await work('long')
  await running.promise
  await expect.poll(async () => (await beside.query("SELECT 1 FROM platform.process WHERE worker_ids <> '{}'")).rowCount).toBe(1)
  await beside.query("UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour'")
  await freeAbandoned(beside)
  expect(await waiting()).toEqual([{ held: true }])
  ended.resolve()
  await expect.poll(waiting).toEqual([])
  expect(done).toEqual(['long'])
})

test('a database that breaks off while a job is ticked off does not end the worker', async () => {
  const holder = await beside.connect()
  during = async (what) => {
    if (what === 'broken')
      await holder.query("BEGIN; SELECT FROM graphile_worker._private_jobs WHERE payload ->> 'what' = 'broken' FOR UPDATE")
  }
  await work('broken')
  const breakOff = async () =>
    (
      await beside.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'",
        [QUEUE],
      )
    ).rowCount
  await expect.poll(breakOff, { timeout: 10_000 }).toBe(1)
  during = async () => {}
  await holder.query('ROLLBACK')
  holder.release()
  await work('after it')
  await expect.poll(() => done, { timeout: 20_000 }).toContain('after it')
  await expect.poll(waiting, { timeout: 20_000 }).toEqual([])
  expect(done.filter((what) => what === 'broken')).toHaveLength(1)
}, 60_000)

test('what the queue took and never heard of is given back', async () => {
  const [poolId] = (await beside.query<{ ids: string[] }>('SELECT worker_ids AS ids FROM platform.process')).rows[0]!.ids
  await doing(pool, { town }, async (ctx) => enqueue(ctx, 'test.work', { what: 'unheard' }, { runAt: new Date('2099-01-01') }))
  await beside.query("UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - interval '1 minute'", [poolId])
  const stop = await presence.watchOver(queue)
  expect(await waiting()).toEqual([{ held: false }])
  await beside.query('DELETE FROM graphile_worker._private_jobs')
  stop()
})

test('what a killed worker of this machine held is given back at once by one that lives', async () => {
  const stop = await presence.watchOver(queue)
  const dead = await startPresence(pool, ['worker'], quietLog)
  await beside.query("UPDATE platform.process SET pid = 2147483000, worker_ids = '{killed}' WHERE worker_ids = '{}'")
  await doing(pool, { town }, async (ctx) => enqueue(ctx, 'test.work', { what: 'left' }, { runAt: new Date('2099-01-01') }))
  await beside.query("UPDATE graphile_worker._private_jobs SET locked_by = 'killed', locked_at = now() WHERE locked_by IS NULL")
  await expect.poll(async () => (await waiting()).some(({ held }) => held), { timeout: 10_000 }).toBe(false)
  await dead.stop()
  stop()
})
