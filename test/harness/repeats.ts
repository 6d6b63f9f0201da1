import { Client } from 'pg'
import { system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import type { Seeded } from '#platform/seeded.ts'
import type { Program } from '../setup/program.ts'
import { type Asker, type Seen, Visitor } from '../setup/visitor.ts'
import type { BusyTown } from './busy-town.ts'
import { watchRows } from './changed-rows.ts'
import { type Offer, walkThrough } from './walk.ts'

const AT_ONCE = 10
const DAY = 24 * 60

export type Repeated = {
  wrong: string[]
  /** How often each form was sent, and how often it was taken. */
  tally: ReadonlyMap<string, { tried: number; taken: number }>
  /** How often a repeat was told that the first is still running. */
  inFlight: number
}

type Cookies = ReadonlyMap<string, string>
type Kept = { offer: Offer; cookies: Cookies; answer: string }

/**
 * Does what people do in a busy town, each time ten times at once with one key, and looks whether it had one effect; then with other
 * content under the same key; then again by a program that was started anew (`anew`), and once more a minute before a day is over.
 */
export async function repeatEverything(
  town: BusyTown,
  { operations, chance, anew }: { operations: number; chance: Seeded; anew: () => Asker },
): Promise<Repeated> {
  const { program } = town
  const watch = await watchRows(program.adminUrl)
  const walk = await walkThrough(town, chance)
  const wrong: string[] = []
  const kept: Kept[] = []
  let inFlight = 0

  for (let done = 0; done < operations; done += 1) {
    const offer = await walk.next()
    if (!offer) throw new Error('there is no form left to fill in')
    const jar = offer.spot.who.cookies
    const cookies = new Map(jar)
    const say = (what: string) => wrong.push(`${offer.what}: ${what}`)
    const send = async (more: Record<string, string> = {}): Promise<Seen> => {
      const visitor = holding(program.visitor(), cookies)
      const answer = await visitor.post(offer.action, { ...offer.fields, ...more })
      if (isGood(answer)) for (const [name, value] of visitor.cookies) jar.set(name, value)
      return answer
    }
    const moment = await watch.now()
    const answers = done % 10 === 9 ? await whileFirstWaits(program.adminUrl, send) : await Promise.all(times(AT_ONCE, () => send()))
    inFlight += answers.filter(({ status }) => status === 409).length
    const good = answers.filter(isGood)
    const said = new Set(good.map(answerOf))
    for (const answer of answers) if (answer.status >= 500 && !isLater(answer)) say(`answered ${answer.status}`)
    if (said.size > 1) say(`answered differently: ${[...said].join(' | ')}`)
    if (good.length > 0 && answers.some((answer) => !isGood(answer) && !isLater(answer))) say('once taken, once refused')
    if (answers.some((answer) => answer.status === 409 && !isLater(answer))) say('in flight without Retry-After')
    const effects = [...(await watch.since(moment)).values()]
    if (effects.length !== (good.length > 0 ? 1 : 0)) say(`${good.length} taken, effects: ${JSON.stringify(effects)}`)
    walk.went(offer, good.length > 0, good[0]?.location)
    if (good.length === 0) continue

    const answer = answerOf(good[0]!)
    const later = await watch.now()
    const again = answerOf(await send())
    if (again !== answer) say(`repeated, it answers ${again} and not ${answer}`)
    const other = await send({ zusatz: 'anders' })
    if (other.status !== 422) say(`other content under the same key: ${other.status}`)
    if ((await watch.since(later)).size > 0) say('a repeat had an effect')
    kept.push({ offer, cookies, answer })
  }

  const repeatAll = async (when: string) => {
    const ask = anew()
    const later = await watch.now()
    for (const { offer, cookies, answer } of kept) {
      const visitor = holding(new Visitor(ask, program.town.origin, {}), cookies)
      const again = answerOf(await visitor.post(offer.action, offer.fields))
      if (again !== answer) wrong.push(`${offer.what}: ${when} it answers ${again} and not ${answer}`)
    }
    if ((await watch.since(later)).size > 0) wrong.push(`${when} a repeat had an effect`)
  }
  await repeatAll('after a restart')
  program.clock.forward(DAY - 1)
  await tidy(program)
  await repeatAll('after a day')
  await watch.stop()
  return { wrong, tally: walk.tally, inFlight }
}

const times = <T>(count: number, work: () => T): T[] => Array.from({ length: count }, work)
const isGood = ({ status }: Seen): boolean => status === 303 || status === 201
/** Still in flight, or too much at once: one may come back. */
const isLater = ({ status, headers }: Seen): boolean => (status === 409 || status === 503) && headers.has('retry-after')
const answerOf = ({ status, location, headers, body }: Seen): string =>
  JSON.stringify([status, location, headers.getSetCookie(), status === 201 ? body : ''])

function holding(visitor: Visitor, cookies: Cookies): Visitor {
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  return visitor
}

/** The first request waits at the last thing that it writes, while the others come. */
async function whileFirstWaits(adminUrl: string, send: () => Promise<Seen>): Promise<Seen[]> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('BEGIN; LOCK TABLE platform.idempotency IN EXCLUSIVE MODE')
    let over = false
    const first = send().finally(() => {
      over = true
    })
    const waits = async () => (await client.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount
    while (!over && !(await waits())) await new Promise((resolve) => setTimeout(resolve, 5))
    const others = await Promise.all(times(AT_ONCE - 1, send))
    await client.query('COMMIT')
    return [await first, ...others]
  } finally {
    await client.end()
  }
}

/** What the program tidies up every hour. */
async function tidy({ house, pool, town, clock }: Program): Promise<void> {
  const forget = house.modules.flatMap(({ schedules }) => schedules ?? []).find(({ name }) => name === 'platform.forget-old-keys')
  if (!forget) throw new Error('nobody forgets old keys')
  await inContext({ pool, log: quietLog, clock: () => clock.at }, { town, actor: system }, forget.run)
}
