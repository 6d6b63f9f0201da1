import { demoMail, demoVisitor, signedInDemo } from '../../setup/demo-visitor.ts'
import type { Fields, Visitor } from '../../setup/visitor.ts'
import type { Known } from './addresses.ts'

const inquiry = '/dienste/anfrage-oder-beschwerde/antrag'

/** Begins to apply and fills in one page after the other; gives where it came to. */
async function written(visitor: Visitor, start: string, ...pages: Fields[]): Promise<string> {
  let at = (await visitor.fill(start, start)).location ?? ''
  for (const fields of pages) at = (await visitor.fill(at, at, fields)).location ?? at
  return at
}

const concern = { 'a[sort]': 'question', 'a[concern]': 'Wann öffnet das Freibad?' }
const draftOf = (at: string) => at.replace(/\/(seite|ende|pruefen).*$/, '')

/** An inquiry that was sent, by who sent it. */
export async function sentInquiry(url: string): Promise<{ visitor: Visitor; number: string }> {
  const visitor = demoVisitor(url)
  const review = await written(visitor, inquiry, concern, { 'a[how]': 'here' })
  const sent = (await visitor.fill(review, review)).location ?? ''
  return { visitor, number: sent.split('/').at(-1) ?? '' }
}

/** What an applicant without account gets by mail: the link that confirms her address, and the one that ends the news. */
async function toldByMail(url: string): Promise<{ visitor: Visitor; number: string; confirm: string; unsubscribe: string }> {
  const email = `antrag.${Date.now().toString(36)}@post.example`
  const visitor = demoVisitor(url)
  const review = await written(visitor, inquiry, concern, { 'a[how]': 'here' })
  const sent = (await visitor.fill(review, review, { perMail: 'on', email })).location ?? ''
  const linkIn = (links: readonly string[], begin: string) => links.find((path) => path.startsWith(begin)) ?? ''
  const confirm = linkIn((await demoMail(url, email)).links, '/antraege/bestaetigen/')
  await visitor.fill(confirm, confirm)
  const unsubscribe = linkIn((await demoMail(url, email, 'Eingegangen')).links, '/antraege/abmelden/')
  return { visitor, number: sent.split('/').at(-1) ?? '', confirm, unsubscribe }
}

/** A daycare place that waits for the second parent, and what she sees by her link: closed, and opened with the code. */
async function waiting(url: string, writer: Visitor): Promise<{ path: string; link: string; second: Visitor }> {
  const email = `karim.${Date.now().toString(36)}@post.example`
  const review = await written(
    writer,
    '/dienste/kita-platz/antrag',
    {
      'a[address-street]': 'Lindenweg',
      'a[address-houseNumber]': '4',
      'a[address-postalCode]': '14990',
      'a[address-city]': 'Lindenfurt',
      'a[alone]': 'no',
      'a[custody]': 'yes',
      'a[otherParent-firstName]': 'Karim',
      'a[otherParent-lastName]': 'Haddad',
      'a[otherParent-email]': email,
    },
    {
      'a[children-0-child-firstName]': 'Lina',
      'a[children-0-child-lastName]': 'Haddad',
      'a[children-0-child-birthDate]': '2024-05-03',
      'a[children-0-from]': new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
      'a[children-0-hours]': 'six',
      'a[children-0-houses]': 'waldgruppe',
      'a[children-0-sibling]': 'no',
    },
    { 'a[occupation]': 'seeking' },
    { 'a[measles]': 'on', 'a[truth]': 'on' },
  )
  const path = (await writer.fill(review, review)).location ?? ''
  const code = /receipt__code">([^<]+)</.exec((await writer.get(path)).body)?.[1] ?? ''
  const link = (await demoMail(url, email)).links.find((one) => one.includes('/mitzeichnen/')) ?? ''
  const second = demoVisitor(url)
  await second.fill(link, `${link}/oeffnen`, { code })
  return { path, link, second }
}

