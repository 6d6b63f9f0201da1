// Builds browser and server parts when a source is newer than the last build: a later start does not wait for it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'dist', 'built-from')
const configs = ['vite.config.ts', 'vite.worker.config.ts', 'vite.server.config.ts']

function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path.slice(root.length)} ${mtimeMs} ${size}\n`)
  }
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name)) add(join(entry.parentPath, entry.name))
  }
  for (const file of ['package-lock.json', ...configs]) add(join(root, file))
  return hash.digest('hex')
}

/** Returns true if there was something to build. Throws with the builder's words if it cannot be built. */
export function buildIfStale(): boolean {
  const now = fingerprint()
  if (existsSync(stamp) && existsSync(join(root, 'dist/server/main.js')) && readFileSync(stamp, 'utf8') === now) return false
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  for (const config of configs) {
    execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn', '--config', config], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
  return true
}
