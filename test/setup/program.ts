import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import type { PoolClient } from 'pg'
import { afterAll } from 'vitest'
import type { Role } from '#core/organisations/index.ts'
import { loadConfig } from '#platform/config.ts'
import type { Town } from '#platform/context.ts'
import { createPool, type Pool } from '#platform/db/pool.ts'
import { createServer } from '#platform/http/server.ts'
import { newId, newSecret } from '#platform/ids.ts'
import { runJob } from '#platform/jobs/worker.ts'
import { type Log, quietLog } from '#platform/log.ts'
import { buildHouse, type WholeHouse } from '../../src/house.tsx'
import { type TestDatabase, testDatabase } from './database.ts'
import { makeTown, thursday } from './town.ts'
import { type Asker, Visitor } from './visitor.ts'

export type Program = TestDatabase & {
  house: WholeHouse
  /** The program itself: from request to answer. */
  ask: Asker
  /** The town that answers at `neustadt.test`, and to every visitor unless another one is named. */
  town: Town
  /** The program's clock; tests move it by setting `at`. */
  clock: { at: Date; forward(minutes: number): void }
  makeTown(slug: string): Promise<Town>
  /** Somebody with an empty cookie jar. */
  visitor(more?: { town?: Town; address?: string; headers?: Record<string, string>; ask?: Asker }): Visitor
  /** Somebody signed in, with these roles in an organisation (a new department unless `organisationId` names one). */
  signedIn(more?: SigningIn): Promise<SignedIn>
  makeOrganisation(town: Town, kind: string, name?: string): Promise<string>
  /** The program started once more on this database, or on another way to it: knows only what is stored. */
  anew(way?: Pool): (request: Request, address?: string) => Promise<Response>
  /** Runs the waiting jobs, and those they bring, until the queue is empty. Throws what a job threw. */
  work(): Promise<void>
}

export type SigningIn = {
  town?: Town
  name?: string
  email?: string
  roles?: readonly Role[]
  organisationId?: string
  kind?: 'authority' | 'department' | 'team' | 'business' | 'club' | 'contractor'
  trust?: 'basic' | 'substantial' | 'high'
  operator?: boolean
  address?: string
  ask?: Asker
}
export type SignedIn = { visitor: Visitor; accountId: string; personId: string; organisationId: string | undefined; email: string }

/**
 * The whole program on a fresh database, asked in this process without a port. `environment` adds to the configuration:
 * it is no demo, and limits are off, unless said otherwise. Call at the top of a test file.
 */
export async function testProgram(environment: Record<string, string> = {}): Promise<Program> {
  return await programOn(await testDatabase(), environment, ({ makeTown }) => makeTown('neustadt'))
}

