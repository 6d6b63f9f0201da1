import { oneAtATime } from '../queue/lock.ts'
import { sendWaiting } from '../queue/work.ts'
import { device } from './device.ts'

/** Sends what is due; when to look again. Also asks the browser to go on when this page is closed. */
export async function sendFromHere(base: string, more: { force?: boolean; only?: string } = {}): Promise<number | undefined> {
  const fetching = (address: string, init?: RequestInit) => fetch(address, init)
  const next = await oneAtATime(base, (alone) => sendWaiting({ store: device(), fetching, base, now: Date.now, alone, ...more }))
  if (next !== undefined) await askWorker().catch(() => {})
  return next
}

/** Background Sync, where there is one. */
export async function askWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  const sync: unknown = registration && Reflect.get(registration, 'sync')
  if (typeof sync === 'object' && sync !== null && 'register' in sync && typeof sync.register === 'function') await sync.register('unsent')
}
