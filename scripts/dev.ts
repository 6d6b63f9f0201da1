// `npm run dev`: rebuilds and starts again on every change below src/. The database keeps running only as long as each start.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
let running: ChildProcess | undefined
let waiting: NodeJS.Timeout | undefined

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))

async function again(): Promise<void> {
  try {
    buildIfStale()
  } catch {
    process.stderr.write('The build failed; the last good one keeps running.\n')
    return
  }
  if (running) {
    running.kill('SIGTERM')
    await ended(running)
  }
  running = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/server/main.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_ENV: 'development', ...process.env },
  })
}

for (const folder of ['src', 'db']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(again, 150)
  })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    running?.kill(signal)
    if (running) await ended(running)
    process.exit(0)
  })
}
await again()
