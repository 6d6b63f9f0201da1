import type { Entry, EntryFile, Keep } from '../queue/entry.rules.ts'
import { device } from './device.ts'

export type WrittenPhoto = Pick<EntryFile, 'field' | 'name' | 'blob' | 'about'> & Partial<Pick<EntryFile, 'address' | 'fileId'>>

/** What somebody wrote. See README.md for what `url` has to promise. */
export type Written = {
  /** From `newKey()`; the same again writes over what is there. */
  id: string
  base: string
  /** What the list calls it, without personal words. */
  title: string
  url: string
  page: string
  fields: [name: string, value: string][]
  photos: readonly WrittenPhoto[]
  keyField?: string
  keep?: Keep
  /** False: a draft, which stays until its writer says that it may go. */
  ready: boolean
}

/** One device keeps no more than this for a town; who writes more than that has to send or delete first. */
const MOST = 100

export type Kept = 'kept' | 'tooMany' | 'onItsWay'

/**
 * Keeps it on the device, photos and all, for whoever is signed in here. `onItsWay` when it is just being sent or was. Throws when the
 * device has no room.
 */
export async function keepEntry({ ready, photos, ...it }: Written): Promise<Kept> {
  const all = await device().all(it.base)
  const known = all.find(({ id }) => id === it.id)
  if (!known && all.filter(({ state }) => state !== 'sent').length >= MOST) return 'tooMany'
  const entry: Entry = {
    ...it,
    keyField: it.keyField,
    keep: it.keep,
    owner: known?.owner ?? (await device().owner(it.base)),
    state: ready ? 'waiting' : 'draft',
    attempts: 0,
    nextAt: 0,
    leaseUntil: 0,
    problem: undefined,
    answer: undefined,
    madeAt: known?.madeAt ?? Date.now(),
    sentAt: undefined,
  }
  const files = photos.map((photo, n) => ({ address: undefined, fileId: undefined, ...photo, entry: it.id, n }))
  const written = await device().write(entry, files, Date.now())
  // Asks that the browser does not clear it away when space runs out; it may say no.
  void navigator.storage?.persist?.()
  return written ? 'kept' : 'onItsWay'
}
