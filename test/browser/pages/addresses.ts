import type { Route } from '#platform/http/route.ts'
import { demoMail, demoVisitor, signedInDemo } from '../../setup/demo-visitor.ts'
import type { Visitor } from '../../setup/visitor.ts'
import { askedForCode, changingEmail, newcomer, protectedAccount, resetting, signingUp } from './accounts.ts'
import { decided, ofApplications, sentInquiry } from './applications.ts'
import { ofBuilder } from './builder.ts'
import { demoFirms, takenBack } from './firms.ts'
import { blockedSender, hiddenReport, withPhoto } from './moderation.ts'
import { ofTheOffice } from './office.ts'
import { holderOf, staffEntrance } from './people.ts'
import { askedBack, finished, notifiedByMail, sendReport, toldByMail, writing } from './reports.ts'
import { ofServices } from './services.ts'
import { subscribed, subscribing } from './subscriptions.ts'

/** A page to look at: who opens which address. `what` says why, where a route is looked at more than once. */
export type Stop = { path: string; as: Visitor; what?: string; origin?: string; status?: number }
/** `leadsOn`: in the demo this address shows no page of its own, it leads to another. `data`: it answers with something else than a page. */
export type Known = Stop[] | 'leadsOn' | 'data'

const nobodysKey = 'A'.repeat(43)
const first = (seen: { body: string }, pattern: RegExp): string => {
  const found = pattern.exec(seen.body)?.[1]
  if (!found) throw new Error(`the demo has nothing like ${pattern}`)
  return found
}

/**
 * An address for every route that people open, with ids that are in the demo. A route with a parameter or a state that is not
 * known here makes the test fail: whoever adds a page says here how to come to it.
 */
export async function stopsOf(url: string, routes: readonly Route[]): Promise<{ route: Route; stops: Known }[]> {
  const known = await addresses(url)
  const enter = staffEntrance(url)
  const nobody = demoVisitor(url)
  const found = routes
    .filter(({ method }) => method === 'GET')
    .map(async (route) => {
      const special = known[route.path]
      if (special) return { route, stops: special }
      if (route.path.includes(':')) throw new Error(`${route.path} has a parameter that addresses.ts does not know`)
      const as = route.may === 'everyone' ? nobody : await enter(holderOf(route.may))
      return { route, stops: [{ path: route.path, as }] }
    })
  const forgotten = Object.keys(known).filter((path) => !routes.some((route) => route.method === 'GET' && route.path === path))
  if (forgotten.length > 0) throw new Error(`addresses.ts knows routes that are gone: ${forgotten.join(', ')}`)
  return Promise.all(found)
}

/** Answers for programs (Open311). */
const openFormats: Record<string, Known> = Object.fromEntries(
  ['discovery', 'services', 'requests', 'servicerequestupdates'].flatMap((name) =>
    ['', '.xml', '.json'].map((suffix) => [`/open311/v2/${name}${suffix}`, 'data']),
  ),
)
for (const rest of ['services/:name', 'requests/:name', 'tokens/:name', ':rest{.+}']) openFormats[`/open311/v2/${rest}`] = 'data'

