import { ownerNow } from '../queue/send.ts'
import { device } from './device.ts'

/** A bad line must not keep anybody from writing. */
const PATIENCE_MS = 4_000

/**
 * Mark of who is signed in, for pages that are the same for everybody: asked of the town where there is network. Nobody, and no answer,
 * change nothing: a session that ran out is no other person, and what waits still says whose it is.
 */
export async function ownerHere(base: string): Promise<string> {
  const known = await device().owner(base)
  if (!navigator.onLine) return known
  const fetching = (address: string, init?: RequestInit) => fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
  const owner = await ownerNow(fetching, base).catch(() => '')
  if (owner === '' || owner === known) return known
  await device().setOwner(base, owner)
  return owner
}
