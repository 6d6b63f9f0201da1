import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from '#platform/db/embedded/index.ts'
import { seeded } from '#platform/seeded.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { freePort, gone, spawnProgram, waitUntilReady } from '../setup/processes.ts'

/** How many kills, and the reports a second meanwhile. `CRASH_KILLS=200` is the long size (an hour), `CRASH_SEED` replays an order. */
const KILLS = Number(process.env.CRASH_KILLS ?? 12)
const PER_SECOND = 50
/** 200 kills in an hour (design/trust.md, 4) and at any moment: also while the program is still coming back from the one before. */
const APART_MS = [500, 32_000] as const
/** Who waits knocks again and again. More at a time than this would measure how well knocks are turned away. */
const WAITING = 300
const SEED = process.env.CRASH_SEED ?? String(Date.now())
const BACK_WITHIN_MS = 10_000

const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-crash-'))
const endings: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })]
afterAll(async () => {
  for (const end of endings.reverse()) await end()
})

type Kind = 'web' | 'worker' | 'database'

/** The three processes of an installation, and a supervisor that starts again what was killed, as systemd would. */
async function installation() {
  buildIfStale()
  const database: Embedded = await startEmbedded({ dataDir, log: () => {} })
  endings.push(() => database.stop())
  const port = await freePort()
  const environment = { DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: String(port), DEMO: '1', RATE_LIMIT_FACTOR: '0' }
  const running = new Map<Kind, ChildProcess>()
  let ending = false
  const keep = (role: 'web' | 'worker'): void => {
    const process = spawnProgram({ ...environment, ROLES: role })
    running.set(role, process)
    process.once('exit', () => {
      if (!ending) setTimeout(() => keep(role), 200)
    })
  }
  keep('web')
  await waitUntilReady(running.get('web') as ChildProcess, port)
  keep('worker')
  endings.push(async () => {
    ending = true
    for (const process of running.values()) {
      process.kill('SIGKILL')
      await gone(process)
    }
  })
  const kill = (kind: Kind): void => {
    if (kind !== 'database') return void running.get(kind)?.kill('SIGKILL')
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
  }
  return { url: `http://127.0.0.1:${port}`, databaseUrl: database.url, kill }
}

/** Sends one report and repeats it with the same key until it is acknowledged, as a patient client does: later and later. */
async function report(url: string, key: string, until: { at: number }): Promise<boolean> {
  for (let pause = 500; Date.now() < until.at; pause = Math.min(4_000, pause * 2)) {
    const answer = await fetch(`${url}/meldungen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ category: 'bench', text: `Schlagloch ${key}`, place: 'Rathaus' }),
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined)
    if (answer?.status === 201) return true
    if (answer?.status === 422) throw new Error(await answer.text())
    const told = Number(answer?.headers.get('retry-after') ?? 0) * 1_000
    await new Promise((resolve) => setTimeout(resolve, Math.max(told, pause) * (0.5 + Math.random())))
  }
  return false
}

test(`after ${KILLS} kills under ${PER_SECOND} reports a second nothing acknowledged is lost or doubled (seed ${SEED})`, async () => {
  const { url, databaseUrl, kill } = await installation()
  const chance = seeded('crash', SEED)
  const until = { at: Number.POSITIVE_INFINITY }
  const sent: Promise<[string, boolean]>[] = []
  let [waiting, heldBack] = [0, 0]
  const begun = Date.now()
  const sending = setInterval(() => {
    if (waiting >= WAITING) {
      heldBack += 1
      return
    }
    waiting += 1
    const key = randomUUID()
    const one = report(url, key, until)
      .finally(() => (waiting -= 1))
      .then((acknowledged): [string, boolean] => [key, acknowledged])
    // Told at the end, where they are awaited together.
    one.catch(() => {})
    sent.push(one)
  }, 1000 / PER_SECOND)

  const outages: { kind: Kind; ms: number }[] = []
  for (let number = 0; number < KILLS; number += 1) {
    await new Promise((resolve) => setTimeout(resolve, chance.between(...APART_MS)))
    const kind = chance.pick<Kind>(['web', 'worker', 'database'])
    const at = Date.now()
    kill(kind)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await firstGoodPage(url)
    outages.push({ kind, ms: Date.now() - at })
  }
  clearInterval(sending)
  const seconds = (Date.now() - begun) / 1000
  until.at = Date.now() + 60_000
  const results = await Promise.all(sent)
  const acknowledged = results.filter(([, yes]) => yes).map(([key]) => key)

  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ text: string; n: number; events: number }>(
    `SELECT r.text, count(DISTINCT r.case_id)::int AS n, count(s.event_id)::int AS events FROM services.report r
     LEFT JOIN core.event_subject s ON s.tenant_id = r.tenant_id AND s.subject_type = 'case' AND s.subject_id = r.case_id
     WHERE r.text LIKE 'Schlagloch ________-%' GROUP BY r.text`,
  )
  await client.end()
  const stored = new Map(rows.map((row) => [row.text.replace('Schlagloch ', ''), row]))
  const lost = acknowledged.filter((key) => !stored.has(key))
  const doubled = rows.filter((row) => row.n !== 1)
  const half = rows.filter((row) => row.events === 0)
  const longest = Math.max(...outages.map(({ ms }) => ms))
  const byKind = [...Map.groupBy(outages, ({ kind }) => kind)].map(([kind, all]) => {
    const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b)
    return `${kind} ${sorted[Math.floor(sorted.length / 2)]} ms in the middle of ${all.length}, ${sorted.at(-1)} ms at the longest`
  })
  console.log(
    `${results.length} sent in ${Math.round(seconds)} s (${(results.length / seconds).toFixed(1)}/s, ${heldBack} held back), ` +
      `${acknowledged.length} acknowledged, until the first good page: ${byKind.join('; ')}`,
  )
  expect({ lost, doubled, half }).toEqual({ lost: [], doubled: [], half: [] })
  expect(acknowledged.length).toBe(results.length)
  expect(longest).toBeLessThan(BACK_WITHIN_MS)
})

async function firstGoodPage(url: string): Promise<void> {
  const given = Date.now() + 60_000
  while (Date.now() < given) {
    const answer = await fetch(`${url}/meldungen`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no good page within a minute')
}