async function addresses(url: string): Promise<Record<string, Known>> {
  const nobody = demoVisitor(url)
  const enter = staffEntrance(url)
  const admin = await enter(holderOf('people.see'))
  const lead = await enter(holderOf('report.work'))
  const editor = await enter(holderOf('town.pages'))
  const moderator = await enter(holderOf('report.moderate'))
  return {
    ...(await ofAccounts(url)),
    ...(await ofReports(url, nobody, lead, moderator)),
    ...(await ofAdministration(url, admin, editor)),
    ...(await ofTheDesk(url, lead, nobody, admin)),
    ...(await ofModeration(url, moderator)),
    ...(await ofPlaces(nobody)),
    ...(await ofServices(nobody, editor)),
    ...(await ofBuilder(editor, admin)),
    ...(await ofApplications(url, nobody)),
    ...(await ofTheOffice(await enter(holderOf('application.work')), await enter('Björn Steinfatt'), admin)),
    '/suche': ['', 'Markt', 'gibtesnicht'].map((q) => ({ path: `/suche?q=${q}`, as: nobody, what: `searching “${q}”` })),
    '/wappen.svg': 'data',
    '/manifest.webmanifest': 'data',
    '/symbol/:name': 'data',
    '/sw.js': 'data',
    '/ohne-netz/wer.json': 'data',
    '/live': 'data',
    '/sprache': 'leadsOn',
    '/darstellung': 'leadsOn',
    '/dateien/:id': 'data',
    '/dateien/:id/:part': 'data',
    '/meldungen.geojson': 'data',
    '/meldungen.atom': 'data',
    '/meldungen.csv': 'data',
    '/meldungen/zahlen': [
      { path: '/meldungen/zahlen', as: nobody },
      { path: '/meldungen/zahlen?art=gruppe:street&zeit=alles', as: nobody, what: 'one group' },
      { path: '/meldungen/zahlen?zeit=1999', as: nobody, what: 'nothing to count' },
    ],
    '/meldungen/zahlen.json': 'data',
    '/meldungen/zahlen.csv': 'data',
    '/meldungen/zahlen/report-figures.mjs': 'data',
    '/opendata/:name{[a-z-]+}': ['meldungen', 'zahlen', 'baeume', 'ortsteile'].map((name) => ({
      path: `/opendata/${name}`,
      as: nobody,
      what: name,
    })),
    '/opendata/:name{[a-z-]+}/daten': 'leadsOn',
    '/opendata/:file{[a-z-]+\\.[a-z.-]+}': 'data',
    '/opendata/catalog.jsonld': 'data',
    ...(await ofSubscriptions(url, nobody)),
    '/meldungen/vorschlag.json': 'data',
    ...openFormats,
    '/mein/mitteilungen/anzahl': 'data',
  }
}

async function ofAccounts(url: string): Promise<Record<string, Known>> {
  const fresh = await newcomer(url)
  const told = await newcomer(url)
  const clerk = await signedInDemo(url, 'Heike Lohmar')
  const nobody = demoVisitor(url)
  const begun = await signingUp(url)
  const code = await askedForCode(url, fresh.email)
  const reset = await resetting(url, fresh.email)
  const change = await changingEmail(url)
  const { own, asked } = await protectedAccount(url)
  const expired = (path: string): Stop => ({ path: `${path}?schluessel=${nobodysKey}`, as: nobody, what: 'expired' })
  return {
    '/registrieren/bestaetigen': [{ path: '/registrieren/bestaetigen', as: begun.visitor }],
    '/registrieren/link': [{ path: begun.link, as: nobody }, expired('/registrieren/link')],
    '/anmelden/code': [{ path: '/anmelden/code', as: code.visitor }],
    '/anmelden/link': [{ path: code.link, as: nobody }, expired('/anmelden/link')],
    '/anmelden/zweiter-faktor': [{ path: '/anmelden/zweiter-faktor', as: asked }],
    '/passwort/neu': [{ path: reset.link, as: nobody }, expired('/passwort/neu')],
    '/mein': [
      { path: '/mein', as: await signedInDemo(url, 'Amira Haddad') },
      { path: '/mein', as: fresh.visitor, what: 'new account' },
    ],
    '/mein/meldungen': [
      { path: '/mein/meldungen', as: await signedInDemo(url, 'Amira Haddad') },
      { path: '/mein/meldungen', as: fresh.visitor, what: 'new account' },
    ],
    '/mein/mitteilungen': [
      { path: '/mein/mitteilungen', as: await signedInDemo(url, 'Heike Lohmar') },
      { path: '/mein/mitteilungen', as: fresh.visitor, what: 'new account' },
    ],
    '/mein/handeln-fuer': [
      { path: '/mein/handeln-fuer', as: await signedInDemo(url, 'Hasan Çelik') },
      { path: '/mein/handeln-fuer', as: fresh.visitor, what: 'new account' },
    ],
    '/mein/konto/email/code': [{ path: '/mein/konto/email/code', as: change.visitor }],
    '/mein/konto/email/link': [{ path: change.link, as: nobody }, expired('/mein/konto/email/link')],
    '/mein/konto/sicherheit': [
      { path: '/mein/konto/sicherheit', as: fresh.visitor },
      { path: '/mein/konto/sicherheit', as: own, what: 'second factor' },
    ],
    '/mein/konto/zweiter-faktor': [{ path: '/mein/konto/zweiter-faktor', as: fresh.visitor }],
    '/mein/konto/zweiter-faktor/codes': [{ path: '/mein/konto/zweiter-faktor/codes', as: own }],
    '/mein/konto/bestaetigen': [{ path: '/mein/konto/bestaetigen?weiter=/mein/konto/passwort', as: own }],
    '/mein/konto/verbinden': 'leadsOn',
    '/mein/konto/daten.json': 'data',
    '/demo/postfach': [
      { path: '/demo/postfach', as: nobody },
      { path: `/demo/postfach?an=niemand@post.example`, as: nobody, what: 'empty' },
    ],
    '/demo/postfach/:id': [{ path: `/demo/postfach/${begun.mailId}`, as: nobody }],
    '/demo/postfach/:id/html': 'data',
    '/mitteilungen/abbestellen/:token': [{ path: await notifiedByMail(url, clerk, told), as: nobody }],
  }
}

