import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isRoot, unprivilegedAccount } from './embedded/account.ts'
import { type Embedded, startEmbedded } from './embedded/index.ts'
import { clearLeftovers, postmasterPid } from './embedded/leftovers.ts'
import { isAlive } from './embedded/process-table.ts'
import { holdsWithin } from './embedded/wait.ts'

const root = mkdtempSync(join(tmpdir(), 'stadtplatz embedded '))
if (isRoot()) chmodSync(root, 0o755)
const log = () => {}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const clusterOf = (dataDir: string) => {
  const pointer = join(dataDir, 'postgres.location')
  return join(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres'), 'data')
}

/** Another program that starts the database and holds it until it is killed. */
async function startElsewhere(dataDir: string): Promise<{ program: ChildProcess; url: string }> {
  const source = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded/index.ts', import.meta.url).href)}
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log() {} })
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const program = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = await once(program.stdout, 'data')
  return { program, url: String(url) }
}

async function killHard(program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
}

afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a running database', () => {
  const dataDir = join(root, 'running')
  let database: Embedded
  const lines: string[] = []
  beforeAll(async () => {
    database = await startEmbedded({ dataDir, log: (text) => lines.push(text) })
  })
  afterAll(() => database.stop())

  test('says what it does', () => expect(lines).toEqual(['Preparing a new PostgreSQL 18 database …']))

  test('keeps what it confirmed, and speaks Unicode', async () => {
    const [row] = await ask(
      database.url,
      `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit, current_setting('server_encoding') encoding,
        current_setting('listen_addresses') address, lower('ÄÖÜ') lower, to_tsvector('simple', '„Straße“ – Ärger')::text words`,
    )
    expect(row).toEqual({ fsync: 'on', commit: 'on', encoding: 'UTF8', address: '127.0.0.1', lower: 'äöü', words: "'straße':1 'ärger':2" })
  })

  test('sorts German where it is asked to', async () => {
    const rows = await ask<{ name: string }>(
      database.url,
      `select name from unnest(array['Zoo', 'Ärger', 'Apfel']) name order by name collate "de-x-icu"`,
    )
    expect(rows.map(({ name }) => name)).toEqual(['Apfel', 'Ärger', 'Zoo'])
  })

  test('lets nobody in without the password', async () => {
    await expect(ask(database.url.replace(/:[^:@]+@/, ':guess@'), 'select')).rejects.toThrow('password authentication failed')
  })

  test('keeps its files to itself', () => {
    expect(statSync(dataDir).mode & 0o067).toBe(0)
    expect(statSync(clusterOf(dataDir)).mode & 0o077).toBe(0)
    expect(statSync(join(clusterOf(dataDir), '..', 'password')).mode & 0o077).toBe(0)
  })

  test('refuses a second start in the same folder and names who runs it', async () => {
    await expect(startEmbedded({ dataDir, log })).rejects.toThrow(`already running: process ${process.pid} `)
    expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('stands beside a second copy with another folder', async () => {
    const other = await startEmbedded({ dataDir: join(root, 'other'), log })
    await ask(other.url, 'create table only_here ()')
    expect(await ask(database.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }])
    await other.stop()
    await expect(ask(other.url, 'select')).rejects.toThrow('ECONNREFUSED')
  })
})

