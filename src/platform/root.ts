import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function find(folder: string): string {
  if (existsSync(join(folder, 'db', 'migrations'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('the folder with db/migrations was not found above the program')
  return find(parent)
}

/** The folder of the installation, the same from source and from the build. */
export const root: string = find(dirname(fileURLToPath(import.meta.url)))
