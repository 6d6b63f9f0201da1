import { serve } from '@hono/node-server'
import { loadConfig } from '#platform/config.ts'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { objections } from '#platform/db/guard.ts'
import { createPool } from '#platform/db/pool.ts'
import { provision } from '#platform/db/provision.ts'
import { createServer } from '#platform/http/server.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { listen } from '#platform/live/changes.ts'
import { createLog } from '#platform/log.ts'
import { buildHouse } from './house.tsx'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Starts what this process is for, in order; returns what ends it, in reverse. */
async function start(): Promise<() => Promise<void>> {
  const config = loadConfig()
  const log = createLog(config.logLevel)
  const endings: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of endings.reverse()) await end()
  }
  try {
    const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log: say })
    if (embedded) endings.push(() => embedded.stop())
    const url = config.databaseUrl ?? embedded!.url
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

    if (config.roles.includes('worker')) {
      const queuePool = createPool(url, {
        max: 6,
        log,
        applicationName: 'stadtplatz-worker',
        statementTimeout: 60_000,
        ...(ownerRole ? { role: ownerRole } : {}),
      })
      endings.push(() => queuePool.end())
      const worker = await startWorker(house, queuePool)
      endings.push(() => worker.stop())
    }
    if (config.roles.includes('web')) {
      const answer = createServer(house)
      const server = serve({
        port: config.port,
        hostname: config.host,
        overrideGlobalObjects: false,
        fetch: (request, env) => answer(request, env.incoming.socket.remoteAddress),
      })
      endings.push(() => new Promise((resolve) => server.close(resolve)))
      say(`Stadtplatz: ${config.publicUrl ?? `http://localhost:${config.port}`}`)
    }
    return stop
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

try {
  const stop = await start()
  let stopping = false
  const end = async () => {
    if (stopping) return
    stopping = true
    await stop()
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
