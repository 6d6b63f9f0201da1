import { loadConfig } from '#platform/config.ts'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { objections } from '#platform/db/guard.ts'
import { createPool } from '#platform/db/pool.ts'
import { provision } from '#platform/db/provision.ts'
import { gatherStatistics } from '#platform/db/statistics.ts'
import { startWeb } from '#platform/http/listen.ts'
import { startPresence } from '#platform/jobs/presence.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { listen } from '#platform/live/changes.ts'
import { createLog } from '#platform/log.ts'
import { demoLines, prepareDemo } from './demo.ts'
import { buildHouse } from './house.tsx'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const endings: (() => Promise<unknown>)[] = []

/** Starts what this process is for, in order. What is started says how it ends. */
async function start(): Promise<void> {
  const config = loadConfig()
  const log = createLog(config.logLevel)

  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: say })
  if (embedded) endings.push(() => embedded.stop())
  const url = config.databaseUrl ?? embedded?.url ?? ''
  const { appUrl, ownerRole } = await provision(url, {
    appUrl: config.databaseAppUrl,
    appPassword: config.key('database-app').toString('hex'),
  })

  const pool = createPool(appUrl, { max: config.databasePool, log })
  endings.push(() => pool.end())
  const problems = await objections(pool)
  if (problems.length > 0) throw new Error(problems.join('\n'))

  const house = buildHouse(config, pool, log)
  const ear = listen(appUrl, log)
  endings.push(() => ear.stop())
  if (config.demo && (await prepareDemo(house, say))) await gatherStatistics(url, ownerRole, log)

  const presence = await startPresence(pool, config.roles, log)
  endings.push(() => presence.stop())

  if (config.roles.includes('worker')) {
    const queuePool = createPool(url, {
      max: 6,
      log,
      applicationName: 'stadtplatz-worker',
      statementTimeout: 60_000,
      ...(ownerRole ? { role: ownerRole } : {}),
    })
    endings.push(() => queuePool.end())
    const worker = await startWorker(house, queuePool, presence.events)
    endings.push(() => worker.stop())
    const stopWatching = await presence.watchOver(queuePool)
    endings.push(async () => stopWatching())
  }
  if (config.roles.includes('web')) {
    const web = await startWeb(house, config)
    endings.push(() => web.stop())
    endings.push(async () => house.hangUp())
    const address = config.publicUrl ?? `http://localhost:${web.port}`
    say(`\nStadtplatz is open: ${address}`)
    if (config.demo) for (const line of demoLines(address)) say(line)
    say('Ctrl-C stops everything.')
  }
}

let ending: Promise<void> | undefined

/** Ends in reverse order: no new requests, running ones finished, jobs given back, database last. */
function end(): Promise<void> {
  ending ??= (async () => {
    // The database runs detached: waiting for it alone would not keep this process alive.
    const waiting = setInterval(() => {}, 1_000)
    for (const each of endings.reverse()) await each().catch((error) => process.stderr.write(`${error}\n`))
    clearInterval(waiting)
  })()
  return ending
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end().then(() => process.exit(0)))

try {
  await start()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  await end()
  process.exit(1)
}
