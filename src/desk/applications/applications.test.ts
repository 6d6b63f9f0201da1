import { beforeAll, describe, expect, test } from 'vitest'
import { setListeners } from '#core/memory/index.ts'
import { permissionsOfRole } from '#core/organisations/index.ts'
import { type Actor, anonymous, type Ctx, system } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { saveDraft, startDraft } from '#services/applications/draft.verbs.ts'
import { offerOnline, publishForm, saveForm } from '#services/applications/form.verbs.ts'
import { deskApplications, type StepInput, takeStep } from '#services/applications/index.ts'
import { answerOffice } from '#services/applications/party.verbs.ts'
import { submit } from '#services/applications/submit.verbs.ts'
import { caseByNumber, caseTasks, partyBySecret } from '#services/cases/index.ts'
import { saveTextBlock } from '#services/cases/text-blocks/text-block.verbs.ts'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import { seedLetters } from '#services/letters/index.ts'
import { standardWorkflow } from '#services/workflows/standard.ts'
import { publishWorkflow, saveWorkflow } from '#services/workflows/workflow.verbs.ts'
import { given } from '../../../test/setup/applications.ts'
import type { SignedIn } from '../../../test/setup/program.ts'
import { testProgram } from '../../../test/setup/program.ts'

const program = await testProgram()
const listeners = program.house.modules.flatMap((module) => module.listeners ?? [])
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)

const office = await program.makeOrganisation(program.town, 'department', 'Ordnungsamt')
const fire = await program.makeOrganisation(program.town, 'department', 'Feuerwehr')
const clerk = await program.signedIn({ roles: ['clerk'], name: 'Klara Kern', organisationId: office })
const lead = await program.signedIn({ roles: ['lead'], name: 'Lena Leit', organisationId: office })
const fireman = await program.signedIn({ roles: ['clerk'], name: 'Ferdi Feuer', organisationId: fire })
const stranger = await program.signedIn({ roles: ['clerk'], name: 'Gero Grün' })
const citizen = await program.signedIn({ name: 'Carla Citoyenne' })

const form = formOf([
  pageOf('who', [fieldOf('applicant', 'person'), fieldOf('address', 'address')]),
  pageOf('what', [fieldOf('name', 'text'), fieldOf('guests', 'number')]),
])
const answers = {
  applicant: { firstName: 'Carla', lastName: 'Zitronenfalter' },
  address: { street: 'Am Markt', houseNumber: '3', postalCode: '14990', city: 'Neustadt' },
  name: 'Sommerfest',
  guests: 120,
}
const asCitizen: Actor = {
  ...anonymous,
  kind: 'person',
  permissions: new Set(['everyone', 'signedIn']),
  trust: 'basic',
  personId: citizen.personId,
}

beforeAll(async () => {
  setListeners(listeners)
  const serviceId = newId()
  await as(system, async (ctx) => {
    await ctx.db
      .insertInto('services.service')
      .values({ tenant_id: program.town.id, id: serviceId, slug: 'fest', name: 'Fest', draft: '{}', changed_at: ctx.now() })
      .execute()
    await seedLetters(ctx)
    const workflow = standardWorkflow({
      opinions: [{ key: 'fire', words: { de: 'Brandschutz', en: 'Fire safety' }, unit: fire, days: 10 }],
    })
    given(await saveWorkflow(ctx, { key: 'event', name: { de: 'Fest' }, draft: workflow }))
    given(await publishWorkflow(ctx, { key: 'event', revision: 1 }))
    given(await saveForm(ctx, { key: 'event', name: { de: 'Fest' }, draft: form }))
    given(await publishForm(ctx, { key: 'event', revision: 1 }))
    const name = { de: 'Fest auf öffentlichem Grund', en: 'Event on public ground' }
    given(await offerOnline(ctx, { serviceId, slug: 'fest', name, form: 'event', workflow: 'event', unitId: office }))
  })
})

