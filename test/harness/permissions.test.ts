import { afterAll, expect, test } from 'vitest'
import type { Route } from '#platform/http/route.ts'
import { castOf, everybody, rightsOf } from '../setup/cast.ts'
import { atOnce, chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { nameOf, routesOf } from '../setup/routes.ts'
import { expectNothing } from '../setup/said.ts'
import type { Seen } from '../setup/visitor.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns()
const routes = routesOf(program.house)
const cast = castOf(program, program.large)
afterAll(() => program.house.hangUp())

/** Times that each cell is asked; where everybody may, so many of the roles ask. */
const ROUNDS = sizeOf('PERMISSIONS', 1, 5)
const OPEN_TO_ALL = sizeOf('PERMISSIONS_OPEN', 1, 13)

/** Open to everybody by its declaration, and yet a refusal is an answer: it is no question of roles. */
const ownRefusals = [
  { path: /^\/api\/forms\/xdatenfelder$/, why: 'asks for the key of a program with its own scope' },
  { path: /^\/open311\//, why: 'asks for the key of a program, and refuses without one as the standard says' },
  { path: /^\/demo\/empfaenger\//, why: 'answers as its address says' },
]

const isDenied = ({ status, location }: Seen): boolean =>
  status === 401 || status === 403 || (status === 302 && location?.startsWith('/anmelden?weiter=') === true)

test(`every role gets to what it may and to nothing else, route by route (HARNESS_SEED=${HARNESS_SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const chance = chanceFor('permissions')
  const known = program.known.large
  const cells = Array.from({ length: ROUNDS }, () =>
    routes.flatMap((route) => {
      const whoElse = route.may === 'everyone' ? chance.shuffle(everybody).slice(0, OPEN_TO_ALL) : everybody
      return whoElse.map((who) => ({ route, who, address: known.address(route, chance, known.all) }))
    }),
  ).flat()
  const wrong: string[] = []
  const ask = async (route: Route, who: string, address: string, afresh: boolean): Promise<Seen> => {
    const visitor = await (afresh ? cast.again(who) : cast.as(who))
    return route.method === 'GET' ? visitor.get(address) : visitor.send(route.method, address)
  }
  const counts = { allowed: 0, denied: 0 }
  await atOnce(4, chance.shuffle(cells), async ({ route, who, address }) => {
    const allowed = rightsOf(program, who).has(route.may)
    let seen = await ask(route, who, address, false)
    // What others did meanwhile may have ended this session or role; a new one of the same role says whether it is that.
    if (isDenied(seen) === allowed || seen.status === 503) seen = await ask(route, who, address, true)
    counts[allowed ? 'allowed' : 'denied'] += 1
    if (allowed && route.may === 'everyone' && ownRefusals.some(({ path }) => path.test(route.path))) return
    if (isDenied(seen) === allowed || seen.status >= 500)
      wrong.push(
        `${who} ${allowed ? 'may' : 'may not'} ${nameOf(route)} (${route.may}): ${address} answers ${seen.status} ${seen.location ?? ''}`,
      )
  })
  console.log(`permissions: ${counts.allowed} cells allowed, ${counts.denied} denied`)
  expectNothing(wrong)
  expectNothing(program.faults.slice(0, 10))
  expect(counts.denied).toBeGreaterThan(routes.length)
})
