import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Embedded, startEmbedded } from '#platform/db/embedded/index.ts'
import { root } from '#platform/root.ts'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { freePort, waitUntilReady } from '../test/setup/processes.ts'

export type BenchTown = { url: string /** How many reports there are. */; count(): Promise<number>; stop(): Promise<void> }

/** The built program as its own process on a database that is kept between runs; the load comes from this process. */
export async function benchTown(say: (text: string) => void): Promise<BenchTown> {
  buildIfStale()
  const dataDir = resolve(root, process.env.DATA_DIR ?? '.data/bench')
  const database: Embedded = await startEmbedded({ dataDir, log: say })
  const port = await freePort()
  const program: ChildProcess = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
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
  return {
    url: `http://localhost:${port}`,
    async count() {
      const client = new Client({ connectionString: database.url })
      await client.connect()
      const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM services.report')
      await client.end()
      return rows[0]?.n ?? 0
    },
    async stop() {
      program.kill('SIGTERM')
      await new Promise((resolve) => program.once('exit', resolve))
      await database.stop()
    },
  }
}
