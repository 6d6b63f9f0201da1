import { afterAll, expect, test } from 'vitest'
import { castOf, everybody } from '../setup/cast.ts'
import { atOnce, chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { checksums, differing } from '../setup/checksums.ts'
import { elsewhere, type Foreign, isWrittenIn } from '../setup/foreign.ts'
import { PLANTED } from '../setup/planted.ts'
import { makeProbe, type Probe } from '../setup/probe.ts'
import { parametersOf, routesOf } from '../setup/routes.ts'
import { expectNothing } from '../setup/said.ts'
import type { Seen } from '../setup/visitor.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns()
const routes = routesOf(program.house)
afterAll(() => program.house.hangUp())

const PROBES = sizeOf('ISOLATION', 2_000, 100_000)

/** What differs by itself from answer to answer: one-time keys, references, new ids and numbers; and the value that was asked for. */
function normalised({ status, body, location }: Seen, value: string): string {
  const once = encodeURIComponent(value)
  const inQuery = new URLSearchParams({ a: value }).toString().slice(2)
  const plain = [
    value,
    once,
    inQuery,
    encodeURIComponent(once),
    encodeURIComponent(inQuery),
    value.toLowerCase(),
    value.toUpperCase(),
    value.replaceAll('-', ''),
  ].filter(Boolean)
  // An id that an earlier probe has left looks like any other; of what only contains the shape of a secret nothing may stay.
  const shape = shapeless(value)
  const mark = shape.includes('{id}') || /^\{\w+\}$/.test(shape) ? shape : '·'
  let text = `${status} ${location ?? ''}\n${body}`
  for (const each of new Set(plain)) text = text.replaceAll(each, mark)
  return shapeless(text)
}

const shapeless = (text: string): string =>
  text
    .replace(/name="_key" value="[^"]*"/g, 'key')
    .replace(/[\w-]{43}/g, '{secret}')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '{id}')
    .replace(/[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '{number}')

/** Answers by the town's own categories, of which an address like `rathaus@…` holds a word. */
const byOwnWords = '/meldungen/vorschlag.json'

test(`nobody of one town sees or touches anything of another (HARNESS_SEED=${HARNESS_SEED})`, { timeout: 7_200_000 }, async () => {
  const chance = chanceFor('isolation')
  const here = castOf(program, program.small)
  const foreign: Foreign = await elsewhere(program)
  for (const who of everybody) await here.as(who)
  const before = await checksums(program.adminUrl, program.large.id)

  const wrong: string[] = []
  /** Ids that were sent to be kept: a text field gives them back, which tells nothing of the other town. */
  const sent = new Set<string>()
  const suspicious: Probe[] = []
  const send = async ({ method, who, address, fields }: Probe): Promise<Seen> => {
    if (method !== 'GET') for (const id of foreign.idsIn(JSON.stringify(fields))) sent.add(id)
    const visitor = await here.as(who)
    const seen = method === 'POST' ? await visitor.post(address, fields) : await visitor.send(method, address)
    if (seen.status === 401 || seen.location?.startsWith('/anmelden?weiter=')) await here.again(who)
    return seen
  }
  const seesNothing = (probe: Probe, seen: Seen): void => {
    const all = `${seen.body}\n${JSON.stringify([...seen.headers])}`
    // Who asks for the word itself may read it again in the answer; then what does not exist has to be answered alike.
    const asked = JSON.stringify([probe.address, probe.fields, probe.value])
    const planted = new RegExp(PLANTED, 'i')
    const leaked =
      planted.test(all) && !planted.test(asked) ? PLANTED : foreign.idsIn(all).find((id) => !asked.includes(id) && !sent.has(id))
    if (leaked) wrong.push(`${probe.who} ${probe.method} ${probe.address} ${JSON.stringify(probe.fields)} sees ${leaked}`)
  }
  let asked = 0
  await atOnce(
    4,
    Array.from({ length: PROBES }, () => makeProbe(routes, foreign, chance)),
    async (probe) => {
      const seen = await send(probe)
      asked += 1
      seesNothing(probe, seen)
      if (!probe.nobodys || probe.address.startsWith(byOwnWords)) return
      const other = await send(probe.nobodys)
      if (normalised(seen, probe.value) !== normalised(other, probe.nobodys.value)) suspicious.push(probe)
    },
  )
  for (const probe of suspicious) {
    const difference = await differsAgain(probe)
    // What an earlier probe has written here is found here.
    if (difference && !(await isWrittenIn(program, program.small, probe.value)))
      wrong.push(
        `${probe.who} ${probe.method} ${probe.address} ${JSON.stringify(probe.fields)}: a real value is answered otherwise than one that does not exist: ${difference}`,
      )
  }

  /** Alone, with what does not exist asked before and after: whatever changes by itself shows in those two. */
  async function differsAgain(probe: Probe): Promise<string | undefined> {
    let difference = ''
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const nobodys = probe.nobodys!
      const first = normalised(await send(nobodys), nobodys.value)
      const real = normalised(await send(probe), probe.value)
      const second = normalised(await send(nobodys), nobodys.value)
      if (real === first || real === second || first !== second) return undefined
      const at = [...real].findIndex((sign, index) => sign !== first[index])
      difference = `…${real.slice(Math.max(0, at - 80), at + 120)}… and …${first.slice(Math.max(0, at - 80), at + 120)}…`
    }
    return difference
  }
  console.log(`isolation: ${asked} probes with ${foreign.values.length} values of the other town, ${suspicious.length} asked again`)
  expectNothing(wrong)
  expectNothing(differing(before, await checksums(program.adminUrl, program.large.id)))
  expect(foreign.values.length).toBeGreaterThan(500)
})

test('who works in one town is nobody special in another', { timeout: 300_000 }, async () => {
  const here = castOf(program, program.small)
  const guarded = routes.filter(
    ({ method, may, path }) => method === 'GET' && !['everyone', 'signedIn'].includes(may) && parametersOf(path).length === 0,
  )
  const wrong: string[] = []
  for (const who of ['clerk', 'lead', 'dispatcher', 'moderator', 'auditor', 'admin']) {
    const guest = program.visitor({ town: program.large })
    for (const [name, value] of (await here.as(who)).cookies) guest.cookies.set(name, value)
    for (const { path } of guarded) {
      const { status } = await guest.get(path)
      if (status !== 403) wrong.push(`${who} of one town gets ${status} at ${path} of the other`)
    }
  }
  expectNothing(wrong)
})
