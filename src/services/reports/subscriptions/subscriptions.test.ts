import { beforeAll, describe, expect, it } from 'vitest'
import { AccountDeleted } from '#core/accounts/index.ts'
import { record } from '#core/memory/index.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { mailsTo } from '../../../../test/setup/mailbox.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { saveCategory, saveGroup } from '../catalogue.verbs.ts'
import { CategoryInput } from '../category.rules.ts'
import { hideReport, publishReport } from '../moderation.verbs.ts'
import { sendReport } from '../send.verbs.ts'
import { subscriptionSchedules } from './subscription.jobs.ts'

const program = await testProgram()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
const system: Actor = { kind: 'system', permissions: new Set(['everyone', 'system', 'report.moderate']), trust: 'none', unitIds: [] }
const citizen = await program.signedIn({ name: 'Berta Bürger' })

const send = async (category = 'pothole', where: { lat: number; lon: number } = place) => {
  const sent = await as(anybody, (ctx) => sendReport(ctx, { category, place: { ...place, ...where }, text: 'Ein tiefes Loch' }))
  if (!sent.ok) throw new Error(sent.refusal.code)
  return sent.value.number
}
const newsTo = async (address: string) => (await mailsTo(program, address)).filter(({ kind }) => kind !== 'subscription.mail.confirm')
const linkIn = (text: string) => /\/abos\/([\w.-]+)/.exec(text)?.[1] ?? ''

/** Asks by the form, opens the mail's link and confirms. */
async function subscribed(email: string, fields: Record<string, string>): Promise<string> {
  const visitor = program.visitor()
  expect((await visitor.fill('/meldungen/abo', '/meldungen/abo', { email, ...fields })).status).toBe(303)
  const link = linkIn((await mailsTo(program, email)).at(-1)?.text ?? '')
  const confirmed = await visitor.fill(`/abos/${link}/bestaetigen`, `/abos/${link}/bestaetigen`)
  expect(confirmed.status).toBe(303)
  return link
}

beforeAll(() =>
  as(system, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    for (const code of ['pothole', 'lamp'])
      await saveCategory(ctx, CategoryInput.parse({ code, groupCode: 'street', name: { de: code, en: code }, publish: 'atOnce' }))
  }),
)

describe('subscriptions', () => {
  it('an address hears nothing before it is confirmed, then of each report once, and ends it with one click', async () => {
    const email = 'nina@example.org'
    expect((await program.visitor().fill('/meldungen/abo', '/meldungen/abo', { email, art: 'pothole' })).status).toBe(303)
    await send()
    expect(await newsTo(email)).toEqual([])
    const link = await subscribed(email, { art: 'pothole' })
    await subscribed(email, {})
    const number = await send()
    expect((await newsTo(email)).map(({ text }) => text.includes(number))).toEqual([true])
    await as(system, (ctx) => hideReport(ctx, { number, reason: 'personalData' }))
    await as(system, (ctx) => publishReport(ctx, { number }))
    expect(await newsTo(email)).toHaveLength(1)

    const visitor = program.visitor()
    expect((await visitor.get(`/abos/${link}`)).body).toContain('Ganze Stadt')
    // RFC 8058: a POST without form or key.
    expect((await visitor.post(`/abos/${link}/abmelden`, { 'List-Unsubscribe': 'One-Click' })).status).toBe(303)
    expect((await visitor.get(`/abos/${link}`)).status).toBe(404)
    expect((await visitor.get(`/abos/${link}/abmelden?fertig=1`)).status).toBe(200)
  })

  it('knows category and circle', async () => {
    await subscribed('lamps@example.org', { art: 'lamp' })
    const around = { was: 'umkreis', umkreis: '500', placeLat: String(place.lat), placeLon: String(place.lon), placeWay: 'map' }
    await subscribed('near@example.org', around)
    await send('pothole', { lat: place.lat + 0.003, lon: place.lon })
    await send('lamp', { lat: place.lat + 0.006, lon: place.lon })
    expect(await newsTo('lamps@example.org')).toHaveLength(1)
    expect(await newsTo('near@example.org')).toHaveLength(1)
  })

  it('collects what is asked for daily into one mail', async () => {
    const email = 'daily@example.org'
    await subscribed(email, { wann: 'daily' })
    const numbers = [await send(), await send('lamp')]
    expect(await newsTo(email)).toEqual([])
    for (let i = 0; i < 2; i++) await as(system, (ctx) => subscriptionSchedules[0]!.run(ctx))
    const [digest, ...more] = await newsTo(email)
    expect(more).toEqual([])
    for (const number of numbers) expect(digest?.text).toContain(number)
  })

  it('somebody with an account lists and ends her own, not those of others', async () => {
    const { visitor } = citizen
    expect((await visitor.fill('/meldungen/abo', '/meldungen/abo', { art: 'lamp' })).location).toBe('/mein/abos')
    const page = await visitor.get('/mein/abos')
    const id = /name="id" value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? ''
    const other = (await program.signedIn()).visitor
    expect((await other.post('/mein/abos/ende', { id })).status).toBe(422)
    expect((await visitor.submit(page, '/mein/abos/ende', { id })).status).toBe(303)
    expect((await visitor.get('/mein/abos')).body).toContain('Noch kein Abo')
  })

  it('end with the account, with the circle around the home', async () => {
    const { visitor, personId } = await program.signedIn({ name: 'Gundula Geht' })
    expect((await visitor.fill('/meldungen/abo', '/meldungen/abo', { art: 'lamp' })).location).toBe('/mein/abos')
    const count = () =>
      as(system, (ctx) => ctx.db.selectFrom('services.report_subscription').select('id').where('person_id', '=', personId!).execute())
    expect(await count()).toHaveLength(1)
    await as(system, (ctx) => record(ctx, AccountDeleted, { about: [{ type: 'person', id: personId! }], data: {} }))
    await program.work()
    expect(await count()).toEqual([])
  })

  it('refuses a thing that does not exist, a missing address and a forged link', async () => {
    const visitor = program.visitor()
    const unknown = await visitor.fill('/meldungen/abo', '/meldungen/abo', { email: 'x@example.org', was: 'objekt', objekt: 'L-99999' })
    expect(unknown.status).toBe(422)
    expect((await visitor.fill('/meldungen/abo', '/meldungen/abo', {})).status).toBe(422)
    expect((await visitor.get('/abos/018f4e7a-0000-7000-8000-000000000000.AAAA')).status).toBe(404)
  })
})

describe('the feed', () => {
  it('has one point in each entry, latitude first, and keeps ids and marks of XML', async () => {
    await as(anybody, (ctx) => sendReport(ctx, { category: 'lamp', place, text: 'A <b> & "c"\u0007' }))
    const { body } = await program.visitor().get('/meldungen.atom?art=lamp')
    expect(body).toContain('A &lt;b&gt; &amp; &quot;c&quot;<')
    const entries = body.split('<entry>').slice(1)
    expect(entries.length).toBeGreaterThan(1)
    for (const entry of entries) expect(entry.match(/<georss:point>49\.\d+ 11\.\d+<\/georss:point>/g)).toHaveLength(1)
    expect(body).toContain('<id>http://neustadt.test/meldungen/M-')
    expect((await program.visitor().get('/meldungen?art=lamp')).body).toContain('href="/meldungen.atom?art=lamp"')
  })
})
