import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Embedded, startEmbedded } from '#platform/db/embedded/index.ts'
import { root } from '#platform/root.ts'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { freePort, waitUntilReady } from '../test/setup/processes.ts'
import { cpuMs, parentOf } from './cpu.ts'

export type BenchTown = {
  url: string
  databaseUrl: string
  /** How many reports there are. */
  count(): Promise<number>
  /** Processor time that program and database have used until now. */
  cpu(): { program: number; database: number }
  stop(): Promise<void>
}

/** The built program as its own process on a database that is kept between runs; the load comes from this process. */
export async function benchTown(say: (text: string) => void): Promise<BenchTown> {
  buildIfStale()
  const dataDir = resolve(root, process.env.DATA_DIR ?? '.data/bench')
  const database: Embedded = await startEmbedded({ dataDir, log: say })
  const port = await freePort()
  const folder = process.env.BENCH_PROFILE
  const profiled = folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
  const program: ChildProcess = spawn(process.execPath, [...profiled, join(root, 'dist/server/main.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      PORT: String(port),
      RATE_LIMIT_FACTOR: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await waitUntilReady(program, port)
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
  return {
    url: `http://localhost:${port}`,
    databaseUrl: database.url,
    count: async () => (await asked<number>('SELECT count(*)::int AS n FROM services.report')) ?? 0,
    cpu: () => ({ program: cpuMs(program.pid ?? 0), database: cpuMs(server) }),
    async stop() {
      // The database's process alone does not keep this one alive while it writes what it has in memory.
      const awake = setInterval(() => {}, 1_000)
      program.kill('SIGTERM')
      await new Promise((resolve) => program.once('exit', resolve))
      await database.stop()
      clearInterval(awake)
    },
  }
}
