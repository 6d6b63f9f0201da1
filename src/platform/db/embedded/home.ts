import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, isRoot } from './account.ts'
import { canEnter } from './reach.ts'
import { sharedFolder } from './shared-folder.ts'

/**
 * The folder of one database: `data` (the cluster), `password`, `port`, `lock`, `start.log`. Normally it is `postgres` in the
 * data folder. When root keeps the data folder closed, PostgreSQL's account could not enter there; then it is a folder below
 * /var/lib, and `postgres.location` in the data folder leads to it. The name is new for each empty data folder, because who
 * deletes the data folder means to begin anew.
 */
export function findHome(dataDir: string, account: Account, log: (text: string) => void): string {
  mkdirSync(dataDir, { recursive: true, mode: closed() })
  const real = realpathSync(dataDir)
  const pointer = join(real, 'postgres.location')
  if (existsSync(pointer)) return locationIn(pointer)
  const inside = join(real, 'postgres')
  if (existsSync(join(inside, 'data')) || canEnter(account, real)) return prepared(inside)

  const name = `stadtplatz-${createHash('sha256').update(real).digest('hex').slice(0, 8)}`
  const base = sharedFolder()
  const earlier = readdirSync(base).filter((entry) => entry.startsWith(`${name}-`))
  if (earlier.length > 0)
    log(`An earlier database of this folder is kept but not used: ${earlier.map((entry) => join(base, entry)).join(', ')}`)
  const home = prepared(join(base, `${name}-${randomBytes(4).toString('hex')}`))
  writeFileSync(pointer, `${home}\n`, { mode: 0o600 })
  return home
}

/** The account that owns the cluster runs it, also when root starts what an ordinary user has made. */
export function ownerOf(cluster: string, otherwise: Account): Account {
  if (!isRoot() || !existsSync(cluster)) return otherwise
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? otherwise : { uid, gid }
}

function locationIn(pointer: string): string {
  const home = readFileSync(pointer, 'utf8').trim()
  if (existsSync(home)) return home
  throw new Error(
    `${pointer} leads to ${home}, which is not there. Bring that folder back, or delete ${pointer} to begin with an empty database.`,
  )
}

function prepared(home: string): string {
  mkdirSync(home, { recursive: true, mode: closed() })
  chmodSync(home, closed())
  return home
}

/** Nobody else lists the folder; PostgreSQL's account must pass through root's, and what is inside has its own rights. */
const closed = () => (isRoot() ? 0o711 : 0o700)
