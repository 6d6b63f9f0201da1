import { setTimeout as pause } from 'node:timers/promises'
import { faultOf } from '../errors.ts'

/** A database that starts beside the program, or is being repaired, is there within this. */
const PATIENCE_MS = 60_000
const REST_MS = 250

/** Does `work`, and does it again as long as the database cannot be reached, for a minute. `work` must bear to be broken off anywhere. */
export async function onceReachable<T>(work: () => Promise<T>, say: (text: string) => void, patienceMs = PATIENCE_MS): Promise<T> {
  const end = performance.now() + patienceMs
  for (let said = false; ; said = true) {
    try {
      return await work()
    } catch (thrown) {
      const { kind, message } = faultOf(thrown)
      if (kind !== 'unavailable' || performance.now() > end) throw thrown
      if (!said) say(`The database cannot be reached yet (${message}). Trying again for a minute …`)
      await pause(REST_MS)
    }
  }
}