async function ofReports(url: string, nobody: Visitor, lead: Visitor, moderator: Visitor): Promise<Record<string, Known>> {
  const at = async (stage: string): Promise<string> => first(await nobody.get(`/meldungen?stand=${stage}`), /\/meldungen\/(M-[0-9A-Z-]{9})/)
  const { visitor: writer, draft, danger } = await writing(url)
  const form = `/meldungen/neu/${draft}`
  const receipt = await sendReport(url)
  const asked = await askedBack(url, lead)
  const done = await finished(url, lead)
  const mails = await toldByMail(url, lead)
  const open = await at('offen')
  const applied = await sentInquiry(url)
  const refused = await decided(url)
  return {
    '/meldungen': [
      { path: '/meldungen', as: nobody },
      { path: '/meldungen?stand=erledigt&zeit=monat', as: nobody, what: 'filtered' },
      { path: '/meldungen?q=gibtesnicht', as: nobody, what: 'nothing found' },
    ],
    '/meldungen/:number': [
      { path: `/meldungen/${open}`, as: nobody, what: 'open' },
      { path: `/meldungen/${await at('erledigt')}`, as: nobody, what: 'done' },
      { path: `/meldungen/${await hiddenReport(url, moderator)}`, as: nobody, what: 'hidden' },
    ],
    '/meldungen/:number/auch': [{ path: `/meldungen/${open}/auch`, as: nobody }],
    '/meldungen/:number/folgen': [{ path: `/meldungen/${open}/folgen`, as: nobody }],
    '/meldungen/neu/:draft': [
      { path: form, as: writer },
      { path: `/meldungen/neu/${nobodysKey}`, as: nobody, what: 'unknown' },
    ],
    '/meldungen/neu/:draft/ort': [{ path: `${form}/ort`, as: writer }],
    '/meldungen/neu/:draft/art': [{ path: `${form}/art`, as: writer }],
    '/meldungen/neu/:draft/fragen': [{ path: `${form}/fragen`, as: writer }],
    '/meldungen/neu/:draft/notfall': [{ path: `/meldungen/neu/${danger}/notfall`, as: writer }],
    '/meldungen/neu/:draft/aehnlich': [{ path: `${form}/aehnlich`, as: writer }],
    '/meldungen/neu/:draft/absenden': [{ path: `${form}/absenden`, as: writer }],
    '/meldungen/gesendet/:number': [{ path: `/meldungen/gesendet/${receipt.number}`, as: receipt.visitor }],
    '/meldungen/bestaetigen/:secret': [{ path: mails.confirm, as: nobody }],
    '/meldungen/abmelden/:link': [
      { path: mails.unsubscribe, as: nobody },
      { path: `${mails.unsubscribe}?fertig=1`, as: nobody, what: 'done' },
    ],
    '/status/:number': [
      { path: `/status/${asked.number}`, as: asked.visitor, what: 'with a question' },
      { path: `/status/${asked.number}`, as: nobody, what: 'for somebody else' },
      { path: `/status/${done.number}`, as: done.visitor, what: 'done, with the form to object' },
      { path: `/status/${applied.number}`, as: applied.visitor, what: 'an application' },
      { path: `/status/${refused.number}`, as: refused.visitor, what: 'a decided application, with the way to object' },
    ],
    '/status/:number/briefe': [{ path: `/status/${asked.number}/briefe`, as: asked.visitor }],
    '/status/:number/zahlung': [{ path: `/status/${asked.number}/zahlung`, as: asked.visitor, what: 'with nothing to pay' }],
    '/s/:secret': 'leadsOn',
  }
}

