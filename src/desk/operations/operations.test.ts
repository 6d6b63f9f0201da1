import { Logger, runOnce } from 'graphile-worker'
import { afterAll, expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { startPresence } from '#platform/jobs/presence.ts'
import { quietLog } from '#platform/log.ts'
import { actorWith } from '../../../test/setup/people.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { runsOf } from './operations.rules.ts'
import { removeJobs, retryJobs } from './operations.verbs.ts'

const PATH = '/verwaltung/betrieb'
const program = await testProgram()
const { pool, town } = program
const queue = createPool(program.adminUrl, { max: 3, log: quietLog })
afterAll(() => queue.end())
const operator = (await program.signedIn({ operator: true })).visitor

/** Puts a job into the queue and lets it fail once. With one attempt it is given up at once. */
async function failing(name: string, message: string, maxAttempts = 3): Promise<string> {
  await doing(pool, { town }, async (ctx) => enqueue(ctx, name, { secret: 'geheim' }, { maxAttempts }))
  const fail = async (): Promise<never> => {
    throw new Error(message)
  }
  await runOnce({ pgPool: queue, taskList: { [name]: fail }, noHandleSignals: true, logger: new Logger(() => () => {}) })
  // The queue writes down failures a moment later, several together.
  let failed: string | undefined
  await expect
    .poll(async () => {
      const { rows } = await queue.query<{ id: string }>(
        'SELECT id FROM graphile_worker.jobs WHERE task_identifier = $1 AND last_error IS NOT NULL AND locked_at IS NULL',
        [name],
      )
      failed = rows[0]?.id
      return failed
    })
    .toBeDefined()
  return String(failed)
}
const jobsNamed = async (name: string) =>
  (await queue.query<{ attempts: number }>('SELECT attempts FROM graphile_worker.jobs WHERE task_identifier = $1', [name])).rows

test('only operators see it', async () => {
  expect((await program.visitor().get(PATH)).status).toBe(302)
  const admin = (await program.signedIn({ roles: ['admin'], kind: 'authority' })).visitor
  expect((await admin.get(PATH)).status).toBe(403)
  expect((await admin.post(`${PATH}/wiederholen`, { all: '1' })).status).toBe(403)
  expect((await operator.get(PATH)).status).toBe(200)
})

test('a failure is shown without what may name somebody', async () => {
  await failing('test.mailing', 'no way to erika.muster@example.org: Key (email)=(erika@x.de), "Erika Muster", 0171234567\nDetail: geheim')
  const { body } = await operator.get(PATH)
  expect(body).toContain('no way to …')
  for (const word of ['erika', 'Erika', '0171234567', 'Detail', 'geheim']) expect(body).not.toContain(word)
})

test('chosen jobs are tried again, and all', async () => {
  const id = await failing('test.one', 'once', 1)
  await failing('test.two', 'twice')
  const page = await operator.get(PATH)
  expect((await operator.submit(page, `${PATH}/wiederholen`, { ids: [id] })).status).toBe(303)
  expect(await jobsNamed('test.one')).toEqual([{ attempts: 0 }])
  expect(await jobsNamed('test.two')).toEqual([{ attempts: 1 }])
  expect((await operator.post(`${PATH}/wiederholen`, { _key: 'retry-all-of-them', all: '1' })).status).toBe(303)
  expect(await jobsNamed('test.two')).toEqual([{ attempts: 0 }])
})

test.each([
  ['retryJobs', retryJobs],
  ['removeJobs', removeJobs],
])('%s is refused to who may only look, whichever way it is reached', async (_, verb) => {
  const id = await failing('test.guarded', 'no', 1)
  const attempt = (...permissions: string[]) =>
    doing(pool, { town, actor: actorWith(permissions) }, (ctx) => verb(ctx, { ids: [Number(id)] }))
  expect(await attempt('operations.see')).toMatchObject({ refusal: { code: 'notAllowed' } })
  expect(await jobsNamed('test.guarded')).toEqual([{ attempts: 1 }])
  expect(await attempt('operations.retry')).toMatchObject({ value: { count: 1 } })
  await queue.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [id])
})