/** The same on a database that is there; `homeOf` says which town visitors come to. */
export async function programOn(
  database: TestDatabase,
  environment: Record<string, string>,
  homeOf: (program: Pick<Program, 'house' | 'makeTown'>) => Promise<Town>,
  log: Log = quietLog,
): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-program-'))
  const config = loadConfig({
    DATA_DIR: dataDir,
    SECRET: 'a secret for tests that nobody else has',
    PUBLIC_URL: 'http://neustadt.test',
    DEMO: '0',
    RATE_LIMIT_FACTOR: '0',
    NODE_ENV: 'test',
    ...environment,
  })
  const clock = {
    at: thursday,
    forward(minutes: number) {
      this.at = new Date(this.at.getTime() + minutes * 60_000)
    },
  }
  const { pool } = database
  const house = buildHouse(config, pool, log, () => clock.at)
  const answer = createServer(house)
  const queue = createPool(database.adminUrl, { max: 3, log: quietLog, statementTimeout: 60_000 })
  afterAll(async () => {
    await queue.end()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const found = async (slug: string): Promise<Town> => {
    const town = await makeTown(pool, slug)
    house.directory.forget()
    return town
  }
  const town = await homeOf({ house, makeTown: found })
  const visitor: Program['visitor'] = ({ town: where = town, address = '192.0.2.1', headers = {}, ask } = {}) =>
    new Visitor(ask ?? ((request) => answer(request, address)), where.origin, headers)
  const makeOrganisation: Program['makeOrganisation'] = async (where, kind, name = kind) => {
    const id = newId()
    await inTown(queue, where, (query) =>
      query('INSERT INTO core.organisation (tenant_id, id, kind, code, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        where.id,
        id,
        kind,
        id,
        name,
        clock.at,
      ]),
    )
    return id
  }

  return {
    ...database,
    house,
    ask: (request) => answer(request, '192.0.2.1'),
    town,
    clock,
    makeTown: found,
    visitor,
    makeOrganisation,
    anew: (way = pool) => createServer(buildHouse(config, way, quietLog, () => clock.at)),
    async signedIn({
      town: where = town,
      name = 'Toni Test',
      email = `${newId()}@example.org`,
      roles = [],
      kind = 'department',
      ...more
    } = {}) {
      const [accountId, personId, token] = [newId(), newId(), newSecret()]
      const at = clock.at
      const organisationId = roles.length > 0 ? (more.organisationId ?? (await makeOrganisation(where, kind))) : undefined
      await inTown(queue, where, async (query) => {
        await query(
          'INSERT INTO core.account (id, email, email_confirmed_at, name, operator, created_at) VALUES ($1, $2, $3, $4, $5, $3)',
          [accountId, email, at, name, more.operator ?? false],
        )
        await query(
          `INSERT INTO core.session (id, token_hash, account_id, trust, way, created_at, seen_at, confirmed_at, expires_at)
           VALUES ($1, $2, $3, $4, 'password', $5::timestamptz, $5, $5, $5::timestamptz + interval '30 days')`,
          [newId(), createHash('sha256').update(token).digest(), accountId, more.trust ?? 'basic', at],
        )
        await query('INSERT INTO core.person (tenant_id, id, account_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
          where.id,
          personId,
          accountId,
          name,
          email,
          at,
        ])
        for (const role of roles)
          await query(
            'INSERT INTO core.membership (tenant_id, id, person_id, organisation_id, role, since) VALUES ($1, $2, $3, $4, $5, $6)',
            [where.id, newId(), personId, organisationId, role, at],
          )
      })
      const who = visitor({ town: where, ...(more.address ? { address: more.address } : {}), ...(more.ask ? { ask: more.ask } : {}) })
      who.cookies.set('sitzung', token)
      return { visitor: who, accountId, personId, organisationId, email }
    },
    async work() {
      const failures: unknown[] = []
      const tasks = house.modules
        .flatMap((module) => module.jobs ?? [])
        .map((job) => [
          job.name,
          (payload: unknown) =>
            runJob(house, job, payload).catch((error) => {
              failures.push(error)
              throw error
            }),
        ])
      await runOnce({ pgPool: queue, taskList: Object.fromEntries(tasks), noHandleSignals: true, logger: silent })
      if (failures.length > 0) throw failures[0]
    },
  }
}

const silent = new Logger(() => () => {})

type Query = (text: string, values: unknown[]) => Promise<unknown>

/** As the owner of everything, in one transaction that sees one town. */
async function inTown(pool: Pool, town: Town, work: (query: Query) => Promise<unknown>): Promise<void> {
  const client = await connected(pool)
  let done = false
  try {
    await client.query(`BEGIN; SET LOCAL app.tenant_id = '${town.id}'`)
    await work((text, values) => client.query(text, values))
    await client.query('COMMIT')
    done = true
  } finally {
    client.release(!done)
  }
}

/** On a machine with much to do the first try may take longer than the program itself would wait. */
async function connected(pool: Pool): Promise<PoolClient> {
  for (let tries = 1; ; tries += 1)
    try {
      return await pool.connect()
    } catch (error) {
      if (tries === 5) throw error
    }
}
