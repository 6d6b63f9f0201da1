import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import { program } from './binaries.ts'
import { environment } from './environment.ts'

const run = promisify(execFile)

type NewCluster = { home: string; folder: string; binaries: string; account: Account; major: number; log: (text: string) => void }

export type Cluster = { folder: string; password: string }

/** The cluster in `home`, made on the first start. Throws when it was made by another major version than `binaries`. */
export async function openCluster(home: string, binaries: string, account: Account, log: (text: string) => void): Promise<Cluster> {
  const folder = join(home, 'data')
  const major = await majorVersion(binaries)
  if (!existsSync(folder)) {
    log(`Preparing a new PostgreSQL ${major} database …`)
    await create({ home, folder, binaries, account, major, log })
  }
  const made = Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8'))
  if (made !== major)
    throw new Error(
      `The database in ${folder} was made by PostgreSQL ${made}, this program brings ${major}. Export it with the earlier release, or set DATABASE_URL.`,
    )
  return { folder, password: readFileSync(join(home, 'password'), 'utf8') }
}

/** The cluster gets its name only when it is complete, so that a start cut off here leaves nothing that looks like a database. */
async function create(place: NewCluster): Promise<void> {
  const { home, folder, account } = place
  for (const name of readdirSync(home)) if (name.startsWith('draft-')) rmSync(join(home, name), { recursive: true, force: true })
  const password = randomBytes(24).toString('base64url')
  const draft = join(home, `draft-${randomBytes(4).toString('hex')}`)
  const [data, passwordFile] = [join(draft, 'data'), join(draft, 'password')]
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  await initialise(place, data, passwordFile)

  writeFileSync(join(home, 'password'), password, { mode: 0o600, flush: true })
  renameSync(data, folder)
  rmSync(draft, { recursive: true, force: true })
}

/**
 * Sorting must not depend on the locales of the machine: the built-in provider (from 17 on) compares code points; German order
 * is asked for with ICU collations where a list is shown. The character classes still come from the C library: without a UTF-8
 * one, full text search takes „ and – for letters.
 */
async function initialise({ binaries, account, major, log }: NewCluster, data: string, passwordFile: string): Promise<void> {
  const base = ['-D', data, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '--encoding=UTF8', '--locale=C']
  const provider = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  let failure: unknown
  for (const characters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    try {
      const options = { ...account, cwd: '/', env: environment() }
      await run(program(binaries, 'initdb'), [...base, ...provider, `--lc-ctype=${characters}`], options)
      if (characters === 'C') log('This system has no UTF-8 locale (C.UTF-8): the search will not find words that stand in „quotes“.')
      return
    } catch (error) {
      failure = error
      if (!(error instanceof Error && /invalid locale|locale name/.test(error.message))) break
    }
  }
  throw new Error(`PostgreSQL could not prepare the database in ${data}: ${reason(failure)}`, { cause: failure })
}

async function majorVersion(binaries: string): Promise<number> {
  const { stdout } = await run(program(binaries, 'postgres'), ['--version'], { env: environment() })
  return Number(/\d+/.exec(stdout)?.[0])
}

function reason(failure: unknown): string {
  const stderr = failure instanceof Error && 'stderr' in failure ? String(failure.stderr) : String(failure)
  return stderr.split('\n').find((line) => /error|could not|failed/i.test(line)) ?? stderr.trim()
}