async function send(actor: Actor = asCitizen) {
  return await as(actor, async (ctx) => {
    const { secret } = given(await startDraft(ctx, { slug: 'fest' }))
    given(await saveDraft(ctx, { secret }, { answers, page: 'what' }))
    return given(await submit(ctx, { secret }, { clientKey: newId() }))
  })
}
const pageOfCase = (number: string) => `/amt/antraege/${number}`
const slow = { timeout: 240_000 }
const actorOf = (who: SignedIn, role: string): Actor => ({
  ...anonymous,
  kind: 'person',
  permissions: new Set(['everyone', 'signedIn', ...permissionsOfRole(role)]),
  trust: 'basic',
  personId: who.personId,
  unitIds: [who.organisationId ?? ''],
})
/** Steps by the verb, all in one transaction; what a page offers is tried where it matters. */
const bring = (number: string, ...steps: (string | Omit<StepInput, 'number'>)[]) =>
  as(actorOf(clerk, 'clerk'), async (ctx) => {
    for (const step of steps) given(await takeStep(ctx, { number, ...(typeof step === 'string' ? { step } : step) }))
  })
/** A step by its form on the page. */
async function take(who: SignedIn, number: string, step: string, fields: Record<string, string> = {}) {
  const path = pageOfCase(number)
  return await who.visitor.fill(path, `${path}/schritt`, { step, ...fields })
}
const stateOf = async (number: string) => (await as(system, (ctx) => caseByNumber(ctx, number)))?.state
const bell = async (who: SignedIn) => (await who.visitor.get('/mein/mitteilungen')).body
const tab = async (who: SignedIn, name: string) => (await who.visitor.get(`/amt/antraege?ansicht=${name}`)).body