describe('after a crash', () => {
  const dataDir = join(root, 'crash')
  let database: Embedded | undefined
  const running: ChildProcess[] = []
  const start = async () => {
    const { program, url } = await startElsewhere(dataDir)
    running.push(program)
    await ask(url, 'create table if not exists kept (id int); truncate kept; insert into kept values (7)')
    return { url, program }
  }
  const expectKept = async () => {
    database = await startEmbedded({ dataDir, log })
    expect(await ask(database.url, 'select id from kept')).toEqual([{ id: 7 }])
  }
  afterEach(async () => {
    for (const program of running.splice(0)) program.kill('SIGKILL')
    await database?.stop()
    database = undefined
    await clearLeftovers(clusterOf(dataDir), log)
  })

  test('of the program alone: the server it left behind is replaced', async () => {
    const { program } = await start()
    const orphan = postmasterPid(clusterOf(dataDir)) ?? 0
    await killHard(program)
    expect(isAlive(orphan)).toBe(true)
    await expectKept()
    expect(isAlive(orphan)).toBe(false)
  })

  test('of program and server, with a worker that still holds the memory', async () => {
    const { program, url } = await start()
    const busy = ask(url, 'do $$ begin loop end loop; end $$').catch(() => 'cut off')
    await until(async () => (await ask(url, "select from pg_stat_activity where query like 'do $$%' and state = 'active'")).length > 0)
    await killHard(program)
    process.kill(postmasterPid(clusterOf(dataDir)) ?? 0, 'SIGKILL')
    await expectKept()
    expect(await busy).toBe('cut off')
  })

  test('when the numbers in the lock files belong to other processes by now', async () => {
    const { program } = await start()
    const cluster = clusterOf(dataDir)
    const server = postmasterPid(cluster) ?? 0
    await killHard(program)
    process.kill(server, 'SIGKILL')
    expect(await holdsWithin(5_000, () => !isAlive(server))).toBe(true)
    const stranger = spawn('sleep', ['60'], { ...unprivilegedAccount(), cwd: '/', stdio: 'ignore' })
    running.push(stranger)
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    writeFileSync(join(cluster, 'postmaster.pid'), [stranger.pid, ...lines.slice(1)].join('\n'))
    writeFileSync(join(cluster, '..', 'lock'), JSON.stringify({ pid: stranger.pid, start: 'another time' }))
    await expectKept()
    expect(isAlive(stranger.pid ?? 0)).toBe(true)
  })

  test('of the server alone: it is started again at the same address', async () => {
    const { url } = await start()
    const killed = postmasterPid(clusterOf(dataDir)) ?? 0
    process.kill(killed, 'SIGKILL')
    await until(
      async () => (postmasterPid(clusterOf(dataDir)) ?? killed) !== killed && (await ask(url, 'select id from kept')).length === 1,
    )
  })

  test('in the middle of the first start', async () => {
    const fresh = join(root, 'half made')
    mkdirSync(join(fresh, 'postgres', 'draft-1', 'data'), { recursive: true })
    writeFileSync(join(fresh, 'postgres', 'draft-1', 'data', 'PG_VERSION'), '18')
    writeFileSync(join(fresh, 'postgres', 'lock'), '')
    database = await startEmbedded({ dataDir: fresh, log })
    expect(readdirSync(join(fresh, 'postgres')).sort()).toEqual(['data', 'lock', 'password', 'port', 'start.log'])
  })
})

describe.runIf(isRoot())('as root in a closed folder', () => {
  const closed = join(root, 'closed to others')
  const dataDir = join(closed, 'data')
  const home = () => join(clusterOf(dataDir), '..')
  beforeAll(() => mkdirSync(closed, { mode: 0o700 }))
  afterAll(() => rmSync(home(), { recursive: true, force: true }))

  test('a data folder that is closed itself is opened to the server alone', async () => {
    const folder = mkdtempSync(join(root, 'made by mkdtemp '))
    const database = await startEmbedded({ dataDir: folder, log })
    expect(clusterOf(folder)).toBe(join(folder, 'postgres', 'data'))
    expect(statSync(folder).mode & 0o777).toBe(0o710)
    expect(statSync(folder).gid).toBe(unprivilegedAccount()?.gid)
    await database.stop()
  })

  test('the cluster is kept where the server can reach it, and found again', async () => {
    const first = await startEmbedded({ dataDir, log })
    await ask(first.url, 'create table kept ()')
    await first.stop()
    expect(home().startsWith(realpathSync(root))).toBe(false)
    expect(statSync(clusterOf(dataDir)).uid).toBe(unprivilegedAccount()?.uid)

    const second = await startEmbedded({ dataDir, log })
    expect(await ask(second.url, "select to_regclass('kept')::text as found")).toEqual([{ found: 'kept' }])
    await second.stop()
    expect(second.url).toBe(first.url)
  })
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  await expect.poll(() => condition().catch(() => false), { timeout: 15_000, interval: 50 }).toBe(true)
}