async function ofSubscriptions(url: string, nobody: Visitor): Promise<Record<string, Known>> {
  const link = await subscribing(url)
  return {
    '/mein/abos': [
      { path: '/mein/abos', as: await subscribed((await newcomer(url)).visitor) },
      { path: '/mein/abos', as: (await newcomer(url)).visitor, what: 'new account' },
    ],
    '/abos/:link': [{ path: link, as: nobody }],
    '/abos/:link/bestaetigen': [{ path: `${link}/bestaetigen`, as: nobody }],
    '/abos/:link/abmelden': [
      { path: `${link}/abmelden`, as: nobody },
      { path: `${link}/abmelden?fertig=1`, as: nobody, what: 'done' },
    ],
  }
}

async function ofAdministration(url: string, admin: Visitor, editor: Visitor): Promise<Record<string, Known>> {
  const firstOf = async (list: string, query = ''): Promise<string> =>
    first(await admin.get(list + query), new RegExp(`href="(${list}/[0-9a-f-]{36})"`))
  const invited = await invitation(url, admin)
  const webhook = await firstOf('/verwaltung/webhooks')
  const letter = await firstOf('/verwaltung/briefe')
  const charge = await firstOf('/amt/zahlungen').catch(() => undefined)
  return {
    '/verwaltung/ablaeufe/:key': [{ path: '/verwaltung/ablaeufe/opinions', as: editor }],
    '/verwaltung/organisationen/:id': [{ path: await firstOf('/verwaltung/organisationen'), as: admin }],
    '/verwaltung/briefe/:id{[0-9a-f-]{36}}': [{ path: letter, as: admin }],
    '/verwaltung/briefe/:id{[0-9a-f-]{36}}/bloecke/:at{[0-9]+}': [
      { path: `${letter}/bloecke/0`, as: admin },
      { path: `${letter}/bloecke/1`, as: admin, what: 'without words of its own' },
    ],
    // A demo in which nothing is to be paid has none.
    '/amt/zahlungen/:id{[0-9a-f-]{36}}': charge ? [{ path: charge, as: admin }] : 'data',
    '/verwaltung/briefe/:id{[0-9a-f-]{36}}/vorschau.pdf': 'data',
    '/briefe/:id{[0-9a-f-]{36}}': 'data',
    '/verwaltung/kategorien/:id{[0-9a-f-]{36}}': [{ path: await firstOf('/verwaltung/kategorien'), as: admin }],
    '/verwaltung/zustaendigkeit/entwurf/:id{[0-9a-f-]{36}}': [{ path: await firstOf('/verwaltung/zustaendigkeit/entwurf'), as: admin }],
    '/verwaltung/zustaendigkeit/fassungen/:number{[0-9]+}': [{ path: '/verwaltung/zustaendigkeit/fassungen/1', as: admin }],
    '/verwaltung/personen': [
      { path: '/verwaltung/personen', as: admin },
      { path: '/verwaltung/personen?q=gibtesnicht', as: admin, what: 'nothing found' },
    ],
    '/verwaltung/personen/:id{[0-9a-f-]{36}}': [{ path: await firstOf('/verwaltung/personen', '?q=Wendehorst'), as: admin }],
    '/verwaltung/schluessel/:id{[0-9a-f-]{36}}': [
      { path: await firstOf('/verwaltung/schluessel'), as: admin },
      { path: await newKey(admin), as: admin, what: 'just made' },
    ],
    '/verwaltung/seiten/:page': [{ path: '/verwaltung/seiten/imprint', as: editor }],
    '/verwaltung/webhooks/:id{[0-9a-f-]{36}}': ['', '?stand=withheld'].map((query) => ({ path: webhook + query, as: admin, what: query })),
    '/verwaltung/webhooks/:id{[0-9a-f-]{36}}/aendern': [{ path: `${webhook}/aendern`, as: admin }],
    '/verwaltung/webhooks/:id{[0-9a-f-]{36}}/zustellungen/:eventId': [
      { path: first(await admin.get(webhook), /href="(\/verwaltung\/webhooks\/[0-9a-f-]{36}\/zustellungen\/[0-9a-f-]{36})"/), as: admin },
    ],
    '/verwaltung/protokoll.csv': 'data',
    '/verwaltung/aufbewahrung/nachweis.csv': 'data',
    '/verwaltung/aufbewahrung/:kind/:result': [
      { path: '/verwaltung/aufbewahrung/report/done', as: admin },
      { path: '/verwaltung/aufbewahrung/report/done?archiveDays=30&anonymiseDays=60&deleteDays=90', as: admin, what: 'preview' },
    ],
    '/einladung/:secret': [
      { path: invited, as: demoVisitor(url) },
      { path: invited, as: (await newcomer(url)).visitor, what: 'signed in' },
      { path: `/einladung/${nobodysKey}`, as: demoVisitor(url), what: 'gone' },
    ],
  }
}