test(
  'an event on public ground: accepted, opinions, draft, four eyes, letter, closed; each hears of it and finds it in her list',
  slow,
  async () => {
    const { number } = await send()
    await program.work()
    expect(await bell(clerk)).toContain('Neuer Antrag für Ihre Stelle')
    expect(await tab(clerk, 'acceptance')).toContain(number)

    const path = pageOfCase(number)
    const page = await clerk.visitor.get(path)
    for (const words of ['Zitronenfalter', 'Sommerfest', 'Am Markt 3', '120', 'Carla Citoyenne', 'Eingegangen'])
      expect(page.body).toContain(words)
    expect((await take(clerk, number, 'accept')).status).toBe(303)
    expect(await tab(clerk, 'acceptance')).not.toContain(number)
    await bring(number, 'start')
    expect((await clerk.visitor.fill(path, `${path}/zuteilung`, { personId: clerk.personId })).status).toBe(303)
    expect(await tab(clerk, 'mine')).toContain(number)
    await program.work()
    expect(await bell(citizen)).toContain('wird jetzt geprüft')

    expect((await take(clerk, number, 'askOpinions')).status).toBe(303)
    await program.work()
    expect(await bell(fireman)).toContain('Bitte um Stellungnahme')
    expect(await tab(fireman, 'opinion')).toContain(number)
    const theirs = await fireman.visitor.get(path)
    expect(theirs.body).toContain('Stellungnahme abgeben: Brandschutz')
    expect((await fireman.visitor.submit(theirs, `${path}/stellungnahme`, { verdict: 'conditions', text: 'Zwei Löscher.' })).status).toBe(
      303,
    )
    expect(await tab(fireman, 'opinion')).not.toContain(number)
    expect(await stateOf(number)).toBe('inReview')
    expect((await clerk.visitor.get(path)).body).toContain('Zwei Löscher.')

    expect((await take(clerk, number, 'draft', { outcome: 'granted', text: 'Alle Voraussetzungen sind erfüllt.' })).status).toBe(303)
    await program.work()
    expect(await bell(lead)).toContain('Zur Freigabe')
    expect(await tab(lead, 'approval')).toContain(number)
    expect(await tab(clerk, 'approval')).not.toContain(number)
    expect((await take(clerk, number, 'approve')).status).toBe(422)
    expect((await take(lead, number, 'approve')).status).toBe(303)
    expect(await tab(clerk, 'letter')).toContain(number)

    const refused = await take(clerk, number, 'deliver')
    expect([refused.status, refused.body.includes('erst der Bescheid geschrieben')]).toEqual([422, true])
    const letterForm = await clerk.visitor.get(`${path}/briefe/neu?vorlage=decision`)
    expect(letterForm.body).toContain('Carla Zitronenfalter')
    expect(letterForm.body).toContain('Am Markt 3')
    expect((await clerk.visitor.submit(letterForm, `${path}/briefe/neu/decision`, { channel: 'portal' })).status).toBe(303)
    const written = await clerk.visitor.get(path)
    const id = /briefe\/([0-9a-f-]{36})\/unterschrift/.exec(written.body)?.[1] ?? ''
    const preview = await clerk.visitor.get(`${path}/briefe/${id}/vorschau.pdf`)
    expect([preview.status, preview.headers.get('content-type'), preview.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
    expect((await clerk.visitor.submit(written, `${path}/briefe/${id}/unterschrift`)).status).toBe(303)
    expect((await clerk.visitor.fill(path, `${path}/briefe/${id}/uebergabe`)).status).toBe(303)
    expect(await tab(clerk, 'letter')).not.toContain(number)
    expect((await citizen.visitor.get(`/status/${number}/briefe`)).body).toContain('Bescheid: Fest auf öffentlichem Grund')

    expect((await take(clerk, number, 'close')).status).toBe(303)
    expect(await stateOf(number)).toBe('closed')
    expect(await tab(clerk, 'closed')).toContain(number)
    await program.work()
    expect(await bell(citizen)).toContain('Abgeschlossen')
  },
)

describe('who sees it', () => {
  test('the unit that has it, and those who were asked; nobody else, and no other town', slow, async () => {
    const { number } = await send()
    const path = pageOfCase(number)
    const admin = await program.signedIn({ roles: ['admin'] })
    const away = await program.signedIn({ roles: ['clerk', 'lead'], town: await program.makeTown('anderswo') })
    for (const who of [fireman, stranger, away]) {
      expect((await who.visitor.get(path)).status).toBe(404)
      expect((await who.visitor.get(`/amt/antraege?ansicht=all&q=${number}`)).body).not.toContain(`${path}?`)
    }
    expect((await admin.visitor.get(path)).status).toBe(200)
    expect((await citizen.visitor.get(path)).status).toBe(403)
    const asked = await clerk.visitor.fill(path, `${path}/anfrage`, { unitId: fire, text: 'Reicht eine Zufahrt?', days: '5' })
    expect(asked.status).toBe(303)
    const theirs = await fireman.visitor.get(path)
    expect(theirs.body).toContain('Reicht eine Zufahrt?')
    expect(theirs.body).not.toContain(`${path}/notiz`)
    expect((await fireman.visitor.submit(theirs, `${path}/stellungnahme`, { verdict: 'agrees', text: 'Ja.' })).status).toBe(303)
    expect((await clerk.visitor.get(path)).body).toContain('Ja.')
  })

  test('each look is kept with the purpose', slow, async () => {
    const { number, caseId } = await send()
    await clerk.visitor.get(pageOfCase(number))
    await program.work()
    const reads = await as(system, (ctx) =>
      ctx.db.selectFrom('core.record_read').select(['purpose', 'person_id']).where('subject_id', '=', caseId).execute(),
    )
    expect(reads).toContainEqual({ purpose: 'application.detail', person_id: citizen.personId })
  })
})

describe('forms', () => {
  test('a form made from an older version is refused with who changed it, and keeps what was typed', slow, async () => {
    const { number } = await send()
    await bring(number, 'accept', 'start')
    const path = pageOfCase(number)
    const old = await clerk.visitor.get(path)
    await lead.visitor.fill(path, `${path}/zuteilung`, { personId: lead.personId })
    const again = await clerk.visitor.submit(old, `${path}/schritt`, { step: 'draft', outcome: 'granted', text: 'Weil es so ist.' })
    expect(again.status).toBe(422)
    expect(again.body).toContain('Lena Leit')
    expect(again.body).toContain('Weil es so ist.')
    expect(await stateOf(number)).toBe('inReview')
  })

  test('a text block goes into the reasons of a decision; outcome and words stay, and nothing is decided', slow, async () => {
    const { number } = await send()
    await bring(number, 'accept', 'start')
    const block = { name: 'Alles erfüllt', step: 'decide' as const, de: 'Zu {nummer} ist alles erfüllt.', en: '' }
    const id = given(await as(system, (ctx) => saveTextBlock(ctx, block))).id
    const path = pageOfCase(number)
    const page = await clerk.visitor.get(path)
    expect(page.body).toContain('Alles erfüllt')
    const typed = { fuer: 'schritt', step: 'draft', outcome: 'granted', text: 'Nach Prüfung:', baustein: id, sprache: 'de' }
    const shown = await clerk.visitor.post(`${path}/baustein`, typed)
    expect(shown.body).toContain(`Nach Prüfung:\n\nZu ${number} ist alles erfüllt.`)
    expect(shown.body).toMatch(/<input(?=[^>]*name="outcome")(?=[^>]*value="granted")(?=[^>]*checked)/)
    expect(await stateOf(number)).toBe('inReview')
  })

  test('a question is asked and its answer seen; handed on it belongs to the other unit', slow, async () => {
    const { number, secret } = await send(anonymous)
    const path = pageOfCase(number)
    await bring(number, 'accept', 'start')
    const empty = await take(clerk, number, 'ask')
    expect([empty.status, empty.body.includes('Bitte schreiben Sie einen Text.')]).toEqual([422, true])
    expect((await take(clerk, number, 'ask', { text: 'Wie laut wird es?' })).status).toBe(303)
    expect(await tab(clerk, 'waiting')).toContain(number)
    await as(anonymous, async (ctx) => {
      const found = (await partyBySecret(ctx, secret))!
      given(await answerOffice(ctx, found.party, { text: 'Leise wie ein Chor.' }))
    })
    expect((await clerk.visitor.get(path)).body).toContain('Leise wie ein Chor.')
    expect((await clerk.visitor.fill(path, `${path}/abgabe`, { unitId: fire })).status).toBe(422)
    expect((await clerk.visitor.fill(path, `${path}/abgabe`, { unitId: fire, text: 'Ist eine Brandsicherheitswache.' })).status).toBe(303)
    expect((await clerk.visitor.get(path)).status).toBe(404)
    expect(await tab(fireman, 'team')).toContain(number)
  })
})

test('a letter that is not there, of a number that is none, is answered as unknown', async () => {
  const answer = await clerk.visitor.post(`/amt/antraege/1/briefe/${newId()}/uebergabe`, { version: '1' })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
})

test(
  'tasks: what the state wants is there and goes with it; more are given within the unit, and nobody else sees the case by them',
  slow,
  async () => {
    const { number } = await send()
    const path = pageOfCase(number)
    const page = await clerk.visitor.get(path)
    expect(page.body).toContain('Auf Vollständigkeit prüfen')
    expect((await lead.visitor.get('/amt/aufgaben')).body).toContain(path)
    const add = (who: string) => clerk.visitor.submit(page, `${path}/aufgaben`, { title: 'Lageplan anfordern', days: '2', who })
    for (const who of [`person:${stranger.personId}`, `unit:${fire}`]) expect((await add(who)).status).toBe(422)
    expect((await add(`person:${lead.personId}`)).status).toBe(303)
    expect((await lead.visitor.get(path)).body).toContain('Lageplan anfordern')

    await bring(number, 'accept')
    const tasks = await as(system, async (ctx) => await caseTasks(ctx, (await caseByNumber(ctx, number))!.id))
    expect(tasks.map(({ title, doneAt }) => [title, doneAt !== undefined])).toEqual([
      ['Lageplan anfordern', false],
      ['Auf Vollständigkeit prüfen', true],
    ])
    const task = `/amt/aufgaben/${tasks[0]!.id}`
    expect((await lead.visitor.fill(task, `${task}/erledigt`)).status).toBe(303)
    for (const other of [stranger, fireman]) expect((await other.visitor.get(task)).status).toBe(404)
    expect((await stranger.visitor.get(`${path}/aufgaben`)).status).toBe(404)
    expect((await clerk.visitor.get(`${path.replace('antraege', 'meldungen')}/aufgaben`)).status).toBe(404)
  },
)

test('the list is searched by number and name, filtered, paged and exported', slow, async () => {
  const { number } = await send()
  for (const query of [`q=${number}`, 'q=Zitronenf', 'stand=received'])
    expect((await clerk.visitor.get(`/amt/antraege?ansicht=all&${query}`)).body).toContain(number)
  expect((await clerk.visitor.get('/amt/antraege?ansicht=all&q=gibtesnicht')).body).toContain('Kein Antrag passt dazu')
  for (let i = 0; i < 4; i++) await send()
  const page = (more: object) =>
    as(actorOf(clerk, 'clerk'), (ctx) => deskApplications(ctx, { tab: 'all' }, { sort: 'received', limit: 3, ...more }))
  const first = await page({})
  const second = await page({ after: first.next })
  const ids = (list: typeof first) => list.items.map(({ id }) => id)
  expect(ids(first)).toHaveLength(3)
  expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([])
  expect(ids(await page({ before: second.previous }))).toEqual(ids(first))
  const found = await clerk.visitor.get('/amt/antraege?q=Zitronenfalter')
  const kept = await clerk.visitor.submit(found, '/amt/antraege/ansichten', { name: 'Falter', share: 'on' })
  expect((await clerk.visitor.follow(kept)).body).toContain('href="/amt/antraege?ansicht=team&amp;q=Zitronenfalter"')
  expect((await lead.visitor.get('/amt/antraege')).body).toContain('Falter')
  expect((await clerk.visitor.get('/amt/meldungen')).body).not.toContain('Falter')
  expect((await stranger.visitor.get('/amt/antraege')).body).not.toContain('Falter')
  const table = await clerk.visitor.get('/amt/antraege.csv?ansicht=all&q=Zitronenfalter')
  expect(table.headers.get('content-type')).toContain('text/csv')
  expect(table.body).toContain('Fest auf öffentlichem Grund')
  expect(table.body).not.toContain('Zitronenfalter')
})

test(
  'a letter by post is printed with the others of the day and entered as posted; a second signature is another person’s',
  slow,
  async () => {
    const { number } = await send()
    await bring(number, 'accept', 'start', { step: 'draft', outcome: 'refused', text: 'Der Platz ist vergeben.' })
    await as(actorOf(lead, 'lead'), async (ctx) => void given(await takeStep(ctx, { number, step: 'approve' })))
    const path = pageOfCase(number)
    const gap = await clerk.visitor.fill(`${path}/briefe/neu?vorlage=nachforderung`, `${path}/briefe/neu/nachforderung`, {
      channel: 'post',
    })
    expect([gap.status, gap.body.includes('fact.missing')]).toEqual([422, true])
    expect(
      (await clerk.visitor.fill(`${path}/briefe/neu?vorlage=ablehnung`, `${path}/briefe/neu/ablehnung`, { channel: 'post' })).status,
    ).toBe(303)
    const written = await clerk.visitor.get(path)
    const id = /briefe\/([0-9a-f-]{36})\/unterschrift/.exec(written.body)?.[1] ?? ''
    expect((await clerk.visitor.submit(written, `${path}/briefe/${id}/unterschrift`)).status).toBe(303)
    const half = await clerk.visitor.get(path)
    expect(half.body).toContain('Jetzt muss eine andere Person')
    expect(half.body).not.toContain(`${id}/unterschrift`)
    await program.work()
    expect(await bell(lead)).toContain('wartet auf Ihre Mitzeichnung')
    expect(await tab(lead, 'approval')).toContain(number)
    expect((await lead.visitor.fill(path, `${path}/briefe/${id}/unterschrift`)).status).toBe(303)
    const post = await clerk.visitor.get('/amt/post')
    expect(post.body).toContain('Ein Brief von heute')
    program.clock.forward(24 * 60)
    expect((await clerk.visitor.get('/amt/post')).body).toContain('trägt ein früheres Datum')
    expect((await clerk.visitor.fill(path, `${path}/briefe/${id}/datum`)).status).toBe(303)
    const print = await clerk.visitor.get('/amt/post/druck.pdf')
    expect([print.status, print.body.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect((await clerk.visitor.fill('/amt/post', '/amt/post', { n: id })).status).toBe(303)
    expect((await clerk.visitor.get('/amt/post')).body).toContain('Keine Post')
    expect((await clerk.visitor.get(path)).body).toContain('gilt als bekannt am')
  },
)
