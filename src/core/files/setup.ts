import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '#platform/config.ts'
import { clamdScanner, type Scanner } from './clamd.ts'
import { folderStore } from './store/folder.ts'
import type { Store } from './store/store.ts'

export type FilesSetup = {
  store: Store
  /** Folder for bytes on their way in. */
  incoming: string
  /** Undefined: nothing is scanned. */
  scanner: Scanner | undefined
  /** Multiplies the daily quota; 0 switches it off. */
  quotaFactor: number
}

let current: FilesSetup | undefined

/** Called once by the composition, and by tests. */
export function useFiles(setup: FilesSetup): void {
  mkdirSync(setup.incoming, { recursive: true, mode: 0o700 })
  current = setup
}

export function files(): FilesSetup {
  if (!current) throw new Error('the file store is not set up yet')
  return current
}

/** The store that FILES_URL names, else a folder in the data directory; the scanner that CLAMD names, else none. */
export function filesFrom(config: Pick<Config, 'dataDir' | 'filesUrl' | 'clamd' | 'rateLimitFactor'>): FilesSetup {
  return {
    store: storeFrom(config.filesUrl, join(config.dataDir, 'files')),
    incoming: join(config.dataDir, 'incoming'),
    scanner: config.clamd ? clamdScanner(config.clamd) : undefined,
    quotaFactor: config.rateLimitFactor,
  }
}

function storeFrom(url: string | undefined, folder: string): Store {
  if (!url) return folderStore(folder)
  if (url.startsWith('file:')) return folderStore(fileURLToPath(url))
  return later(async () => (await import('./store/s3.ts')).s3Store(url))
}

/** The client of the S3 protocol is large: it is loaded with the first file, not at every start. */
function later(make: () => Promise<Store>): Store {
  let made: Promise<Store> | undefined
  const store = () => (made ??= make())
  return {
    put: async (key, source) => (await store()).put(key, source),
    open: async (key) => (await store()).open(key),
    removeFolder: async (folder) => (await store()).removeFolder(folder),
    remove: async (key) => (await store()).remove(key),
  }
}
