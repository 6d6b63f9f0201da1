import { afterAll, test } from 'vitest'
import { armourFindings, withOwnStyles } from '../setup/armour.ts'
import { castOf, everybody } from '../setup/cast.ts'
import { atOnce, sizeOf } from '../setup/chance.ts'
import { checksums, differing } from '../setup/checksums.ts'
import { crawl, type Stop } from '../setup/crawl.ts'
import { nameOf, routesOf } from '../setup/routes.ts'
import { expectNothing } from '../setup/said.ts'
import { htmlFindings } from '../setup/well-formed.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns()
const routes = routesOf(program.house)
const cast = castOf(program, program.large)
afterAll(() => program.house.hangUp())

/** Written beside a look, on purpose: who looked at whom, and that a session is in use. */
const written = ['core.record_read', 'core.session']

/** No page leads to what programs ask for; those have tests of their own. */
const forPrograms = /^GET \/(open311|opendata)\//

/** Pages that nobody of these comes to, and why. */
const unseen: Record<string, string> = {
  'GET /dateien/:id': 'how far an upload is learns who began it (src/core/files/upload.test.ts)',
  'GET /mitteilungen/abbestellen/:token': 'stands in mails to people with an account (src/core/notifications/notification.test.ts)',
}

test('everybody looks at every page they can come to: nothing is written, every page is whole and armoured', {
  timeout: 300_000,
}, async () => {
  for (const who of everybody) await cast.as(who)
  // The first tile of a map is drawn from all its streets; whoever asks meanwhile waits.
  for (const path of program.found.large.byHand.filter((each) => each.endsWith('.mvt')))
    await program.visitor({ town: program.large }).get(path)
  const before = await checksums(program.adminUrl)
  const wrong = new Set<string>()
  const reached = new Set<string>()
  const look = ({ address, route, seen }: Stop, who: string): void => {
    const type = seen.headers.get('content-type') ?? ''
    const found = [...armourFindings(seen, false), ...(type.includes('text/html') ? htmlFindings(seen.body) : [])].filter(
      (each) => nameOf(route) !== withOwnStyles || !/unsafe-inline|style/.test(each),
    )
    if (seen.status >= 500) found.push(`answers ${seen.status}`)
    for (const each of found) wrong.add(`${nameOf(route)}: ${each} (${who}, ${address})`)
    if (seen.status < 400) reached.add(nameOf(route))
  }
  await atOnce(4, everybody, async (who) => {
    const stops = await crawl(await cast.as(who), program.large.origin, routes, {
      perRoute: sizeOf('PER_ROUTE', 1, 20),
      stops: 2_000,
      also: program.found.large.byHand,
    })
    for (const stop of stops) look(stop, who)
  })
  expectNothing(program.faults.slice(0, 10))
  expectNothing(wrong)
  expectNothing(differing(before, await checksums(program.adminUrl)).filter((table) => !written.includes(table)))
  const never = routes.filter(({ method }) => method === 'GET').map(nameOf)
  expectNothing(never.filter((name) => !reached.has(name) && !(name in unseen) && !forPrograms.test(name)))
})
