import { afterAll, expect, test } from 'vitest'
import type { Route } from '#platform/http/route.ts'
import { armourFindings, withOwnStyles } from '../setup/armour.ts'
import { castOf, everybody, rightsOf } from '../setup/cast.ts'
import { atOnce, chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { type Attack, attackOn, inWords } from '../setup/fuzz.ts'
import { nameOf, routesOf } from '../setup/routes.ts'
import { expectNothing } from '../setup/said.ts'
import type { Seen } from '../setup/visitor.ts'
import { htmlFindings } from '../setup/well-formed.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns()
const routes = routesOf(program.house)
afterAll(() => program.house.hangUp())

const REQUESTS = sizeOf('FUZZ', 4_000, 1_000_000)
const SLOW_MS = 15_000
/** Errors have the form of their standard there; and the demo's receiver answers what its address says. */
const ownErrors = /^(\/t\/[\w-]+)?\/(open311|demo\/empfaenger)\//

/** What is wrong with an answer to something that nobody should have sent. */
function findings({ status, headers, body }: Seen, method: string, address: string): string[] {
  const type = headers.get('content-type') ?? ''
  const found = armourFindings({ status, headers }, false)
  if (status >= 500) found.push(`answers ${status}`)
  if (/^\s*at .*\.tsx?:\d+/m.test(body) || /node_modules|SELECT .* FROM/.test(body)) found.push('shows its insides')
  if (headers.has('content-encoding') || ownErrors.test(address)) return found
  if (type.includes('text/html') && method !== 'HEAD') found.push(...htmlFindings(body))
  else if (/json/.test(type) && method !== 'HEAD' && body !== '') found.push(...jsonFindings(body, type, status))
  else if (status >= 400 && body !== '' && !/^text\/plain|xml/.test(type)) found.push(`an error as ${type || 'nothing'}`)
  return found
}

function jsonFindings(body: string, type: string, status: number): string[] {
  try {
    const value = JSON.parse(body)
    if (status < 400) return []
    return type.includes('problem+json') && value.status === status && typeof value.title === 'string'
      ? []
      : ['an error that is no problem+json']
  } catch {
    return ['no JSON']
  }
}

test(`whatever is sent, the program answers and goes on (HARNESS_SEED=${HARNESS_SEED})`, { timeout: 14_400_000 }, async () => {
  const cast = castOf(program, program.large)
  const known = program.known.large
  const wrong = new Map<string, string>()
  const statuses = new Map<number, number>()
  const slow: { nth: number; route: Route; who: string; attack: Attack }[] = []
  const lost: unknown[] = []
  const note = (error: unknown): void => void lost.push(error)
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)

  const attacks = (function* () {
    for (let nth = 0; nth < REQUESTS; nth += 1) {
      // Each from a chance of its own, so that one can be repeated without the others.
      const own = chanceFor('fuzz', nth)
      const route = routes[nth % routes.length]!
      // Mostly somebody who may: others are refused before anything is read.
      const allowed = own.chance(0.8) ? everybody.filter((who) => rightsOf(program, who).has(route.may)) : everybody
      yield { nth, route, who: own.pick(allowed), attack: attackOn(route, known, own, known.all) }
    }
  })()
  const report = (what: string, nth: number, who: string, attack: Attack): void => {
    if (!wrong.has(what)) wrong.set(what, `${nth} ${who} ${inWords(attack)}`)
  }
  await atOnce(8, attacks, async ({ nth, route, who, attack }) => {
    const visitor = await cast.as(who)
    const started = performance.now()
    let seen: Seen
    try {
      seen = await visitor.send(attack.method, attack.address, attack.headers, attack.body)
      // A machine with much to do says that it has no time now.
      for (let again = 0; seen.status === 503 && again < 3; again += 1)
        seen = await visitor.send(attack.method, attack.address, attack.headers, attack.body)
    } catch (error) {
      // What cannot even be made into a request never reaches the program.
      if (error instanceof TypeError && /Request|URL|header|method/i.test(String(error.stack).slice(0, 300))) return
      return report(`${nameOf(route)}: throws ${error}`, nth, who, attack)
    }
    statuses.set(seen.status, (statuses.get(seen.status) ?? 0) + 1)
    for (const each of findings(seen, attack.method, attack.address))
      if (nameOf(route) !== withOwnStyles || !/unsafe-inline|style/.test(each)) report(`${nameOf(route)}: ${each}`, nth, who, attack)
    if (performance.now() - started > SLOW_MS) slow.push({ nth, route, who, attack })
    if (who !== 'stranger' && (seen.status === 401 || seen.location?.startsWith('/anmelden') || !visitor.cookies.has('sitzung')))
      await cast.again(who)
  })
  // Alone it has no other to wait for.
  for (const { nth, route, who, attack } of slow) {
    const started = performance.now()
    await (await cast.as(who)).send(attack.method, attack.address, attack.headers, attack.body)
    const took = Math.round(performance.now() - started)
    if (took > SLOW_MS) report(`${nameOf(route)}: takes ${took} ms`, nth, who, attack)
  }
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
  console.log(`fuzz: ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}`)
  expectNothing([...program.faults.slice(0, 10), ...[...wrong].map(([what, how]) => `${what}\n    ${how}`)])
  expect(lost).toEqual([])
  expect((await program.visitor({ town: program.large }).get('/')).status).toBe(200)
})
