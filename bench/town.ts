import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Embedded, startEmbedded } from '#platform/db/embedded/index.ts'
import { root } from '#platform/root.ts'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { freePort, gone, waitUntilReady } from '../test/setup/processes.ts'
import { cpuMs, parentOf } from './cpu.ts'
import type { Watch } from './measure.ts'
import { familyMiB, residentMiB } from './memory.ts'

export type BenchTown = {
  url: string
  databaseUrl: string
  /** How many reports there are. */
  count(): Promise<number>
  /** Of the database. */
  version(): Promise<string>
  watch: Watch
  /** MiB of memory now: resident of web and worker; of the database's processes together, what they share once. */
  memory(): { web: number; worker: number; database: number }
  stop(): Promise<void>
}

/** The built program, web and worker as processes of their own, on a database that is kept between runs; the load comes from this process. */
export async function benchTown(say: (text: string) => void): Promise<BenchTown> {
  buildIfStale()
  const dataDir = resolve(root, process.env.DATA_DIR ?? '.data/bench')
  const database: Embedded = await startEmbedded({ dataDir, log: say })
  const [port, workerPort] = [await freePort(), await freePort()]
  const start = (roles: string, at: number): ChildProcess => program(roles, { dataDir, databaseUrl: database.url, port: at })
  const web = start('web', port)
  await waitUntilReady(web, port)
  // Only then: the first start of a database brings it up to date.
  const worker = start('worker', workerPort)
  const asked = async <T>(statement: string): Promise<T | undefined> => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query<{ n: T }>(statement)
    await client.end()
    return rows[0]?.n
  }
  // A process that stays, unlike the one that answers this.
  const checkpointer = await asked<number>("SELECT pid AS n FROM pg_stat_activity WHERE backend_type = 'checkpointer'")
  const server = parentOf(checkpointer ?? 0)
  const pidOf = (process: ChildProcess): number => process.pid ?? 0
  const url = `http://localhost:${port}`
  return {
    url,
    databaseUrl: database.url,
    count: async () => (await asked<number>('SELECT count(*)::int AS n FROM services.report')) ?? 0,
    version: async () => (await asked<string>("SELECT current_setting('server_version') AS n")) ?? '',
    watch: {
      cpu: () => ({ web: cpuMs(pidOf(web)), worker: cpuMs(pidOf(worker)), database: cpuMs(server) }),
      statements: async () => Number(/^database_statements_total (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? 0),
      webMiB: () => residentMiB(pidOf(web)),
    },
    memory: () => ({
      web: Math.round(residentMiB(pidOf(web))),
      worker: Math.round(residentMiB(pidOf(worker))),
      database: Math.round(familyMiB(server)),
    }),
    async stop() {
      // The database's process alone does not keep this one alive while it writes what it has in memory.
      const awake = setInterval(() => {}, 1_000)
      for (const each of [worker, web]) {
        each.kill('SIGTERM')
        await gone(each)
      }
      await database.stop()
      clearInterval(awake)
    },
  }
}

function program(roles: string, { dataDir, databaseUrl, port }: { dataDir: string; databaseUrl: string; port: number }): ChildProcess {
  const folder = process.env.BENCH_PROFILE
  const profiled = folder && roles === 'web' ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
  return spawn(process.execPath, [...profiled, join(root, 'dist/server/main.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      ROLES: roles,
      RATE_LIMIT_FACTOR: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
