import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isAlive, startOf } from './process-table.ts'

/**
 * Makes this process the only one that starts and stops the database of a folder, until the returned function is called.
 * A lock left behind by a killed process is recognised: its number is gone, or belongs to a process with another start time.
 * (Two starts that find the same dead lock in the same instant are told apart by PostgreSQL's own lock.)
 */
export function takeLock(file: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) })
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return () => {
        if (readText(file) === mine) rmSync(file, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const holder = holderOf(file)
      if (holder)
        throw new Error(`The database is already running: process ${holder} uses ${file}. Stop it first, or set another DATA_DIR.`)
      moveAway(file)
    }
  }
  throw new Error(`The lock ${file} can not be taken.`)
}

/** The living process that holds the lock. A file that is empty or cut off was written by a process that died while writing. */
function holderOf(file: string): number | undefined {
  try {
    const { pid, start }: { pid: number; start?: string } = JSON.parse(readText(file) ?? '')
    return isAlive(pid) && startOf(pid) === start ? pid : undefined
  } catch {
    return undefined
  }
}

function moveAway(file: string): void {
  const stale = `${file}.${process.pid}`
  try {
    renameSync(file, stale)
  } catch {
    return // Somebody else was quicker; the next attempt tells.
  }
  rmSync(stale, { force: true })
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