/** A key that was just issued, with the cookie that shows it. */
async function newKey(admin: Visitor): Promise<string> {
  const page = await admin.get('/verwaltung/schluessel/neu')
  const scopes = first(page, /name="scopes" value="([^"]+)"/)
  return (await admin.submit(page, '/verwaltung/schluessel', { name: 'App der Stadtwerke', scopes })).location ?? ''
}

/** An invitation that nobody has taken yet. */
async function invitation(url: string, admin: Visitor): Promise<string> {
  const email = `eingeladen.${Date.now().toString(36)}@post.example`
  const page = await admin.get('/verwaltung/personen/einladen')
  const organisationId = first(page, /<option value="([0-9a-f-]{36})"/)
  await admin.submit(page, '/verwaltung/personen/einladungen', { organisationId, role: 'clerk', email })
  const { links } = await demoMail(url, email)
  return links.find((path) => path.startsWith('/einladung/')) ?? ''
}

async function ofTheDesk(url: string, lead: Visitor, nobody: Visitor, admin: Visitor): Promise<Record<string, Known>> {
  const textBlock = first(await lead.get('/amt/textbausteine'), /href="(\/amt\/textbausteine\/[0-9a-f-]{36})"/)
  const causes = [...new Set((await lead.get('/amt/ursachen')).body.match(/\/amt\/ursachen\/U-[0-9A-Z-]{9}/g))]
  const task = first(await lead.get('/amt/aufgaben'), /href="(\/amt\/aufgaben\/[0-9a-f-]{36})"/)
  const list = '/amt/meldungen?ansicht=open'
  const numbers = [...(await lead.get(list)).body.matchAll(/\/amt\/meldungen\/(M-[0-9A-Z-]{9})/g)].map(([, number]) => number)
  const [one = '', two = ''] = new Set(numbers)
  const done = first(await nobody.get('/meldungen?stand=erledigt'), /\/meldungen\/(M-[0-9A-Z-]{9})/)
  const caseId = first(await lead.get(`/amt/gedaechtnis?q=${one}`), /\/amt\/gedaechtnis\/vorgang\/([0-9a-f-]{36})/)
  const organisation = first(await admin.get('/verwaltung/organisationen'), /\/verwaltung\/organisationen\/([0-9a-f-]{36})/)
  const firms = await demoFirms(lead)
  const chosen = `n=${one}&n=${two}`
  return {
    '/amt/meldungen': [
      { path: list, as: lead },
      { path: `${list}&q=gibtesnicht`, as: lead, what: 'nothing found' },
    ],
    '/amt/meldungen.csv': 'data',
    '/amt/meldungen/:number': [
      { path: `/amt/meldungen/${one}`, as: lead, what: 'open' },
      { path: `/amt/meldungen/${done}`, as: lead, what: 'done' },
      { path: `/amt/meldungen/${(await finished(url, lead, 3)).number}`, as: lead, what: 'objected to for the third time' },
    ],
    '/amt/unterwegs': ['', '?ort=Markt&reihe=tour', '?ort=gibtesnicht&nur=meine'].map((query) => ({
      path: `/amt/unterwegs${query}`,
      as: lead,
      what: query,
    })),
    '/amt/unterwegs/mitnehmen.json': 'data',
    '/amt/unterwegs/:number': [
      { path: `/amt/unterwegs/${one}`, as: lead, what: 'open' },
      { path: `/amt/unterwegs/${done}`, as: lead, what: 'done' },
    ],
    '/amt/ursachen': ['', '?stand=beendet'].map((query) => ({ path: `/amt/ursachen${query}`, as: lead, what: query })),
    '/amt/ursachen/:number': causes.map((path) => ({ path, as: lead })),
    '/amt/objekte/etiketten': ['', '?art=playground&ab=5', '?nummern=L-10001,L-0', '?nummern=gibtesnicht'].map((query) => ({
      path: `/amt/objekte/etiketten${query}`,
      as: lead,
      what: query,
    })),
    '/amt/meldungen/:number/aufgaben': [{ path: `/amt/meldungen/${one}/aufgaben`, as: lead }],
    '/amt/aufgaben': ['', '?stelle=own'].map((query) => ({ path: `/amt/aufgaben${query}`, as: lead, what: query })),
    '/amt/aufgaben/:id': [{ path: task, as: lead }],
    '/amt/meldungen/:number/aufbewahrung': [{ path: `/amt/meldungen/${one}/aufbewahrung`, as: admin }],
    '/amt/meldungen/:number/zusage': [{ path: `/amt/meldungen/${one}/zusage`, as: lead }],
    '/amt/meldungen/:number/schaden': [
      { path: `/amt/meldungen/${one}/schaden?gleich=${two}`, as: lead },
      { path: `/amt/meldungen/${done}/schaden`, as: lead, what: 'done' },
    ],
    '/amt/verbinden': [
      { path: `/amt/verbinden?${chosen}`, as: lead },
      { path: '/amt/verbinden', as: lead, what: 'nothing chosen' },
    ],
    '/amt/meldungen/:number/firma': [
      { path: `/amt/meldungen/${one}/firma`, as: lead },
      ...firms.map(({ path, what }) => ({ path, as: lead, what })),
    ],
    '/auftrag/:link': [
      ...firms.flatMap(({ link, what }) => (link ? [{ path: link, as: nobody, what }] : [])),
      { path: await takenBack(url, lead), as: nobody, what: 'taken back' },
      { path: '/auftrag/unbekannt', as: nobody, what: 'unknown', status: 404 },
    ],
    '/amt/meldungen/sammel': ['accept', 'assign', 'route', 'write', 'end'].map((was) => ({
      path: `/amt/meldungen/sammel?was=${was}&${chosen}`,
      as: lead,
      what: was,
    })),
    '/amt/meldungen/sammel/ergebnis': [{ path: `/amt/meldungen/sammel/ergebnis?was=write&fertig=${one}&nicht=${two}~conflict`, as: lead }],
    '/amt/textbausteine/:id{[0-9a-f-]{36}}': [lead, admin].map((as) => ({ path: textBlock, as })),
    '/amt/tour': [`/amt/tour?n=${one}&n=${two}`, '/amt/tour'].map((path) => ({ path, as: lead })),
    '/amt/gedaechtnis': ['', 'Tiefbauamt', 'gibtesnicht'].map((q) => ({
      path: `/amt/gedaechtnis?q=${q}`,
      as: lead,
      what: `searching “${q}”`,
    })),
    '/amt/gedaechtnis/:kind/:id': [
      { path: `/amt/gedaechtnis/vorgang/${caseId}`, as: lead, what: 'case' },
      { path: `/amt/gedaechtnis/stelle/${organisation}`, as: lead, what: 'organisation' },
    ],
  }
}

