import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { root } from '#platform/root.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running demo, such as `http://localhost:41234`. The second town is `http://eulenrode.localhost:41234`. */
    demoUrl: string
  }
}

/** The program as `npm start` runs it, with both demo towns, shared by all browser tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-demo-'))
  const port = await freePort()
  const program = await startProgram({ DATA_DIR: dataDir, PORT: String(port), RATE_LIMIT_FACTOR: '0' }, port)
  project.provide('demoUrl', `http://localhost:${port}`)
  return async () => {
    program.kill('SIGTERM')
    await new Promise((resolve) => program.once('exit', resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts the built program and waits until it can serve. Rejects with what it said when it ends before. */
export async function startProgram(environment: Record<string, string>, port: number): Promise<ChildProcess> {
  const { DATABASE_URL: _, PUBLIC_URL: __, ...inherited } = process.env
  const program = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    env: { ...inherited, NODE_ENV: 'production', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    })
  }
  while (program.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (ready?.ok) return program
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the program ended: ${said}`)
}
