import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { program } from './binaries.ts'
import { environment } from './environment.ts'
import { isReady, shutDown } from './leftovers.ts'
import { logFiles } from './logs.ts'
import { serverArguments } from './settings.ts'
import { holdsWithin } from './wait.ts'

/** A running server. `ended` resolves when its process is gone, for whatever reason. */
export type Server = {
  pid: number
  ended: Promise<void>
  hasEnded: () => boolean
  /** From now on this process stays alive until the server's is gone: who waits for nothing but `ended` would end before. */
  hold: () => void
}

export type ServerPlace = { binaries: string; cluster: string; home: string; account: Account; port: number }

/** Putting an unclean database in order takes as long as there is work since the last checkpoint. */
const PATIENCE = 10 * 60_000

/** Starts the server and waits until it takes connections. Throws with the server's own reason if it ends before. */
export async function startServer(place: ServerPlace, log: (text: string) => void): Promise<Server> {
  const { cluster, home } = place
  const server = launch(place)
  const slow = setTimeout(() => log('The database was not closed in order and is being repaired …'), 3_000)
  const ready = () => isReady(cluster, server.pid)
  const settled = await holdsWithin(PATIENCE, () => server.hasEnded() || ready())
  clearTimeout(slow)
  if (settled && !server.hasEnded()) return server
  if (!settled) await shutDown(server.pid)
  throw new Error(`PostgreSQL did not start: ${server.failure()?.message ?? lastWords(home, cluster)}`)
}

function launch({ binaries, cluster, home, account, port }: ServerPlace): Server & { failure: () => Error | undefined } {
  // A file, not a pipe: the server must not depend on our being alive.
  const file = join(home, 'start.log')
  rmSync(file, { force: true })
  const output = openSync(file, 'w', 0o600)
  const child = spawn(program(binaries, 'postgres'), serverArguments(binaries, cluster, port), {
    ...account,
    cwd: '/',
    env: environment(),
    // A session of its own, so that Ctrl-C reaches only us and we shut down in order.
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  })
  closeSync(output)
  child.unref()

  let failure: Error | undefined
  let over = false
  const ended = new Promise<void>((resolve) => {
    const end = (error?: Error) => {
      failure = error
      over = true
      resolve()
    }
    child.once('error', end)
    child.once('exit', () => end())
  })
  // Without a number the process never began; `error` follows at once.
  return { pid: child.pid ?? 0, ended, hasEnded: () => over, hold: () => child.ref(), failure: () => failure }
}

/** What the server said last, before or after it began its own log. */
function lastWords(home: string, cluster: string): string {
  const files = [join(home, 'start.log'), ...logFiles(cluster).slice(-1)]
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  return (
    lines
      .filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|error/.test(line))
      .slice(-3)
      .join(' ') ||
    lines.slice(-3).join(' ') ||
    'no reason given'
  )
}
