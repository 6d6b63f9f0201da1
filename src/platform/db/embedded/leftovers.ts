import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, isAlive, processesIn, signal } from './process-table.ts'
import { holdsWithin } from './wait.ts'

/**
 * Ends what a killed program left behind: the server that outlived it, server processes that outlived their server and still
 * hold its memory, and a postmaster.pid whose number now belongs to something else. Only for the holder of the lock.
 */
export async function clearLeftovers(cluster: string, log: (text: string) => void): Promise<void> {
  const pid = postmasterPid(cluster)
  if (pid && isAlive(pid)) {
    if (isServerOf(cluster, pid)) {
      log(`Stopping the database server that an earlier start left running (process ${pid}) …`)
      await shutDown(pid)
    } else {
      // PostgreSQL would take this process for a running server and refuse to start.
      rmSync(join(cluster, 'postmaster.pid'), { force: true })
    }
  }
  await endWorkers(cluster)
}

/** Fast shutdown (clients are cut off, data is written); if that takes too long, immediate; and at last by force. */
export async function shutDown(postmaster: number): Promise<void> {
  for (const [name, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 2_000],
  ] as const) {
    signal(postmaster, name)
    if (await holdsWithin(patience, () => !isAlive(postmaster))) return
  }
}

/** Server processes notice within moments that their server is gone, but not while they are inside a long query. */
export async function endWorkers(cluster: string): Promise<void> {
  const workers = () => processesIn(cluster).filter((pid) => isPostgres(pid) && isAlive(pid))
  if (await holdsWithin(300, () => workers().length === 0)) return
  for (const pid of workers()) signal(pid, 'SIGKILL')
  await holdsWithin(3_000, () => workers().length === 0)
}

/** The number in the first line of postmaster.pid, if there is such a file. */
export function postmasterPid(cluster: string): number | undefined {
  return Number(postmasterFile(cluster)[0]) || undefined
}

/** The server writes its state into the eighth line of postmaster.pid. */
export function isReady(cluster: string, pid: number): boolean {
  const lines = postmasterFile(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

function postmasterFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function isServerOf(cluster: string, pid: number): boolean {
  return isPostgres(pid) && (processesIn(cluster).includes(pid) || (commandLine(pid) ?? '').includes(cluster))
}

/** A server is called by its path, its workers call themselves "postgres: …". */
function isPostgres(pid: number): boolean {
  return /^(.*[/\\])?postgres(\.exe)?([\0: ]|$)/.test((commandLine(pid) ?? '').split('\0')[0] ?? '')
}
