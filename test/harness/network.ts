import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Seeded } from '#platform/seeded.ts'
import type { DatabaseLine, Weather } from '../setup/database-line.ts'
import { type Asker, type Seen, Visitor } from '../setup/visitor.ts'
import type { BusyTown } from './busy-town.ts'

const LONGEST_MS = 15_000
const WELL_AGAIN_MS = 5_000
/** So many of each ask all the time. */
const READERS = 3
const WRITERS = 4

export type Storm = { weather: Weather; forMs: number }
export type Weathered = { wrong: string[]; asked: number; refused: number; longestMs: number; wellAgainMs: number[] }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * People read and write while the line to the database has the weather of `storms`, one after the other. Each answer is the right one or
 * says when to come back; none takes long; what was acknowledged is there once; and soon after each storm all is well.
 */
export async function throughStorms(
  town: BusyTown,
  line: DatabaseLine,
  { ask, storms, chance }: { ask: Asker; storms: readonly Storm[]; chance: Seeded },
): Promise<Weathered> {
  const { program, staff } = town
  const wrong: string[] = []
  let [asked, refused, longestMs, ending] = [0, 0, 0, false]
  const visitor = (session?: string): Visitor => {
    const who = new Visitor(ask, program.town.origin, {})
    if (session) who.cookies.set('sitzung', session)
    return who
  }
  /** Undefined where the program said that it cannot answer now. */
  async function judged(what: string, asking: () => Promise<Seen>): Promise<Seen | undefined> {
    const began = performance.now()
    const seen = await asking()
    const took = performance.now() - began
    asked += 1
    longestMs = Math.max(longestMs, took)
    const when = `in weather ${line.weather}`
    if (took > LONGEST_MS) wrong.push(`${what} took ${Math.round(took)} ms ${when}`)
    if (seen.status !== 503) return seen
    refused += 1
    if (!(Number(seen.headers.get('retry-after')) > 0)) wrong.push(`${what} is refused without Retry-After ${when}`)
    return undefined
  }

  const known = await Promise.all([1, 2, 3].map((nth) => town.report({ text: `Bekanntes Loch ${nth}` })))
  const session = staff.visitor.cookies.get('sitzung')!
  async function read(): Promise<void> {
    while (!ending) {
      const { number } = chance.pick(known)
      const [who, path] = chance.pick([
        [visitor(session), `/amt/meldungen/${number}`],
        [visitor(), `/meldungen/${number}?frisch=${randomUUID()}`],
        [visitor(session), '/mein'],
      ] as const)
      const seen = await judged(path, () => who.get(path))
      if (seen && seen.status !== 200) wrong.push(`${path} answers ${seen.status} ${seen.location ?? ''}`)
      if (seen?.status === 200 && path.includes(number) && !seen.body.includes('Bekanntes Loch')) wrong.push(`${path} shows something else`)
      await pause(40)
    }
  }
  const acknowledged = new Map<string, string>()
  async function write(): Promise<void> {
    while (!ending) {
      const key = randomUUID()
      for (let done = false; !done; ) {
        const report = { category: 'pothole', text: `Wetter ${key}`, lat: '49.05', lon: '11.05' }
        const seen = await judged('a report', () =>
          visitor().post('/meldungen', report, { 'idempotency-key': key, accept: 'application/json' }),
        )
        if (seen?.status === 201) acknowledged.set(key, JSON.parse(seen.body).number)
        else if (seen && seen.status !== 409) wrong.push(`a report is answered with ${seen.status}: ${seen.body.slice(0, 200)}`)
        done = seen !== undefined && seen.status !== 409
        if (!done) await pause(200)
      }
      await pause(40)
    }
  }
  const all = [...Array.from({ length: READERS }, read), ...Array.from({ length: WRITERS }, write)]
  const wellAgainMs: number[] = []
  for (const { weather, forMs } of storms) {
    await pause(300)
    line.weather = weather
    await pause(forMs)
    line.weather = 'well'
    const healed = performance.now()
    while ((await visitor().get(`/meldungen?frisch=${randomUUID()}`)).status !== 200) await pause(50)
    wellAgainMs.push(Math.round(performance.now() - healed))
    if (wellAgainMs.at(-1)! > WELL_AGAIN_MS) wrong.push(`after ${weather} it took ${wellAgainMs.at(-1)} ms until all was well`)
  }
  ending = true
  await Promise.all(all)
  wrong.push(...(await lostOrDoubled(program.adminUrl, acknowledged)))
  if (acknowledged.size === 0) wrong.push('nothing was acknowledged at all')
  return { wrong: [...new Set(wrong)], asked, refused, longestMs: Math.round(longestMs), wellAgainMs }
}

async function lostOrDoubled(adminUrl: string, acknowledged: ReadonlyMap<string, string>): Promise<string[]> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{ key: string; number: string }>(
    `SELECT replace(r.text, 'Wetter ', '') AS key, c.number FROM services.report r
     JOIN services.case c ON c.tenant_id = r.tenant_id AND c.id = r.case_id WHERE r.text LIKE 'Wetter %'`,
  )
  await client.end()
  const stored = Map.groupBy(rows, ({ key }) => key)
  return [
    ...[...acknowledged]
      .filter(([key, number]) => stored.get(key)?.[0]?.number !== number)
      .map(([key]) => `${key} was acknowledged and is lost`),
    ...[...stored].filter(([, all]) => all.length !== 1).map(([key, all]) => `${key} is there ${all.length} times`),
  ]
}
