import { beforeAll, describe, expect, it } from 'vitest'
import { codeOf, given } from '../../../../test/setup/applications.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { doing } from '../../../../test/setup/town.ts'
import { formsOf, type Seen, type Visitor } from '../../../../test/setup/visitor.ts'
import { partyBySecret } from '../../cases/index.ts'
import { fieldOf, formOf, pageOf } from '../../forms/testing/forms.ts'
import { confirmEmail } from '../../reports/index.ts'
import { inquiryWorkflow } from '../../workflows/inquiry.ts'
import { publishWorkflow, saveWorkflow } from '../../workflows/workflow.verbs.ts'
import { saveDraft, startDraft } from '../draft.verbs.ts'
import { offerOnline, publishForm, saveForm } from '../form.verbs.ts'
import { remindApplications } from '../reminders/reminder.jobs.ts'
import { takeStep } from '../step.verbs.ts'
import { submit } from '../submit.verbs.ts'
import { writeToApplicant } from '../word.verbs.ts'
import { dropUnconfirmed, wantNews } from './news.verbs.ts'

const program = await testProgram()
type Work<T> = Parameters<typeof doing<T>>[2]
const inTown = <T>(work: Work<T>, town = program.town) => doing(program.pool, { town, now: program.clock.at }, work)
const start = '/dienste/auskunft/antrag'

beforeAll(async () => {
  const unitId = await program.makeOrganisation(program.town, 'department', 'Bürgeramt')
  for (const role of ['clerk', 'lead'] as const) await program.signedIn({ roles: [role], organisationId: unitId })
  await inTown(async (ctx) => {
    const serviceId = crypto.randomUUID()
    await ctx.db
      .insertInto('services.service')
      .values({ tenant_id: ctx.town.id, id: serviceId, slug: 'auskunft', name: 'Auskunft', draft: '{}', changed_at: ctx.now() })
      .execute()
    const workflow = given(await saveWorkflow(ctx, { key: 'inquiry', name: { de: 'Anfrage' }, draft: inquiryWorkflow() }))
    given(await publishWorkflow(ctx, { key: 'inquiry', revision: workflow.revision }))
    const draft = formOf([pageOf('who', [fieldOf('concern', 'longText'), fieldOf('email', 'email', { optional: true })])])
    const form = given(await saveForm(ctx, { key: 'auskunft', name: { de: 'Auskunft' }, draft }))
    given(await publishForm(ctx, { key: 'auskunft', revision: form.revision }))
    const name = { de: 'Auskunft', en: 'Information' }
    given(await offerOnline(ctx, { serviceId, slug: 'auskunft', name, form: 'auskunft', workflow: 'inquiry', unitId }))
  })
})

const CONCERN = 'Mein Nachbar Max Beispiel hat einen Hund.'
let counter = 0
const newAddress = () => `gast${++counter}@post.example`

/** Writes as far as the last page before sending. */
async function review(visitor: Visitor, answers: Record<string, string> = {}): Promise<{ at: string; page: Seen }> {
  const begun = await visitor.fill(start, start)
  const filled = await visitor.fill(begun.location!, begun.location!, { 'a[concern]': CONCERN, ...answers })
  return { at: filled.location!, page: await visitor.get(filled.location!) }
}