test('only what was given up can be removed', async () => {
  const [over, going] = [await failing('test.over', 'no', 1), await failing('test.going', 'no')]
  const removed = await operator.post(`${PATH}/entfernen`, { _key: 'remove-what-is-over', ids: [over, going] })
  expect(removed.status).toBe(303)
  expect(await jobsNamed('test.over')).toEqual([])
  expect(await jobsNamed('test.going')).toHaveLength(1)
})

test('nothing chosen is said in the page', async () => {
  const page = await operator.post(`${PATH}/wiederholen`, { _key: 'nothing-was-chosen' })
  expect(page.status).toBe(422)
  expect(page.body).toContain('Bitte wählen Sie mindestens eine Zeile.')
})

test('mails that wait are counted over all towns, and the town of the request stays the only one seen', async () => {
  const other = await program.makeTown('altdorf')
  for (const where of [town, other])
    await doing(pool, { town: where }, (ctx) =>
      ctx.db
        .insertInto('core.mail')
        .values({
          tenant_id: where.id,
          id: where.id,
          kind: 'test',
          to_address: 'erika@example.org',
          subject: 'geheim',
          text: '',
          html: '',
          message_id: '<1@x>',
          created_at: ctx.now(),
          next_at: ctx.now(),
          last_error: 'ECONNECTION',
        })
        .execute(),
    )
  const { body } = await operator.get(PATH)
  expect(body).toContain('Altdorf')
  expect(body).toContain('ECONNECTION')
  expect(body).not.toContain('erika@example.org')
  const seen = await doing(pool, { town, readOnly: true }, async (ctx) => {
    const { mailTroubles } = await import('./operations.sql.ts')
    expect(await mailTroubles(ctx)).toHaveLength(2)
    return await ctx.db.selectFrom('core.mail').select('tenant_id').execute()
  })
  expect(seen).toEqual([{ tenant_id: town.id }])
})

test('processes tell that they are there; jobs of killed ones are given back', async () => {
  await failing('test.held', 'no')
  await queue.query(
    "UPDATE graphile_worker._private_jobs SET locked_by = 'killed', locked_at = now() - interval '1 minute', run_at = now()",
  )
  const presence = await startPresence(pool, ['web', 'worker'], quietLog)
  expect((await operator.get(PATH)).body).toContain('web, worker')
  presence.events.emit('pool:create', { workerPool: { id: 'alive' } } as never)
  const { rows: held } = await queue.query(
    "UPDATE graphile_worker._private_jobs SET locked_by = 'alive' WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs) RETURNING id",
  )
  presence.events.emit('job:start', { job: held[0] } as never)
  await expect.poll(async () => (await pool.query("SELECT 1 FROM platform.process WHERE 'alive' = ANY (worker_ids)")).rowCount).toBe(1)
  const stop = await presence.watchOver(queue)
  const { rows } = await queue.query<{ locked_by: string }>(
    'SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL',
  )
  expect(rows).toEqual([{ locked_by: 'alive' }])
  stop()
  await presence.stop()
  expect((await operator.get(PATH)).body).not.toContain('web, worker')
})

test('runs of a task are those of all processes together', () => {
  const of = (done: number, at: string) => ({
    id: '',
    host: '',
    pid: 1,
    roles: [],
    startedAt: new Date(),
    seenAt: new Date(),
    tasks: { a: { done, failed: 1, at } },
  })
  const both = [of(2, '2026-05-07T08:00:00Z'), of(3, '2026-05-07T07:00:00Z')]
  expect(runsOf('a', both)).toEqual({ done: 5, failed: 2, at: new Date('2026-05-07T08:00:00Z') })
  expect(runsOf('b', both)).toEqual({ done: 0, failed: 0, at: undefined })
})