/** The status page of an application on whose decision its applicant can still object. */
export async function decided(url: string): Promise<{ visitor: Visitor; number: string }> {
  const visitor = await signedInDemo(url, 'Hasan Çelik')
  const { body } = await visitor.get('/antraege')
  for (const [, number = ''] of body.matchAll(/href="\/status\/([^"/]+)"/g))
    if ((await visitor.get(`/status/${number}`)).body.includes(`/antraege/${number}/widerspruch`)) return { visitor, number }
  throw new Error('nobody of the demo can object to a decision')
}

/** Pages to apply, in each of their states. */
export async function ofApplications(url: string, nobody: Visitor): Promise<Record<string, Known>> {
  const writer = demoVisitor(url)
  const review = await written(writer, inquiry, concern, { 'a[how]': 'here' })
  const draft = draftOf(review)
  const citizen = await signedInDemo(url, 'Amira Haddad')
  const dog = draftOf(await written(citizen, '/dienste/hund-anmelden/antrag', { 'a[inTown]': 'no' }))
  const event = draftOf(await written(citizen, '/dienste/veranstaltung-auf-oeffentlicher-flaeche/antrag'))
  const { visitor, number } = await sentInquiry(url)
  const { path, link, second } = await waiting(url, citizen)
  const told = await toldByMail(url)
  return {
    '/dienste/:slug/antrag': [
      { path: inquiry, as: nobody },
      { path: '/dienste/hund-anmelden/antrag', as: nobody, what: 'with an account alone' },
      { path: '/dienste/hund-anmelden/antrag', as: citizen, what: 'with a draft' },
    ],
    '/antraege': [
      { path: '/antraege', as: nobody },
      { path: '/antraege', as: citizen, what: 'signed in' },
    ],
    '/antraege/gesendet/:number': [{ path: `/antraege/gesendet/${number}`, as: visitor }],
    '/antraege/bestaetigen/:secret': [
      { path: told.confirm, as: nobody, what: 'in a strange browser' },
      { path: told.confirm, as: told.visitor, what: 'in the own one' },
      { path: `/antraege/bestaetigen/${'A'.repeat(43)}`, as: nobody, what: 'over' },
    ],
    '/antraege/abmelden/:link': [
      { path: told.unsubscribe, as: nobody },
      { path: `${told.unsubscribe}?fertig=1`, as: nobody, what: 'done' },
    ],
    '/antraege/entwurf/:draft': [{ path: draft, as: nobody, what: 'of somebody else' }],
    '/antraege/entwurf/:draft/spaeter': [{ path: `${draft}/spaeter`, as: writer }],
    '/antraege/entwurf/:draft/pruefen': [{ path: review, as: writer }],
    '/antraege/entwurf/:draft/seite/:page': [
      { path: `${draft}/seite/concern`, as: writer },
      { path: `${dog}/seite/owner`, as: citizen, what: 'person and address' },
      { path: `${dog}/seite/dogs`, as: citizen, what: 'several of a kind' },
      { path: `${event}/seite/where`, as: citizen, what: 'a place' },
      { path: `${event}/seite/papers`, as: citizen, what: 'uploads' },
    ],
    '/antraege/entwurf/:draft/ende/:exit': [{ path: `${dog}/ende/elsewhere`, as: citizen }],
    '/antraege/entwurf/:draft/unterschriften': [{ path, as: citizen }],
    // Forms of the demo are in the version in which drafts begin.
    '/antraege/entwurf/:draft/neue-fassung': 'leadsOn',
    '/mitzeichnen/:link': [
      { path: link, as: nobody, what: 'without the code' },
      { path: link, as: second, what: 'to be signed' },
      { path: `/mitzeichnen/${'A'.repeat(43)}`, as: nobody, what: 'over' },
    ],
    '/mitzeichnen/:link/eingang.pdf': 'data',
    '/status/:number/eingang.pdf': 'data',
  }
}
