import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { root } from '#platform/root.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { freePort, gone, spawnProgram, waitUntilReady } from '../setup/processes.ts'

const REPORTS = 10_000
/** One in ten that the seed makes is not public. */
const SEEDED = 11_500
const folders: string[] = []
const endings: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const end of endings.reverse()) await end()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'stadtplatz-import-'))
  folders.push(made)
  return made
}

type Environment = Record<string, string>

/** A command of this project as a process of its own. */
function command(script: string, args: readonly string[], environment: Environment): ChildProcess & { said(): string } {
  const { DATABASE_URL: _, PUBLIC_URL: __, DATA_DIR: ___, PORT: ____, ...inherited } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', script), ...args], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
  }
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear)
  return Object.assign(child, { said: () => said })
}

async function finished(child: ChildProcess & { said(): string }): Promise<string> {
  await gone(child)
  if (child.exitCode !== 0) throw new Error(`ended with ${child.exitCode}: ${child.said()}`)
  return child.said()
}

type Row = {
  number: string
  received: string
  closed: string | null
  state: string
  text: string
  category: string
  place: string
  lat: number
  lon: number
}

/** Public reports as they were taken over; or as the town they come from tells of them: public words alone, the place with its name. */
async function rows(url: string, slug: string, as: 'told' | 'taken'): Promise<Row[]> {
  const told = `coalesce(nullif(regexp_replace(c.public_text, '^\\s+|\\s+$', '', 'g'), ''), k.name->>'de') AS text,
    CASE WHEN c.place_label = '' THEN round(c.lat::numeric, 5) || ', ' || round(c.lon::numeric, 5)
      ELSE left(c.place_label || ', ' || t.name, 200) END AS place`
  const client = new Client({ connectionString: url })
  await client.connect()
  const found = await client.query<Row>(
    // A report that rests at another one of the same damage is told as that one stands.
    `SELECT c.number, date_trunc('second', c.received_at)::text AS received,
       date_trunc('second', CASE WHEN h.id IS NULL THEN c.closed_at ELSE h.closed_at END)::text AS closed,
       CASE WHEN (CASE WHEN h.id IS NULL THEN c.closed_at ELSE h.closed_at END) IS NULL THEN 'open' ELSE coalesce(h.state, c.state) END AS state,
       ${as === 'told' ? told : 'r.text, c.place_label AS place'}, k.name->>'de' AS category, c.lat, c.lon
     FROM services.case c JOIN core.town t ON t.id = c.tenant_id
       JOIN services.report r ON r.tenant_id = c.tenant_id AND r.case_id = c.id
       JOIN services.report_category k ON k.tenant_id = c.tenant_id AND k.id = c.type_id
       LEFT JOIN services.case h ON h.tenant_id = c.tenant_id AND h.id = c.incident_id
     WHERE t.slug = $1 AND c.published AND c.archived_at IS NULL AND c.kind = 'report' ORDER BY c.number`,
    [slug],
  )
  await client.end()
  return found.rows
}

/** The first few lines that are not the same. */
const different = (some: readonly Row[], others: readonly Row[]): string[] => {
  const [left, right] = [some, others].map((all) => all.map((row) => JSON.stringify(row))) as [string[], string[]]
  const [inLeft, inRight] = [new Set(left), new Set(right)]
  return [...left.filter((row) => !inRight.has(row)), ...right.filter((row) => !inLeft.has(row))].slice(0, 10)
}

async function counted(url: string, query: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: found } = await client.query<{ n: number }>(query).catch(() => ({ rows: [{ n: 0 }] }))
  await client.end()
  return found[0]?.n ?? 0
}

test(`${REPORTS} reports of a second installation are taken over whole, killed twice on the way, and again without a change`, async () => {
  buildIfStale()
  const [first, second] = await Promise.all(
    [folder(), folder()].map((dataDir) => startEmbedded({ dataDir, log: () => {} }).then((it) => ({ ...it, dataDir }))),
  )
  for (const { stop } of [first!, second!]) endings.push(stop)
  const theirs = { DATA_DIR: first!.dataDir, DATABASE_URL: first!.url, DEMO: '1', RATE_LIMIT_FACTOR: '0' }
  const ours = { DATA_DIR: second!.dataDir, DATABASE_URL: second!.url, DEMO: '0', PUBLIC_URL: 'http://neustadt.example' }
  await finished(command('seed.ts', ['--size', 'city', '--reports', String(SEEDED), '--applications', '1'], theirs))
  const port = await freePort()
  const web = spawnProgram({ ...theirs, PORT: String(port), ROLES: 'web' })
  endings.push(async () => {
    web.kill('SIGKILL')
    await gone(web)
  })
  await waitUntilReady(web, port)
  await finished(
    command('town.ts', ['create', '--slug', 'neustadt', '--name', 'Neustadt', '--land', 'BY', '--admin', 'admin@neustadt.example'], ours),
  )

  const begin = () =>
    command('import-open311.ts', ['--town', 'neustadt', '--from', `http://127.0.0.1:${port}/t/lindenfurt/open311/v2/`], ours)
  const there = async () => (await rows(second!.url, 'neustadt', 'taken')).length
  for (const enough of [1_500, 5_000]) {
    const child = begin()
    while (child.exitCode === null && (await there()) < enough) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await gone(child)
  }
  const before = await there()
  expect(before).toBeLessThan(REPORTS)
  const begun = Date.now()
  const said = await finished(begin())
  const seconds = (Date.now() - begun) / 1_000

  const wanted = await rows(first!.url, 'lindenfurt', 'told')
  expect(wanted.length).toBeGreaterThanOrEqual(REPORTS)
  expect(different(await rows(second!.url, 'neustadt', 'taken'), wanted)).toEqual([])
  expect(said).toContain(`Taken over: ${wanted.length} new, 0 changed`)
  expect(said).not.toContain('Not taken over')
  const heard =
    "SELECT (SELECT count(*) FROM core.mail WHERE kind NOT LIKE '%nvit%') + (SELECT count(*) FROM core.notification) + (SELECT count(*) FROM core.webhook_delivery) AS n"
  expect(Number(await counted(second!.url, heard))).toBe(0)
  expect(
    await counted(
      second!.url,
      "SELECT count(*)::int AS n FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'event.reaction' AND j.payload::text LIKE '%report.%'",
    ),
  ).toBe(0)

  const againAt = Date.now()
  const again = await finished(begin())
  expect(again).toContain(`Taken over: 0 new, 0 changed, ${wanted.length} as they were`)
  expect(different(await rows(second!.url, 'neustadt', 'taken'), wanted)).toEqual([])
  console.log(
    `${wanted.length} public reports; the last ${wanted.length - before} in ${seconds.toFixed(1)} s, all of them again in ${((Date.now() - againAt) / 1_000).toFixed(1)} s`,
  )
})
