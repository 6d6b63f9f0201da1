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
const forPrograms = /^GET \/(open311|opendata|api)\//

/** Pages that nobody of these comes to, and why. */
const unseen: Record<string, string> = {
  'GET /dateien/:id': 'how far an upload is learns who began it (src/core/files/upload.test.ts)',
  'GET /status/:number/briefe': 'no case of these towns has a letter yet (src/services/letters/letter/letters.test.ts)',
  'GET /briefe/:id{[0-9a-f-]{36}}': 'the same',
  'GET /status/:number/zahlung': 'no page leads there for a report, of which nothing is demanded (src/desk/payments/payments.test.ts)',
  'GET /amt/zahlungen/:id{[0-9a-f-]{36}}': 'nothing is demanded in these towns yet (src/desk/payments/payments.test.ts)',
  'GET /amt/antraege/:number/briefe/neu':
    'nobody of these works in a unit that has an application (src/desk/applications/applications.test.ts)',
  'GET /amt/antraege/:number/aufgaben': 'the same',
  'GET /amt/antraege/:number/briefe/:id{[0-9a-f-]{36}}': 'the same',
  'GET /amt/antraege/:number/briefe/:id{[0-9a-f-]{36}}/vorschau.pdf': 'the same',
  'GET /amt/post/druck.pdf': 'the same',
  'GET /antraege/entwurf/:draft':
    'a draft opens for who wrote it, and nobody of these writes one (src/services/applications/pages/pages.test.ts)',
  'GET /antraege/entwurf/:draft/seite/:page': 'the same',
  'GET /antraege/entwurf/:draft/ende/:exit': 'the same',
  'GET /antraege/entwurf/:draft/pruefen': 'the same',
  'GET /antraege/entwurf/:draft/spaeter': 'the same',
  'GET /antraege/entwurf/:draft/neue-fassung': 'the same',
  'GET /antraege/entwurf/:draft/unterschriften': 'the same (test/browser/cosign.test.ts)',
  'GET /mitzeichnen/:link': 'stands in mails to who is asked to sign (test/browser/cosign.test.ts)',
  'GET /mitzeichnen/:link/eingang.pdf': 'the same',
  'GET /antraege/gesendet/:number': 'a draft opens for who wrote it, as above',
  'GET /status/:number/eingang.pdf': 'the same',
  'GET /verwaltung/ablaeufe/:key/entwurf/stellungnahmen/:it{[a-z][A-Za-z0-9]*}':
    'no draft of these towns has such a thing (src/desk/forms/forms.test.ts, test/browser/builder.test.ts)',
  'GET /verwaltung/ablaeufe/:key/entwurf/fristen/:it{[a-z][A-Za-z0-9]*}': 'the same',
  'GET /verwaltung/ablaeufe/:key/entwurf/ergebnisse/:it{[a-z][A-Za-z0-9]*}': 'the same',
  'GET /verwaltung/dienste/:id{[0-9a-f-]{36}}/formular/ausstiege/:key{[a-zA-Z][a-zA-Z0-9]*}': 'the same',
  'GET /mitteilungen/abbestellen/:token': 'stands in mails to people with an account (src/core/notifications/notification.test.ts)',
}

test('everybody looks at every page they can come to: nothing is written, every page is whole and armoured', {
  timeout: 300_000,
}, async () => {
  for (const who of everybody) await cast.as(who)
  // The first tile of a map is drawn from all its streets; whoever asks meanwhile waits.
  for (const path of program.found.large.byHand.filter((each) => each.endsWith('.mvt')))
    await program.visitor({ town: program.large }).get(path)
  const sums = () => checksums(program.adminUrl, undefined, { versions: true })
  const before = await sums()
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
  expectNothing(differing(before, await sums()).filter((table) => !written.includes(table)))
  const never = routes.filter(({ method }) => method === 'GET').map(nameOf)
  expectNothing(never.filter((name) => !reached.has(name) && !(name in unseen) && !forPrograms.test(name)))
})
