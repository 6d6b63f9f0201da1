import { readdirSync, readFileSync } from 'node:fs'

/** MiB of memory that a process holds. */
export const residentMiB = (pid: number): number => kiBOf(`/proc/${pid}/status`, /^VmRSS:\s+(\d+)/m) / 1024

/** MiB of a process with those it has started; what they share counts once (Pss). */
export function familyMiB(pid: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parent(name) === pid)
  return [String(pid), ...children].reduce((sum, one) => sum + kiBOf(`/proc/${one}/smaps_rollup`, /^Pss:\s+(\d+)/m), 0) / 1024
}

const parent = (pid: string): number => kiBOf(`/proc/${pid}/status`, /^PPid:\s+(\d+)/m)

/** 0 where it has ended, or belongs to somebody else. */
function kiBOf(path: string, field: RegExp): number {
  try {
    return Number(field.exec(readFileSync(path, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
