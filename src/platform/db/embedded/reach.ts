import { chmodSync, chownSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Account } from './account.ts'

/** Whether the account may pass through `folder` and every folder above it. `folder` must be real (no symbolic links). */
export function canEnter(account: Account, folder: string): boolean {
  if (!account) return true
  const parent = dirname(folder)
  return allows(statSync(folder), account, 'enter') && (parent === folder || canEnter(account, parent))
}

/** Whether the account may open `file` for reading. */
export function canRead(account: Account, file: string): boolean {
  return !account || (canEnter(account, dirname(file)) && allows(statSync(file), account, 'read'))
}

/**
 * Lets the account pass through (not list) a folder of root's, by making it the folder's group. Folders above are not ours to
 * open, and a group that somebody chose is kept. Tells whether the account can enter now.
 */
export function admit(account: Account, folder: string): boolean {
  if (!account || canEnter(account, folder)) return true
  const { uid, gid, mode } = statSync(folder)
  if (uid !== 0 || gid !== 0 || !canEnter(account, dirname(folder))) return false
  chownSync(folder, uid, account.gid)
  // Root's own group loses what it had, the new one only passes.
  chmodSync(folder, (mode & 0o707) | 0o010)
  return true
}

const BITS = { read: 4, enter: 1 }

function allows(stats: Stats, { uid, gid }: { uid: number; gid: number }, right: keyof typeof BITS): boolean {
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0
  return ((stats.mode >> shift) & BITS[right]) !== 0
}
