// `npm run sql`: every statement of the rooms `*.sql.ts` with its plan on the data in DATA_DIR (.data/bench; fill it with
// `DATA_DIR=.data/bench npm run seed -- --size city`). Runs the program in this process, opens all its pages, sends and settles
// reports and runs every scheduled task without keeping what it does. Exit 1 where a large table is read from front to back without a
// reason (allowed.ts). Plans go to {DATA_DIR}/sql-plans.txt, counts to bench/results/sql.json.
import { resolve } from 'node:path'
import { demoTowns } from '#core/towns/index.ts'
import { loadConfig } from '#platform/config.ts'
import { type Ctx, system } from '#platform/context.ts'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { createPool, type Pool } from '#platform/db/pool.ts'
import { startWeb } from '#platform/http/listen.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { listen } from '#platform/live/changes.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { root } from '#platform/root.ts'
import type { WholeHouse } from '../../src/house.tsx'
import { openInstallation } from '../../src/installation.ts'
import { groups } from '../scenarios.ts'
import { explained } from './explain.ts'
import { visitPages } from './pages.ts'
import { sendingFunctions } from './reached.ts'
import { recordStatements } from './record.ts'
import { report } from './report.ts'

type Recorder = ReturnType<typeof recordStatements>

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const dataDir = resolve(root, process.env.DATA_DIR ?? '.data/bench')
const endings: (() => Promise<unknown>)[] = []
const database = await startEmbedded({ dataDir, log: say })
endings.push(() => database.stop())

// The database's process alone does not keep this one alive while it writes what it has in memory.
const awake = setInterval(() => {}, 1_000)
try {
  process.exitCode = await check()
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
} finally {
  for (const end of endings.reverse()) await end().catch((error) => say(String(error)))
}
clearInterval(awake)
// Whatever still waits for something has nothing to do any more.
process.exit()

async function check(): Promise<number> {
  const recorder = recordStatements()
  const environment = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DEMO: '1',
    RATE_LIMIT_FACTOR: '0',
    LOG_LEVEL: 'silent',
  }
  const config = loadConfig({ ...environment, PUBLIC_URL: undefined })
  const { house, log, appUrl, ownerPool } = await openInstallation(config, endings, say)
  const ear = listen(appUrl, log)
  endings.push(() => ear.stop())
  const worker = await startWorker(house, ownerPool(4, 'stadtplatz-worker'))
  endings.push(() => worker.stop())
  const web = await startWeb(house, { port: 0, host: config.host })
  endings.push(() => web.stop())
  endings.push(async () => house.hangUp())
  const url = `http://localhost:${web.port}`

  const pages = await visitPages(url, recorder.lastRequest, say)
  const scenarios = (await groups.reports?.(url)) ?? []
  for (const scenario of scenarios) if ('work' in scenario && !(await scenario.work(0))) say(`${scenario.name} failed`)

  // The slow ones may take longer than a request.
  const pool = createPool(appUrl, { max: 4, log: quietLog, statementTimeout: 600_000 })
  endings.push(() => pool.end())
  await runTasks({ house, pool, inPiece: recorder.inPiece })
  const found = await explained(pool, [...recorder.statements.values()])
  return report(say, { dataDir, found, pages, unreached: sendingFunctions().filter((site) => !recorder.reached.has(site)) })
}

/** All scheduled tasks of the demo's large town, and the jobs that need to be told nothing; what they write is undone. */
async function runTasks({ house, pool, inPiece }: { house: WholeHouse; pool: Pool; inPiece: Recorder['inPiece'] }): Promise<void> {
  const town = (await house.towns()).find(({ slug }) => slug === demoTowns[0]?.slug)
  if (!town) throw new Error('the large demo town is not there')
  const ground = { pool, log: quietLog, clock: house.clock }
  const jobs = house.modules.flatMap((module) => module.jobs ?? []).filter(({ payload }) => payload.safeParse({}).success)
  const schedules = house.modules.flatMap((module) => module.schedules ?? [])
  for (const { name, run } of [
    ...schedules,
    ...jobs.map((job) => ({ name: job.name, run: (ctx: Ctx) => job.run(ctx, job.payload.parse({}) as never) })),
  ]) {
    const begin = performance.now()
    const failed = await inPiece(true, () => inContext(ground, { town, actor: system }, run)).then(
      () => '',
      (error: unknown) => `, broken off: ${error}`,
    )
    const took = performance.now() - begin
    if (took > 1_000 || failed) say(`task ${name}: ${Math.round(took)} ms${failed}`)
  }
}
