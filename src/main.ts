import { loadConfig } from '#platform/config.ts'
import { startWeb } from '#platform/http/listen.ts'
import { startPresence } from '#platform/jobs/presence.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { listen } from '#platform/live/changes.ts'
import { demoLines, prepareDemo } from './demo.ts'
import { openInstallation } from './installation.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const endings: (() => Promise<unknown>)[] = []

/** Starts what this process is for, in order. What is started says how it ends. */
async function start(): Promise<void> {
  const config = loadConfig()
  const { house, log, appUrl, ownerPool } = await openInstallation(config, endings, say)
  // After many rows came at once the database is told to count them; by itself it would do so a minute later.
  if (config.demo && (await prepareDemo(house, say))) await ownerPool(1, 'stadtplatz-analyze').query('ANALYZE')

  const ear = listen(appUrl, log)
  endings.push(() => ear.stop())
  const presence = await startPresence(house.pool, config.roles, log)
  endings.push(() => presence.stop())
  if (config.roles.includes('worker')) {
    const queuePool = ownerPool(6, 'stadtplatz-worker')
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
  // Whoever stops a start that is under way need not read what it broke.
  if (!ending) process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  await end()
  process.exit(1)
}
