import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { armourFindings } from '../setup/armour.ts'
import { castOf, everybody } from '../setup/cast.ts'
import { atOnce, chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { checksums, differing } from '../setup/checksums.ts'
import { crawl } from '../setup/crawl.ts'
import { filledIn, formShape, type Sendable, sendablesIn, withFiles } from '../setup/fill-in.ts'
import { PLANTED, townColumns } from '../setup/planted.ts'
import { nameOf, parametersOf, routesOf } from '../setup/routes.ts'
import { expectNothing } from '../setup/said.ts'
import { htmlFindings } from '../setup/well-formed.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns()
const routes = routesOf(program.house)
const admin = createPool(program.adminUrl, { max: 2, log: quietLog })
afterAll(async () => {
  program.house.hangUp()
  await admin.end()
})

const EACH = sizeOf('ACTING', 1, 20)
/** Stands in every field that no form has: it may never come into the database. */
const SMUGGLED = 'Schmuggelgut'
const SMUGGLED_ID = 'bad0bad0-bad0-7bad-8bad-bad0bad0bad0'

/** Written by each request, or by each file that comes with one, whatever becomes of it. */
const beside = ['platform.idempotency', 'core.record_read', 'core.file', 'core.upload', 'core.upload_quota']

/** Changes that leave no event, and why. */
const quiet: Record<string, string> = {
  'POST /abmelden': 'ends the own session; the list of devices shows it',
  'POST /mein/konto/bestaetigen/code': 'asks for a mail; what is done with its code leaves a line',
  'POST /mein/konto/loeschen': 'the log goes with the account; a job tells each town, which records it',
  'POST /mein/mitteilungen/einstellungen': 'a preference',
  'POST /mein/konto/profil': 'the language is a preference; another name leaves a line',
  'POST /mein/mitteilungen/gelesen': 'a preference',
  'POST /mein/handeln-fuer': 'for whom this session acts; what is then done leaves its own events',
  'POST /status/:number/zahlung/stand': 'asks the payment service; what it says leaves a line',
  'POST /amt/meldungen/ansichten': 'a preference: a filter with a name',
  'POST /amt/meldungen/ansichten/loeschen': 'a preference: a filter with a name',
  'POST /amt/antraege/ansichten': 'a preference: a filter with a name',
  'POST /amt/antraege/ansichten/loeschen': 'a preference: a filter with a name',
  'POST /meldungen/neu': 'a draft, of which the town knows nothing before it is sent',
  'POST /meldungen/neu/:draft': 'a draft',
  'POST /meldungen/neu/:draft/ort': 'a draft',
  'POST /meldungen/neu/:draft/art': 'a draft',
  'POST /meldungen/neu/:draft/fragen': 'a draft',
  'POST /meldungen/neu/:draft/aehnlich': 'a draft',
  'POST /dienste/:slug/antrag': 'a draft, of which the office knows nothing before it is sent',
  'POST /antraege/entwurf/:draft/seite/:page': 'a draft',
  'POST /antraege/entwurf/:draft/verwerfen': 'a draft',
  'POST /antraege/:number/aendern': 'a draft of what will replace it',
  'POST /verwaltung/webhooks/:id{[0-9a-f-]{36}}/probe': 'a delivery to try the address; it stands in the list of deliveries',
  'POST /meldungen/abmelden/:link': 'a preference: no more mails',
  'POST /mitteilungen/abbestellen/:token': 'a preference: no more mails',
  'POST /verwaltung/aufbewahrung/:kind/:result/vorschau': 'shows what would be; writes nothing',
}

type Offer = { who: string; one: Sendable }

const traces = async (): Promise<number> =>
  (await admin.query<{ n: number }>('SELECT (SELECT count(*) FROM core.event) + (SELECT count(*) FROM core.account_log) AS n')).rows[0]
    ?.n ?? 0

async function columnNames(): Promise<string[]> {
  const names = new Set((await townColumns(admin)).map(({ column }) => column))
  return [...names].flatMap((name) => [name, name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())])
}