async function ofModeration(url: string, moderator: Visitor): Promise<Record<string, Known>> {
  const { number, photo } = await withPhoto(url, moderator)
  const blocked = await blockedSender(url, moderator)
  return {
    '/amt/meldungen/:number/fotos/:file': [{ path: photo, as: moderator }],
    '/amt/meldungen/:number/sperre': [
      { path: `/amt/meldungen/${number}/sperre`, as: moderator, what: 'somebody who is known again' },
      { path: `/amt/meldungen/${blocked}/sperre`, as: moderator, what: 'blocked' },
    ],
    '/amt/pruefen': 'leadsOn',
  }
}

async function ofPlaces(nobody: Visitor): Promise<Record<string, Known>> {
  const place = async (words: string): Promise<string> => {
    const { hits } = JSON.parse((await nobody.get(`/orte/suche.json?q=${words}`)).body)
    return `/orte/${encodeURIComponent(hits[0].id)}`
  }
  return {
    '/orte/:id': [
      { path: await place('Marktplatz'), as: nobody, what: 'landmark' },
      { path: await place('Brunnen'), as: nobody, what: 'thing with a number' },
      { path: await place('Altstadt'), as: nobody, what: 'district' },
    ],
    '/objekte/:number': [{ path: '/objekte/L-10001', as: nobody }],
    '/o/:number': 'leadsOn',
    '/orte/suche.json': 'data',
    '/orte/punkt.json': 'data',
    '/karte/:version/:style': 'data',
    '/karte/:version/:z/:x/:tile': 'data',
    '/karte/bild.svg': 'data',
    '/karte/orte.geojson': 'data',
  }
}
