import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { freePort, gone, spawnProgram, waitUntilReady } from './processes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running demo, such as `http://localhost:41234`. The second town is `http://eulenrode.localhost:41234`. */
    demoUrl: string
  }
}

/**
 * The program as `npm start` runs it, with both demo towns, shared by all browser tests of a run. While writing tests,
 * `DEMO_URL` names one that runs already (with RATE_LIMIT_FACTOR=0).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.DEMO_URL) {
    project.provide('demoUrl', process.env.DEMO_URL)
    return async () => {}
  }
  buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-demo-'))
  const port = await freePort()
  const program = spawnProgram({ DATA_DIR: dataDir, PORT: String(port), RATE_LIMIT_FACTOR: '0' })
  await waitUntilReady(program, port)
  project.provide('demoUrl', `http://localhost:${port}`)
  return async () => {
    program.kill('SIGTERM')
    await gone(program)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
