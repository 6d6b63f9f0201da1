import { AppError } from './errors.ts'

/** Runs work, a few at once. */
export type Lane = <T>(work: () => Promise<T>) => Promise<T>

export type LaneOptions = {
  atOnce: number
  /** So many wait for their turn; who comes then is turned away, so that nobody waits for long and memory stays bounded. */
  waiting: number
  /** What is too much, for the log. */
  what: string
  /** Seconds after which a repeat makes sense. */
  retryAfter: number
}

/** A way on which a few go at once and some wait. Throws `unavailable` when it is full. */
export function createLane({ atOnce, waiting, what, retryAfter }: LaneOptions): Lane {
  let running = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new AppError('unavailable', `too many ${what} at once`, { retryAfter })
      await new Promise<void>((go) => queue.push(go))
    } else running += 1
    try {
      return await work()
    } finally {
      // The place is handed on; it is free only when nobody waits.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
