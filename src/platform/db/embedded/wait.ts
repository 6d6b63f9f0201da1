import { setTimeout as pause } from 'node:timers/promises'

/** Asks again every 20 ms until `condition` holds or `milliseconds` are over; tells whether it holds. */
export async function holdsWithin(milliseconds: number, condition: () => boolean): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!condition()) {
    if (performance.now() > end) return false
    await pause(20)
  }
  return true
}