async function apply(more: Record<string, string>, visitor = program.visitor()) {
  const { at, page } = await review(visitor)
  const sent = await visitor.submit(page, at, more)
  if (sent.status !== 303) throw new Error(`not sent: ${sent.status}`)
  const number = sent.location!.split('/').at(-1)!
  const receipt = await visitor.follow(sent)
  return { visitor, number, receipt, code: /receipt__code">([^<]+)</.exec(receipt.body)?.[1] ?? '' }
}

async function mailsTo(address: string) {
  await program.work()
  return await inTown((ctx) =>
    ctx.db
      .selectFrom('core.mail')
      .select(['kind', 'subject', 'text', 'html', 'unsubscribe_url as unsubscribe'])
      .where('tenant_id', '=', ctx.town.id)
      .where('to_address', '=', address)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  )
}

const pathIn = (text: string, begin: string) => new RegExp(`https?://[^/\\s]+(${begin}[\\w.-]+)`).exec(text)?.[1] ?? ''
const confirmPath = async (address: string) => pathIn((await mailsTo(address)).at(-1)?.text ?? '', '/antraege/bestaetigen/')
const step = (number: string, key: string, text?: string) =>
  inTown(async (ctx) => given(await takeStep(ctx, { number, step: key, ...(text ? { text } : {}) })))
const eventsOf = (number: string) =>
  inTown(async (ctx) => {
    const rows = await ctx.db.selectFrom('core.event').select(['kind', 'data']).where('tenant_id', '=', ctx.town.id).orderBy('id').execute()
    return rows.filter(({ data }) => (data as { number?: string }).number === number).map(({ kind }) => kind)
  })

/** Applied with an address that is confirmed. */
async function told(more: Record<string, string> = {}) {
  const address = newAddress()
  const applied = await apply({ perMail: 'on', email: address, ...more })
  const confirm = await confirmPath(address)
  expect((await applied.visitor.fill(confirm, confirm)).location).toBe(`/status/${applied.number}`)
  return { ...applied, address, confirm }
}

describe('asked for before sending', () => {
  it('offers the address of the form and is not ticked; without the tick nothing is kept and nothing is sent', async () => {
    const visitor = program.visitor()
    const { at, page } = await review(visitor, { 'a[email]': 'im-formular@post.example' })
    const form = formsOf(page).find(({ action }) => action === at)!
    expect(form.fields.email).toEqual(['im-formular@post.example'])
    expect(form.fields.perMail).toBeUndefined()
    const sent = await visitor.submit(page, at)
    expect(sent.location).toMatch(/^\/antraege\/gesendet\/A-/)
    expect(await mailsTo('im-formular@post.example')).toEqual([])
    await step(sent.location!.split('/').at(-1)!, 'accept')
    expect(await mailsTo('im-formular@post.example')).toEqual([])
  })

  it('says what is wrong with an address and keeps it; nothing is filed', async () => {
    const visitor = program.visitor()
    const { at, page } = await review(visitor)
    const refused = await visitor.submit(page, at, { perMail: 'on', email: 'ohne-klammeraffe' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('gültige E-Mail-Adresse')
    const again = formsOf(refused).find(({ action }) => action === at)!.fields
    expect(again.email).toEqual(['ohne-klammeraffe'])
    expect(again.perMail).toEqual(['on'])
    expect((await visitor.submit(refused, at, { perMail: 'on', email: newAddress() })).status).toBe(303)
  })

  it('is not there for who has an account, and what is smuggled in has no effect', async () => {
    const { visitor } = await program.signedIn({ name: 'Ada Muster', email: 'ada@post.example' })
    const { at, page } = await review(visitor)
    expect(page.body).not.toContain('name="perMail"')
    const address = newAddress()
    await visitor.submit(page, at, { perMail: 'on', email: address })
    expect(await mailsTo(address)).toEqual([])
  })
})

describe('confirmed by the link in the mail', () => {
  it('brings one mail for each news, with number, service and what kind of news, and nothing that was written', async () => {
    const address = newAddress()
    const { number, visitor, receipt } = await apply({ perMail: 'on', email: address })
    expect(receipt.body).toContain('Bitte bestätigen Sie Ihre E-Mail-Adresse')
    await step(number, 'accept')
    const [asked, ...others] = await mailsTo(address)
    expect(others).toEqual([])
    expect(asked!.subject).toBe(`Bitte bestätigen Sie Ihre E-Mail-Adresse (${number})`)
    // Who it was for is not known yet: not even which service.
    expect(asked!.text).not.toContain('Auskunft')
    const confirm = pathIn(asked!.text, '/antraege/bestaetigen/')

    // Mail programs look first: that confirms nothing.
    expect((await program.visitor().get(confirm)).status).toBe(200)
    await step(number, 'ask', 'Um welchen Hund geht es, um den von Herrn Beispiel?')
    expect(await mailsTo(address)).toHaveLength(1)

    expect((await visitor.fill(confirm, confirm)).location).toBe(`/status/${number}`)
    expect((await visitor.get(`/status/${number}`)).body).toContain('Adresse für Nachrichten per E-Mail bestätigt')
    await inTown(async (ctx) => given(await writeToApplicant(ctx, { number, text: 'Wir sehen am Montag nach.' })))
    await visitor.post(`/antraege/${number}/antwort`, { text: 'Um den braunen.' })
    await step(number, 'ask', 'Und wo war das?')
    const news = (await mailsTo(address)).slice(1)
    expect(news.map(({ subject }) => subject)).toEqual([
      `Eingegangen: Auskunft (${number})`,
      `Auskunft (${number})`,
      `Auskunft (${number})`,
    ])
    const [first, written, question] = news
    expect(first!.text).toContain('Eingangsbestätigung')
    expect(written!.text).toContain(`Das Amt hat Ihnen geschrieben: Auskunft (${number}).`)
    expect(question!.text).toContain(`Zu Auskunft (${number}) haben wir eine Frage. Bitte antworten Sie.`)
    expect(question!.text).toMatch(/Bitte antworten Sie bis zum \d{1,2}\. \p{L}+ 2026\./u)
    for (const { text, html, unsubscribe } of news) {
      expect(`${text} ${html}`).not.toMatch(/Hund|Beispiel|Montag|braunen|wo war das/)
      expect(unsubscribe).toMatch(/^http:\/\/neustadt\.test\/antraege\/abmelden\//)
      const opened = await program.visitor().get(pathIn(text, '/s/'))
      expect(opened.location).toBe(`/status/${number}`)
    }
    expect(await eventsOf(number)).toEqual(expect.arrayContaining(['application.newsAsked', 'application.newsConfirmed']))
  })

  it('is in the language in which it was asked for', async () => {
    const address = newAddress()
    const visitor = program.visitor({ headers: { 'accept-language': 'en' } })
    const { number } = await apply({ perMail: 'on', email: address }, visitor)
    const confirm = await confirmPath(address)
    await visitor.fill(confirm, confirm)
    await step(number, 'accept')
    await step(number, 'ask', 'Welcher?')
    const mails = await mailsTo(address)
    expect(mails.map(({ subject }) => subject)).toEqual([
      `Please confirm your e-mail address (${number})`,
      `Received: Information (${number})`,
      `Information (${number})`,
      `Information (${number})`,
    ])
    expect(mails.at(-1)!.text).toMatch(
      /We have a question about Information \(.*\)\. Please answer\.\s+Please answer by \d{1,2} \w+ 2026\./,
    )
    expect(mails.at(-1)!.text).toContain('Stop these messages')
  })

  it('wants a code from a browser that is not the applicant’s: an address with a slip of the pen shows no stranger the case', async () => {
    const address = newAddress()
    const { number, code } = await apply({ perMail: 'on', email: address })
    const other = await apply({})
    const confirm = await confirmPath(address)
    const stranger = program.visitor()
    const page = await stranger.get(confirm)
    expect(page.body).toContain('name="code"')
    for (const wrong of ['', 'ABCD-EFGH-JKMN', other.code]) {
      const refused = await stranger.submit(page, confirm, { code: wrong })
      expect(refused.status).toBe(422)
      expect(refused.headers.getSetCookie().join()).not.toContain('vorgang-')
    }
    // Knows another application, not this one.
    expect((await other.visitor.fill(confirm, confirm)).status).toBe(422)
    await step(number, 'accept')
    expect(await mailsTo(address)).toHaveLength(1)
    expect((await stranger.submit(page, confirm, { code: code.toLowerCase() })).location).toBe(`/status/${number}`)
    expect((await stranger.get(`/status/${number}`)).body).toContain(CONCERN)
  })

  it('a link that is wrong, run out, or of a report leads nowhere; one that was used changes nothing more', async () => {
    const address = newAddress()
    const { number, visitor } = await apply({ perMail: 'on', email: address })
    const confirm = await confirmPath(address)
    const wrong = `/antraege/bestaetigen/${'A'.repeat(43)}`
    expect((await visitor.get(wrong)).body).toContain('Dieser Link gilt nicht mehr.')
    expect((await visitor.post(wrong)).status).toBe(422)
    const secret = confirm.split('/').at(-1)!
    expect(codeOf(await inTown((ctx) => confirmEmail(ctx, { secret })))).toBe('unknown')
    expect((await visitor.fill(confirm, confirm)).status).toBe(303)
    expect((await visitor.fill(confirm, confirm)).status).toBe(303)
    expect((await eventsOf(number)).filter((kind) => kind === 'application.newsConfirmed')).toHaveLength(1)
    expect((await mailsTo(address)).filter(({ kind }) => kind === 'application.mail.receipt')).toHaveLength(1)

    const late = newAddress()
    const second = await apply({ perMail: 'on', email: late })
    const lateLink = await confirmPath(late)
    program.clock.forward(24 * 60 + 1)
    const over = await second.visitor.get(lateLink)
    expect(over.body).toContain('Dieser Link gilt nicht mehr.')
    expect((await second.visitor.post(lateLink, { code: second.code })).status).toBe(422)
    expect(await inTown((ctx) => dropUnconfirmed(ctx, 100))).toBeGreaterThan(0)
    expect(await inTown((ctx) => dropUnconfirmed(ctx, 100))).toBe(0)
    expect(await mailsTo(late)).toEqual([])
    expect((await inTown((ctx) => partiesWith(ctx, late))).length).toBe(0)
    expect((await inTown((ctx) => partiesWith(ctx, address))).length).toBe(1)
    expect((await eventsOf(second.number)).at(-1)).toBe('application.newsExpired')
  })

  it('of another town opens and ends nothing', async () => {
    const { address, number, confirm } = await told()
    const away = await program.makeTown('fremdstadt')
    const stranger = program.visitor({ town: away })
    const [mail] = (await mailsTo(address)).slice(-1)
    expect((await stranger.get(confirm)).body).toContain('Dieser Link gilt nicht mehr.')
    expect((await stranger.post(confirm)).status).toBe(422)
    const end = new URL(mail!.unsubscribe!).pathname
    expect((await stranger.get(end)).status).toBe(404)
    expect((await stranger.post(end)).status).not.toBe(303)
    expect((await stranger.get(pathIn(mail!.text, '/s/'))).status).toBe(404)
    await step(number, 'accept')
    expect((await mailsTo(address)).at(-1)!.text).toContain('Angenommen')
  })
})

const partiesWith = (ctx: Parameters<Work<unknown>>[0], email: string) =>
  ctx.db.selectFrom('services.case_party').select('id').where('tenant_id', '=', ctx.town.id).where('email', '=', email).execute()

describe('ended and changed', () => {
  it('ends by the mail program at once, twice as well; the address and its mails are gone, the link still opens the case', async () => {
    const { address, number } = await told()
    await step(number, 'accept')
    const mail = (await mailsTo(address)).at(-1)!
    const end = new URL(mail.unsubscribe!).pathname
    const anybody = program.visitor()
    expect((await anybody.get(end)).body).toContain(number)
    expect((await anybody.get(end.replace('/antraege/', '/meldungen/'))).status).toBe(404)
    const done = await anybody.post(end, { 'List-Unsubscribe': 'One-Click' })
    expect((await anybody.follow(done)).body).toContain('keine E-Mails mehr')
    expect((await anybody.post(end, { 'List-Unsubscribe': 'One-Click' })).status).toBe(303)
    expect((await eventsOf(number)).filter((kind) => kind === 'application.newsEnded')).toHaveLength(1)
    expect(await mailsTo(address)).toEqual([])
    expect(await inTown((ctx) => partiesWith(ctx, address))).toEqual([])
    await step(number, 'ask', 'Noch da?')
    expect(await mailsTo(address)).toEqual([])
    expect((await program.visitor().get(pathIn(mail.text, '/s/'))).location).toBe(`/status/${number}`)
  })

  it('can be asked for and ended on the page of the state, by number and code', async () => {
    const { number, code } = await apply({})
    const visitor = program.visitor()
    expect((await visitor.post(`/antraege/${number}/mails`, { email: newAddress() })).status).toBe(422)
    await visitor.fill('/status', '/status', { number, code })
    const page = await visitor.get(`/status/${number}`)
    const address = newAddress()
    expect((await visitor.submit(page, `/antraege/${number}/mails`, { email: 'falsch' })).status).toBe(422)
    expect((await visitor.submit(page, `/antraege/${number}/mails`, { email: address })).status).toBe(303)
    expect((await visitor.get(`/status/${number}`)).body).toContain('noch nicht bestätigt')
    const confirm = await confirmPath(address)
    expect((await visitor.fill(confirm, confirm)).status).toBe(303)
    const now = await visitor.get(`/status/${number}`)
    expect(now.body).toContain(address)
    expect((await visitor.submit(now, `/antraege/${number}/mails/ende`)).status).toBe(303)
    expect((await visitor.get(`/status/${number}`)).body).not.toContain(address)
    expect((await visitor.post(confirm)).status).toBe(422)
    await step(number, 'accept')
    expect(await mailsTo(address)).toEqual([])
  })

  it('another address takes the place: the old one gets nothing, and its links open nothing any more', async () => {
    const { address, number, visitor, confirm } = await told()
    const [before] = (await mailsTo(address)).slice(-1)
    const next = newAddress()
    await visitor.post(`/antraege/${number}/mails`, { email: next })
    await step(number, 'accept')
    expect(await mailsTo(address)).toEqual([])
    expect((await mailsTo(next)).map(({ kind }) => kind)).toEqual(['application.mail.confirm.applicant'])
    expect((await program.visitor().get(pathIn(before!.text, '/s/'))).status).toBe(404)
    expect((await program.visitor().get(new URL(before!.unsubscribe!).pathname)).status).toBe(404)
    expect((await visitor.get(confirm)).body).toContain('Dieser Link gilt nicht mehr.')
    const fresh = await confirmPath(next)
    expect((await visitor.fill(fresh, fresh)).status).toBe(303)
    await step(number, 'ask', 'Noch da?')
    expect((await mailsTo(next)).at(-1)!.text).toContain('haben wir eine Frage')
    expect(await mailsTo(address)).toEqual([])
  })

  it('ends after ten addresses, and says nothing about whether one got its mail', async () => {
    const { visitor, number } = await apply({})
    const one = newAddress()
    const answers = new Set<string>()
    for (let nth = 0; nth < 10; nth += 1) {
      const sent = await visitor.post(`/antraege/${number}/mails`, { email: one })
      answers.add(`${sent.status} ${sent.location}`)
    }
    expect(answers.size).toBe(1)
    // A mailbox is not filled: fewer mails than wishes.
    const count = (await mailsTo(one)).length
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(10)
    const refused = await visitor.post(`/antraege/${number}/mails`, { email: newAddress() })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('10 Adressen')
  })
})

it('reminds of a question with its last day, and says nothing of what was asked', async () => {
  const { number, address } = await told()
  await step(number, 'accept')
  await step(number, 'ask', 'Um welchen Hund geht es?')
  const before = (await mailsTo(address)).length
  const { at } = program.clock
  program.clock.at = new Date(at.getTime() + 12 * 86_400_000)
  await inTown(remindApplications)
  const mails = await mailsTo(address)
  program.clock.at = at
  expect(mails).toHaveLength(before + 1)
  expect(mails.at(-1)!.text).toContain(`Wir warten noch auf Ihre Antwort: Auskunft (${number}).`)
  expect(mails.at(-1)!.text).toMatch(/Bitte antworten Sie bis zum \d{1,2}\. \p{L}+ 2026\./u)
  expect(`${mails.at(-1)!.text} ${mails.at(-1)!.html}`).not.toContain('Hund')
})

describe('typed at the counter', () => {
  it('is of somebody without account, is confirmed all the same, and tells her', async () => {
    const address = newAddress()
    const clerk = await program.signedIn({ roles: ['clerk'] })
    const actor = {
      kind: 'person' as const,
      permissions: new Set(['everyone', 'signedIn']),
      trust: 'basic' as const,
      personId: clerk.personId,
      unitIds: [],
    }
    const receipt = await doing(program.pool, { town: program.town, actor, now: program.clock.at }, async (ctx) => {
      const { secret } = given(await startDraft(ctx, { slug: 'auskunft' }))
      given(await saveDraft(ctx, { secret }, { answers: { concern: CONCERN }, page: 'who' }))
      return given(await submit(ctx, { secret }, { clientKey: crypto.randomUUID(), channel: 'desk', newsTo: address }))
    })
    expect(receipt.confirming).toBe(true)
    const { party } = (await inTown((ctx) => partyBySecret(ctx, receipt.secret)))!
    expect(party.personId).toBeUndefined()
    await step(receipt.number, 'accept')
    expect(await mailsTo(address)).toHaveLength(1)
    const confirm = await confirmPath(address)
    const home = program.visitor()
    expect((await home.fill(confirm, confirm, { code: receipt.code })).status).toBe(303)
    await step(receipt.number, 'ask', 'Wo?')
    expect((await mailsTo(address)).map(({ kind }) => kind)).toEqual([
      'application.mail.confirm.applicant',
      'application.mail.receipt',
      'application.mail.news',
    ])
    const owned = { ...party, personId: clerk.personId }
    expect(codeOf(await inTown((ctx) => wantNews(ctx, { ...owned, id: crypto.randomUUID() }, { email: address })))).toBe('notAllowed')
  })
})
