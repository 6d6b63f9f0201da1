import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of Linux, of which there are a hundred a second. */
const TICK_MS = 10

/** Milliseconds of processor time that a process and those it has started have used, with the ones that have ended. */
export function cpuMs(pid: number): number {
  const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
  const own = stats.find((each) => each.pid === pid)
  const children = stats.filter((each) => each.parent === pid)
  return (own?.ms ?? 0) + (own?.endedMs ?? 0) + children.reduce((sum, { ms }) => sum + ms, 0)
}

/** proc_pid_stat(5); the name of the program may hold blanks and brackets, what follows does not. */
function statOf(pid: string): { pid: number; parent: number; ms: number; endedMs: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = (at: number) => Number(fields[at]) * TICK_MS
    return { pid: Number(pid), parent: Number(fields[1]), ms: ticks(11) + ticks(12), endedMs: ticks(13) + ticks(14) }
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}

/** The process that started this one: of a database's backend, the server. */
export const parentOf = (pid: number): number => statOf(String(pid))?.parent ?? 0
