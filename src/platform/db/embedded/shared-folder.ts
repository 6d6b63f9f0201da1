import { lstatSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder in which we may write and which every account can enter: /var/lib, or where that is read-only, a folder of our own
 * among the temporary files. Somebody else could have put a folder of that name there before us, so its owner is checked.
 */
export function sharedFolder(): string {
  if (isWritable('/var/lib')) return '/var/lib'
  const folder = join(tmpdir(), `stadtplatz-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const stats = lstatSync(folder)
  if (!stats.isDirectory() || stats.uid !== (process.getuid?.() ?? stats.uid) || (process.getuid && stats.mode & 0o022))
    throw new Error(`${folder} belongs to somebody else or is open to others; remove it and start again.`)
  return folder
}

function isWritable(folder: string): boolean {
  try {
    rmdirSync(mkdtempSync(join(folder, 'stadtplatz-probe-')))
    return true
  } catch {
    return false
  }
}
