import type { Fetch } from './answer.ts'
import { afterAttempt, type Due, type Entry, isDue, isOld, LEASE_MS, nextLook, taken } from './entry.rules.ts'
import { attempt } from './send.ts'
import type { Store } from './store.ts'

export type Working = Due & {
  store: Store
  fetching: Fetch
  base: string
  now: () => number
  /** Only this one. */
  only?: string
}

/**
 * Sends what is due, oldest first, until the network is gone. Safe to call from several tabs and the worker at once: who gets the
 * lease sends. Returns when to look again; undefined when nothing waits.
 */
export async function sendWaiting({ store, fetching, base, now, only, ...due }: Working): Promise<number | undefined> {
  const entries = (await store.all(base)).sort((a, b) => a.madeAt - b.madeAt)
  for (const entry of entries) {
    if (isOld(entry, now())) await store.remove(entry.id)
    if ((only && entry.id !== only) || !isDue(entry, now(), due)) continue
    const ours = await store.change(entry.id, (it) => (isDue(it, now(), due) ? taken(it, now()) : undefined))
    if (!ours) continue
    if (!(await sendOne(store, fetching, ours, now))) break
  }
  return nextLook(await store.all(base))
}

/** False when the network is gone: then the others need not be tried. */
async function sendOne(store: Store, fetching: Fetch, entry: Entry, now: () => number): Promise<boolean> {
  let lease = entry.leaseUntil
  const renew = async () => {
    const until = now() + LEASE_MS
    const kept = await store.change(entry.id, (it) =>
      it.state === 'sending' && it.leaseUntil === lease ? { ...it, leaseUntil: until } : undefined,
    )
    if (kept) lease = until
    return kept !== undefined
  }
  const outcome = await attempt(store, fetching, entry, renew)
  await store.change(entry.id, (it) =>
    it.state === 'sending' && (it.leaseUntil === lease || outcome.kind === 'sent') ? afterAttempt(it, outcome, now()) : undefined,
  )
  return outcome.kind !== 'later' || outcome.reached
}
