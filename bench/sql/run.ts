// `npm run sql`: every statement of the rooms `*.sql.ts` with its plan on the data in DATA_DIR (.data/bench; fill it with
// `DATA_DIR=.data/bench npm run seed -- --size city`). Runs the program in this process, opens all its pages, sends and settles
// reports and runs every scheduled task without keeping what it does. Exit 1 where a large table is read from front to back without a
// reason (allowed.ts). Plans go to {DATA_DIR}/sql-plans.txt, counts to bench/results/sql.json.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { demoTowns } from '#core/towns/index.ts'
import { loadConfig } from '#platform/config.ts'
import { system } from '#platform/context.ts'
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
import { machineNow } from '../machine.ts'
import { groups } from '../scenarios.ts'
import { allowedScans } from './allowed.ts'
import { type Explained, explained } from './explain.ts'
import { type PageCount, visitPages } from './pages.ts'
import { judged, type Scan, withoutValues } from './plan.rules.ts'
import { watchRooms } from './reached.ts'
import { recordStatements } from './record.ts'

type Recorder = ReturnType<typeof recordStatements>

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const dataDir = resolve(root, process.env.DATA_DIR ?? '.data/bench')
const endings: (() => Promise<unknown>)[] = []
const database = await startEmbedded({ dataDir, log: say })
endings.push(() => database.stop())

try {
  process.exitCode = await check()
} finally {
  for (const end of endings.reverse()) await end().catch((error) => say(String(error)))
}
// Whatever still waits for something has nothing to do any more.
process.exit()

async function check(): Promise<number> {
  const rooms = await watchRooms()
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
  return report(found, pages, await rooms.unreached())
}

/** All scheduled tasks of the demo's large town; what they write is undone. */
async function runTasks({ house, pool, inPiece }: { house: WholeHouse; pool: Pool; inPiece: Recorder['inPiece'] }): Promise<void> {
  const town = (await house.towns()).find(({ slug }) => slug === demoTowns[0]?.slug)
  if (!town) throw new Error('the large demo town is not there')
  const ground = { pool, log: quietLog, clock: house.clock }
  for (const { name, run } of house.modules.flatMap((module) => module.schedules ?? [])) {
    const begin = performance.now()
    const failed = await inPiece(true, () => inContext(ground, { town, actor: system }, run)).then(
      () => '',
      (error: unknown) => `, broken off: ${error}`,
    )
    const took = performance.now() - begin
    if (took > 1_000 || failed) say(`task ${name}: ${Math.round(took)} ms${failed}`)
  }
}

/** Prints what was found and writes it down; the exit code. */
function report(found: readonly Explained[], pages: readonly PageCount[], unreached: readonly string[]): number {
  const sites = new Set(found.map(({ statement }) => statement.site))
  const { wrong, unneeded } = judged(
    found.flatMap(({ scans }) => scans),
    allowedScans,
    sites,
  )
  writeFileSync(join(dataDir, 'sql-plans.txt'), found.map(planText).join('\n\n'))
  mkdirSync(join(root, 'bench/results'), { recursive: true })
  const counts = { machine: machineNow(), statements: found.length, unreached, pages }
  writeFileSync(join(root, 'bench/results/sql.json'), `${JSON.stringify(counts, null, 2)}\n`)

  say(`\nStatements of the pages with the most (made afresh):`)
  for (const { route, what, statements, ms } of pages.slice(0, 25))
    say(`${String(statements).padStart(4)} ${String(ms).padStart(8)} ms  ${route} ${what}`)
  const failed = found.filter((one) => one.failed)
  for (const { statement, failed: why } of failed) say(`not explained: ${statement.site}: ${why}`)
  say(`\n${found.length} statements of ${sites.size} functions explained; plans in ${join(dataDir, 'sql-plans.txt')}`)
  say(`\nNot reached by this run (${unreached.length}):\n${unreached.map((one) => `  ${one}`).join('\n')}`)
  for (const { site, table } of unneeded) say(`allowed, but no longer needed: ${site} reads ${table}`)
  for (const { site, table } of distinct(wrong)) say(`READS A LARGE TABLE FROM FRONT TO BACK: ${site} reads ${table}`)
  return wrong.length > 0 ? 1 : 0
}

const distinct = (scans: readonly Scan[]): Scan[] => [...new Map(scans.map((scan) => [`${scan.site} ${scan.table}`, scan])).values()]

const planText = ({ statement, generic, custom, scans, failed }: Explained): string =>
  [
    `# ${statement.site} (sent ${statement.times} times)${scans.length > 0 ? ` READS ALL OF ${scans.map(({ table }) => table).join(', ')}` : ''}`,
    withoutValues(statement.text.replace(/\s+/g, ' ').trim()).slice(0, 2_000),
    ...(failed
      ? [failed]
      : ['- for any values', ...generic, ...(custom.join() === generic.join() ? [] : ['- for those it was sent with', ...custom])]),
  ].join('\n')
