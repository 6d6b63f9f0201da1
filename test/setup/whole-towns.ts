import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import { issueApiKey, knownScopes } from '#core/api-keys/index.ts'
import { organisationsOf } from '#core/organisations/index.ts'
import { loadConfig } from '#platform/config.ts'
import { system, type Town } from '#platform/context.ts'
import { createPool } from '#platform/db/pool.ts'
import { faultOf } from '#platform/errors.ts'
import { type Log, quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { prepareDemo } from '../../src/demo.ts'
import { buildHouse } from '../../src/house.tsx'
import { castOf } from './cast.ts'
import { crawl } from './crawl.ts'
import { testDatabase } from './database.ts'
import { type FoundAddresses, foundIn, type KnownAddresses, knownAddresses } from './known-addresses.ts'
import { live } from './life.ts'
import { plantWords } from './planted.ts'
import { type Program, programOn } from './program.ts'
import { PROGRAM_KEY } from './program-key.ts'
import { routesOf } from './routes.ts'
import { thursday } from './town.ts'

/** Reports in each town: enough for every state and story, few enough to be there soon. */
const REPORTS = Number(process.env.HARNESS_REPORTS ?? 75)
const BUILT = 'whole_towns'
const SECRET = 'a secret for whole towns that nobody else has'

export type WholeTowns = Program & {
  /** Lindenfurt: full of everything, and of planted words. Nothing of it may be seen elsewhere. */
  large: Town
  /** Eulenrode, where those who ask live. */
  small: Town
  /** What the program logged as its own fault: why something was answered with 500. */
  faults: string[]
  /** What was found there while the towns were made; it is true in every copy. */
  found: Record<'large' | 'small', FoundAddresses>
  known: Record<'large' | 'small', KnownAddresses>
}

/**
 * The whole program on two whole towns, made by the demo's own seed once for a run and copied for each file. `environment` adds to
 * the configuration. Call at the top of a test file.
 */
export async function wholeTowns(environment: Record<string, string> = {}): Promise<WholeTowns> {
  const dataDir = join(inject('clusterDir'), BUILT)
  await builtOnce(dataDir)
  const faults: string[] = []
  const program = await programOn(
    await testDatabase(BUILT),
    { ...settings(dataDir), ...environment },
    (made) => town(made, 'eulenrode'),
    noting(faults),
  )
  const found = JSON.parse(readFileSync(join(dataDir, 'found.json'), 'utf8')) as Record<'large' | 'small', FoundAddresses>
  const routes = routesOf(program.house)
  return {
    ...program,
    small: program.town,
    large: await town(program, 'lindenfurt'),
    faults,
    found,
    known: { large: knownAddresses(routes, found.large), small: knownAddresses(routes, found.small) },
  }
}

/** Keeps what goes wrong inside, with its first lines. */
const noting = (faults: string[]): Log => ({
  ...quietLog,
  error: (about: unknown, words?: unknown) => {
    const { err, ...more } = (about ?? {}) as { err?: Error }
    // A machine that is too busy to answer in time says so; that is no fault of the program.
    if (faultOf(err).kind === 'unavailable') return
    const [first, ...stack] = (err?.stack ?? '').split('\n')
    const own = stack.filter((line) => line.includes('/src/')).slice(0, 4)
    faults.push(`${words} ${JSON.stringify(more)} ${first} ${own.map((line) => line.trim()).join(' ')}`)
  },
})

const settings = (dataDir: string) => ({ DATA_DIR: dataDir, SECRET, DEMO: '1', PUBLIC_URL: '' })

async function town(program: Pick<Program, 'house'>, slug: string): Promise<Town> {
  const found = await program.house.townOf({ slug })
  if (!found) throw new Error(`the demo has no town ${slug}`)
  return { ...found, origin: `http://${slug}.localhost` }
}

/** Under a lock of the server, so that two files at once make it once. */
async function builtOnce(dataDir: string): Promise<void> {
  const template = new URL(inject('templateUrl'))
  const server = new URL(template)
  server.pathname = '/postgres'
  const client = new Client({ connectionString: server.toString() })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(2)')
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [BUILT])
    if (rowCount) return
    await client.query(`DROP DATABASE IF EXISTS ${BUILT}_begun`)
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(`CREATE DATABASE ${BUILT}_begun TEMPLATE ${template.pathname.slice(1)}`)
    await client.query('SELECT pg_advisory_unlock(1)')
    await build(template, dataDir)
    await client.query(`ALTER DATABASE ${BUILT}_begun RENAME TO ${BUILT}`)
  } finally {
    await client.end()
  }
}

async function build(template: URL, dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const admin = new URL(template)
  admin.pathname = `/${BUILT}_begun`
  const app = new URL(admin)
  app.username = `${template.pathname.slice(1)}_app`
  app.password = 'test'
  const pool = createPool(app.toString(), { max: 8, log: quietLog, statementTimeout: 0 })
  const config = loadConfig({ DATA_DIR: dataDir, SECRET, DEMO: '1', NODE_ENV: 'test' })
  await prepareDemo(
    buildHouse(config, pool, quietLog, () => thursday),
    () => {},
    ['large', 'small'],
    REPORTS,
  )
  const client = new Client({ connectionString: admin.toString() })
  await client.connect()
  await plantWords(client, 'lindenfurt')
  const program = await programOn({ pool, adminUrl: admin.toString(), appUrl: app.toString() }, settings(dataDir), (made) =>
    town(made, 'eulenrode'),
  )
  const found = { large: await explore(program, await town(program, 'lindenfurt')), small: await explore(program, program.town) }
  writeFileSync(join(dataDir, 'found.json'), JSON.stringify(found))
  for (const slug of ['lindenfurt', 'eulenrode']) await giveKey(program, await town(program, slug))
  program.house.hangUp()
  await pool.end()
  await client.query('ANALYZE')
  // Nobody may be connected to a database that is copied.
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await client.end()
}

/** To a program that may do all that programs may. No address that was found leads to this key, so it is not revoked on the way. */
const giveKey = ({ house }: Program, where: Town) =>
  inContext(house, { town: where, actor: system }, async (ctx) => {
    const [unit] = await organisationsOf(ctx, ['department'])
    const scopes = knownScopes().map(({ scope }) => scope)
    const made = await issueApiKey(ctx, { name: 'Programm', scopes, unitId: unit?.id }, PROGRAM_KEY)
    if (!made.ok) throw new Error(made.refusal.code)
  })

/** What happens there in a morning, and every address that some of its people then come to. */
async function explore(program: Program, where: Town): Promise<FoundAddresses> {
  const cast = castOf(program, where)
  const routes = routesOf(program.house)
  const [citizen, lead, admin] = [await cast.as('person'), await cast.as('lead'), await cast.as('admin')]
  const { seen, byHand } = await live(program, where, { citizen, lead, admin, own: cast.facts('person')?.email ?? '' })
  const stops = await Promise.all(
    ['stranger', 'person', 'lead', 'moderator', 'admin', 'operator'].map(async (who) =>
      crawl(await cast.as(who), where.origin, routes, { perRoute: 3, stops: 400, also: byHand }),
    ),
  )
  return foundIn(routes, [...stops.flat(), ...seen.map((each) => ({ address: '', seen: each }))], where.origin, byHand)
}
