import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, isRoot } from './account.ts'
import { admit } from './reach.ts'
import { sharedFolder } from './shared-folder.ts'

export type Home = { folder: string; account: Account }

/**
 * The folder of one database: `data` (the cluster), `password`, `port`, `lock`, `start.log`; and the account that runs it.
 * Normally it is `postgres` in the data folder. When root keeps a folder on the way there closed, the account could not enter;
 * then it is a folder below /var/lib, and `postgres.location` in the data folder leads to it. The name is new for each empty
 * data folder, because who deletes the data folder means to begin anew.
 */
export function findHome(dataDir: string, account: Account, log: (text: string) => void): Home {
  mkdirSync(dirname(dataDir), { recursive: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const real = realpathSync(dataDir)
  const pointer = join(real, 'postgres.location')
  if (existsSync(pointer)) return prepared(locationIn(pointer), account)
  const inside = join(real, 'postgres')
  if (existsSync(join(inside, 'data')) || admit(account, real)) return prepared(inside, account)

  const name = `stadtplatz-${createHash('sha256').update(real).digest('hex').slice(0, 8)}`
  const base = sharedFolder()
  const earlier = readdirSync(base).filter((entry) => entry.startsWith(`${name}-`))
  if (earlier.length > 0)
    log(`An earlier database of this folder is kept but not used: ${earlier.map((entry) => join(base, entry)).join(', ')}`)
  const home = prepared(join(base, `${name}-${randomBytes(4).toString('hex')}`), account)
  try {
    writeFileSync(pointer, `${home.folder}\n`, { mode: 0o600, flag: 'wx', flush: true })
    return home
  } catch (error) {
    rmdirSync(home.folder)
    // Another start of the same folder was quicker, and both must meet at one lock.
    if (existsSync(pointer)) return prepared(locationIn(pointer), account)
    throw error
  }
}

function locationIn(pointer: string): string {
  const home = readFileSync(pointer, 'utf8').trim()
  if (existsSync(home)) return home
  throw new Error(
    `${pointer} leads to ${home}, which is not there. Bring that folder back, or delete ${pointer} to begin with an empty database.`,
  )
}

/** Nobody else lists the folder; the account of the server passes through, and what is inside has its own rights. */
function prepared(folder: string, chosen: Account): Home {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const account = ownerOf(join(folder, 'data'), chosen)
  admit(account, folder)
  return { folder, account }
}

/** The account that owns the cluster runs it, also when root starts what an ordinary user has made. */
function ownerOf(cluster: string, otherwise: Account): Account {
  if (!isRoot() || !existsSync(cluster)) return otherwise
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? otherwise : { uid, gid }
}
