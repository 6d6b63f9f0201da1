import { AppError } from '../errors.ts'

/** More than the database may take for one statement (db/pool.ts), less than people and proxies wait for an answer. */
const MOST_MS = 13_500

/**
 * Does a part of a request's work, and waits no longer than there is patience left. Work that had to wait asks `stillWanted` before it
 * begins, which throws when nobody waits for it any more.
 */
export type Patience = <T>(work: (stillWanted: () => void) => Promise<T>) => Promise<T>

/**
 * Patience for one request: its parts together may take so long; the time in which its body arrives is not among them. Throws
 * `unavailable` then. What was begun goes on until its own time-outs end it, and a repeat with the same key finds what came of it.
 */
export function createPatience(mostMs = MOST_MS): Patience {
  let left = mostMs
  return async (work) => {
    const began = performance.now()
    let timer: NodeJS.Timeout | undefined
    let over: AppError | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        over = new AppError('unavailable', 'nobody answers in time', { retryAfter: 5 })
        reject(over)
      }, left)
    })
    const stillWanted = () => {
      if (over) throw over
    }
    try {
      return await Promise.race([work(stillWanted), late])
    } finally {
      clearTimeout(timer)
      left = Math.max(0, left - (performance.now() - began))
    }
  }
}
