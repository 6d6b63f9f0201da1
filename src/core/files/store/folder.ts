import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '#platform/ids.ts'
import { isFull, noRoom } from './disk-full.ts'
import { checkKey, type Store } from './store.ts'

/**
 * A folder as store. A file is written beside its place, flushed to the disk and renamed, so that it is there whole or not at
 * all, also after a power cut.
 */
export function folderStore(root: string): Store {
  const pathOf = (key: string) => join(root, checkKey(key))
  return {
    async put(key, source) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o750 })
      const beside = `${path}.${newId()}`
      try {
        if ('path' in source) await copyFile(source.path, beside)
        else await writeFile(beside, source.bytes)
        await flush(beside)
        await rename(beside, path)
      } catch (error) {
        await rm(beside, { force: true })
        throw isFull(error) ? noRoom(error) : error
      }
      await flush(dirname(path))
    },
    async open(key) {
      const path = pathOf(key)
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
        throw error
      })
      return found && { stream: createReadStream(path), size: found.size }
    },
    removeFolder: (folder) => rm(pathOf(folder), { recursive: true, force: true }),
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

/** Without it a crash may leave an empty file under the new name, or no name at all. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
