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
  const { url, stop } = process.env.DEMO_URL ? { url: process.env.DEMO_URL, stop: async () => {} } : await startDemo()
  project.provide('demoUrl', url)
  return stop
}

/** A demo of its own. */
export async function startDemo(): Promise<{ url: string; stop: () => Promise<void> }> {
  buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-demo-'))
  const port = await freePort()
  const program = spawnProgram({ DATA_DIR: dataDir, PORT: String(port), RATE_LIMIT_FACTOR: '0' })
  await waitUntilReady(program, port)
  const stop = async (): Promise<void> => {
    program.kill('SIGTERM')
    await gone(program)
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: `http://localhost:${port}`, stop }
}
