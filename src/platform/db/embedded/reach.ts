import { type Stats, statSync } from 'node:fs'
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

const BITS = { read: 4, enter: 1 }

function allows(stats: Stats, { uid, gid }: { uid: number; gid: number }, right: keyof typeof BITS): boolean {
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0
  return ((stats.mode >> shift) & BITS[right]) !== 0
}