test(`who acts leaves an event, and writes no field that no form has (HARNESS_SEED=${HARNESS_SEED})`, { timeout: 3_600_000 }, async () => {
  const chance = chanceFor('acting')
  const cast = castOf(program, program.large)
  const names = [...new Set(await columnNames())]
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#876' } })
    .jpeg()
    .toBuffer()
  const picture = new File([new Uint8Array(jpeg)], 'bild.jpg', { type: 'image/jpeg' })
  const smuggled = (route: Sendable['route'], fields: object): Record<string, string> => {
    const own = new Set([...Object.keys(formShape(route).properties ?? {}), ...Object.keys(fields), ...parametersOf(route.path)])
    const extra = chance.shuffle(names.filter((name) => !own.has(name))).slice(0, 200)
    return Object.fromEntries(extra.map((name) => [name, /_?id$/i.test(name) ? SMUGGLED_ID : SMUGGLED]))
  }

  const wrong = new Set<string>()
  const outcome = new Map<string, { tried: number; done: number; traced: number }>()
  const offered = new Map<string, Offer[]>()
  const isSilent = (name: string): boolean => {
    const { done = 0, traced = 0 } = outcome.get(name) ?? {}
    return done > 0 && traced === 0 && !(name in quiet)
  }
  await atOnce(4, everybody, async (who) => {
    const stops = await crawl(await cast.as(who), program.large.origin, routes, {
      perRoute: 2,
      stops: 500,
      also: program.found.large.byHand,
    })
    for (const { seen } of stops)
      for (const one of sendablesIn(routes, seen)) {
        const way = `${nameOf(one.route)} ${one.button?.value ?? ''} ${one.form.fields.verb ?? ''}`
        offered.set(way, [...(offered.get(way) ?? []), { who, one }])
      }
  })
  const send = async (all: readonly Offer[], times: number): Promise<void> => {
    for (const { who, one } of chance.shuffle(all).slice(0, times)) {
      const name = nameOf(one.route)
      const fields = filledIn(one, chance, [], isSilent(name))
      const before = await traces()
      const sent = { ...withFiles(one.route, fields, chance.chance(0.5) ? picture : undefined), ...smuggled(one.route, fields) }
      const seen = await (await cast.as(who)).post(one.action, sent)
      const count = outcome.get(name) ?? { tried: 0, done: 0, traced: 0 }
      outcome.set(name, count)
      count.tried += 1
      if (seen.status === 201 || seen.status === 303) count.done += 1
      if ((await traces()) > before) count.traced += 1
      const found = [...armourFindings(seen, false), ...(seen.status === 422 ? htmlFindings(seen.body) : [])]
      if (seen.status >= 500) found.push(`answers ${seen.status} to ${JSON.stringify(fields).slice(0, 500)}`)
      for (const each of found) wrong.add(`${name}: ${each}`)
      if (seen.status === 401 || seen.location?.startsWith('/anmelden')) await cast.again(who)
    }
  }
  for (const all of chance.shuffle([...offered.values()])) await send(all, EACH)
  // What was saved as it was changes nothing: those that left no event are sent again with other words, and looked at closely.
  const silent = new Set<string>()
  for (const all of offered.values()) {
    const name = nameOf(all[0]!.one.route)
    for (let times = 0; times < 6 && isSilent(name); times += 1) {
      const [before, events] = [await checksums(program.adminUrl, program.large.id), await traces()]
      await send(all, 1)
      const changed = differing(before, await checksums(program.adminUrl, program.large.id)).filter((table) => !beside.includes(table))
      if (changed.length > 0 && (await traces()) === events) silent.add(`${name}: ${changed.join(', ')}`)
    }
  }
  await program.work()

  expectNothing(program.faults.slice(0, 10))
  expectNothing(wrong)
  const writing = routes.filter(({ method }) => method === 'POST').map(nameOf)
  const never = writing.filter((name) => !outcome.get(name)?.done)
  console.log(`acting: ${writing.length - never.length} of ${writing.length} changing routes succeeded; not: ${never.join(', ')}`)
  expectNothing(silent)
  expectNothing(await tablesWith(SMUGGLED, SMUGGLED_ID))
  expect(await tablesWith(PLANTED)).not.toEqual([])
})

async function tablesWith(...words: string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of new Set((await townColumns(admin)).map((column) => column.table))) {
    const { rows } = await admin.query(`SELECT FROM ${table} t WHERE t::text LIKE ANY ($1) LIMIT 1`, [words.map((word) => `%${word}%`)])
    if (rows.length > 0) found.push(table)
  }
  return found
}
