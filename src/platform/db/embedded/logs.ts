import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Files of at most 5 MB each (log_rotation_size); with these the log takes 50 MB. */
const KEPT = 10

/** The server's own log files, oldest first. */
export function logFiles(cluster: string): string[] {
  const folder = join(cluster, 'log')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
}

export function pruneLogs(cluster: string): void {
  for (const file of logFiles(cluster).slice(0, -KEPT)) rmSync(file, { force: true })
}
