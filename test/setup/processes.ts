import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from '#platform/root.ts'

/** A port nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The built program as a process of its own, with this environment and none of the configuration of the caller. */
export function spawnProgram(environment: Record<string, string>): ChildProcess & { said(): string } {
  const { DATABASE_URL: _, PUBLIC_URL: __, DATA_DIR: ___, PORT: ____, ...inherited } = process.env
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
  return Object.assign(program, { said: () => said })
}

/** Waits until the program can serve. Rejects when it ends before. */
export async function waitUntilReady(program: ChildProcess & { said?(): string }, port: number): Promise<void> {
  while (program.exitCode === null && program.signalCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the program ended: ${program.said?.() ?? ''}`)
}

export const gone = (program: ChildProcess): Promise<void> =>
  new Promise((resolve) => (program.exitCode === null && program.signalCode === null ? program.once('exit', () => resolve()) : resolve()))
