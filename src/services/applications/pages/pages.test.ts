import { beforeAll, describe, expect, it } from 'vitest'
import { demoGeography } from '#core/places/demo/index.ts'
import { importPlaces } from '#core/places/index.ts'
import { given } from '../../../../test/setup/applications.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { doing } from '../../../../test/setup/town.ts'
import type { Fields, Seen, Visitor } from '../../../../test/setup/visitor.ts'
import { contentOf, demoServices } from '../../catalogue/demo/seed.ts'
import { publishService, saveService } from '../../catalogue/index.ts'
import type { FormDefinition } from '../../forms/index.ts'
import { inquiryWorkflow } from '../../workflows/inquiry.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { publishWorkflow, saveWorkflow } from '../../workflows/workflow.verbs.ts'
import { onlineDemo } from '../demo/online.ts'
import { offerOnline, publishForm, saveForm } from '../form.verbs.ts'
import { takeStep } from '../step.verbs.ts'

const program = await testProgram()
const inTown = <T>(work: Parameters<typeof doing<T>>[2]) => doing(program.pool, { town: program.town, now: program.clock.at }, work)
const offered = ['anfrage-oder-beschwerde', 'kita-platz']

beforeAll(async () => {
  const unitId = await program.makeOrganisation(program.town, 'department', 'Bürgeramt')
  for (const role of ['clerk', 'lead'] as const) await program.signedIn({ roles: [role], organisationId: unitId })
  await inTown(async (ctx) => {
    await importPlaces(ctx, demoGeography('small'))
    for (const [key, draft] of [['standard', standardWorkflow()] as const, ['inquiry', inquiryWorkflow()] as const]) {
      const { revision } = given(await saveWorkflow(ctx, { key, name: { de: key }, draft }))
      given(await publishWorkflow(ctx, { key, revision }))
    }
    for (const { form, workflow } of onlineDemo.filter((one) => offered.includes(one.form.key))) {
      const words = demoServices.find(({ de }) => de.name === form.title.de)!
      const { id } = given(await saveService(ctx, contentOf(words, unitId, [])))
      given(await publishService(ctx, { id }))
      const { revision } = given(await saveForm(ctx, { key: form.key, name: form.title, draft: form }))
      given(await publishForm(ctx, { key: form.key, revision }))
      given(await offerOnline(ctx, { serviceId: id, slug: form.key, name: form.title, form: form.key, workflow, unitId }))
    }
  })
})

/** Where an answer leads in the end, with its page. */
async function arrive(visitor: Visitor, sent: Seen): Promise<{ at: string; page: Seen }> {
  let at = sent.location ?? ''
  let page = sent
  for (let steps = 0; page.status === 303 && steps < 5; steps++) {
    at = page.location ?? ''
    page = await visitor.get(at.replace(/#.*/, ''))
  }
  return { at: at.replace(/[?#].*/, ''), page }
}

const begin = async (visitor: Visitor, slug: string) =>
  await arrive(visitor, await visitor.fill(`/dienste/${slug}/antrag`, `/dienste/${slug}/antrag`))
const send = async (visitor: Visitor, { at, page }: { at: string; page: Seen }, fields: Fields) =>
  await arrive(visitor, await visitor.submit(page, at, fields))

const codeIn = ({ body }: Seen) => /receipt__code">([^<]+)</.exec(body)?.[1] ?? ''

describe('an inquiry, without account and without scripts', () => {
  it('is asked page by page, checked, sent once, and followed by number and code', async () => {
    const visitor = program.visitor()
    expect((await visitor.get('/dienste/anfrage-oder-beschwerde')).body).toContain('/dienste/anfrage-oder-beschwerde/antrag')
    const first = await begin(visitor, 'anfrage-oder-beschwerde')
    expect(first.at).toMatch(/\/seite\/concern$/)

    const refused = await visitor.submit(first.page, first.at, { 'a[concern]': 'kurz' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Bitte füllen Sie dieses Feld aus.')
    expect(refused.body).toContain('mindestens 10 Zeichen')
    expect(refused.body).toContain('kurz')

    // What is no file is not kept, and breaks nothing.
    expect((await visitor.submit(first.page, first.at, { 'a[papers]': 'keine-datei', do: 'keep' })).status).toBe(303)
    const second = await send(
      visitor,
      { ...first, page: await visitor.get(first.at) },
      { 'a[sort]': 'question', 'a[concern]': 'Wann öffnet das Freibad <b>wieder</b>?' },
    )
    expect(second.at).toMatch(/\/seite\/reply$/)
    const asked = await send(visitor, second, { 'a[how]': 'letter' })
    expect(asked.at).toBe(second.at)
    expect(asked.page.body).toContain('Dazu haben wir noch Fragen')
    const review = await send(visitor, asked, {
      'a[how]': 'letter',
      'a[applicant-firstName]': 'Ada',
      'a[applicant-lastName]': 'Muster',
      'a[address-street]': 'Am Fluss',
      'a[address-houseNumber]': '3',
      'a[address-postalCode]': '12345',
      'a[address-city]': 'Anderswo',
      'a[email]': 'ADA@post.example',
    })
    expect(review.at).toMatch(/\/pruefen$/)
    expect(review.page.body).toContain('Wann öffnet das Freibad &lt;b>wieder&lt;/b>?')
    expect(review.page.body).toContain('ada@post.example')

    const sent = await send(visitor, review, {})
    expect(sent.at).toMatch(/^\/antraege\/gesendet\/A-/)
    const number = sent.at.split('/').at(-1)!
    const code = codeIn(sent.page)
    expect(code.replaceAll(/[^0-9A-Z]/g, '')).toHaveLength(12)
    const pdf = await visitor.get(`/status/${number}/eingang.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await visitor.get(review.at)).location).toBe(`/status/${number}`)

    const other = program.visitor()
    expect((await other.get(`/status/${number}`)).body).not.toContain('Freibad')
    expect((await other.get(`/status/${number}/eingang.pdf`)).status).toBe(404)
    const opened = await arrive(other, await other.fill('/status', '/status', { number, code }))
    expect(opened.page.body).toContain('Freibad')
    expect(opened.page.body).toContain('Antrag ändern')

    const change = await arrive(other, await other.submit(opened.page, `/antraege/${number}/aendern`))
    expect(change.at).toMatch(/\/pruefen$/)
    const page = change.at.replace('/pruefen', '/seite/concern')
    const changed = await send(
      other,
      { at: page, page: await other.get(`${page}?von=pruefen`) },
      { 'a[concern]': 'Wann schließt das Freibad?' },
    )
    expect(changed.at).toMatch(/\/pruefen$/)
    expect((await send(other, changed, {})).at).toBe(`/antraege/gesendet/${number}`)
    expect((await other.get(`/status/${number}`)).body).toContain('Wann schließt das Freibad?')

    await inTown(async (ctx) => {
      given(await takeStep(ctx, { number, step: 'accept' }))
      given(await takeStep(ctx, { number, step: 'ask', text: 'Welches Freibad?' }))
    })
    const turn = await other.get(`/status/${number}`)
    expect(turn.body).toContain('Welches Freibad?')
    expect(turn.body).not.toContain('Antrag ändern')
    await other.submit(turn, `/antraege/${number}/antwort`, { text: 'Das am Fluss.' })
    const answered = await other.get(`/status/${number}`)
    expect(answered.body).toContain('Das am Fluss.')
    await other.submit(answered, `/antraege/${number}/zurueckziehen`)
    expect((await other.get(`/status/${number}`)).body).toContain('Zurückgezogen')
  })
})

describe('a daycare place', () => {
  it('needs an account; children are added and taken out; a second device goes on by code; strangers open nothing', async () => {
    const nobody = program.visitor()
    expect((await nobody.get('/dienste/kita-platz/antrag')).body).toContain('/anmelden?weiter=')
    expect((await nobody.post('/dienste/kita-platz/antrag')).status).toBe(422)

    const { visitor } = await program.signedIn({ name: 'Ada Muster', email: 'ada@post.example' })
    const parents = await begin(visitor, 'kita-platz')
    expect(parents.page.body).toContain('value="Muster"')
    const children = await send(visitor, parents, {
      'a[address-street]': 'Am Fluss',
      'a[address-houseNumber]': '3',
      'a[address-postalCode]': '12345',
      'a[address-city]': 'Anderswo',
      'a[email]': 'ada@post.example',
      'a[alone]': 'yes',
    })
    expect(children.at).toMatch(/\/seite\/children$/)
    const two = await send(visitor, children, { 'a[children-0-child-firstName]': 'Mia', do: 'add:children' })
    expect(two.page.body).toContain('value="Mia"')
    expect(two.page.body).toContain('name="a[children-1-child-firstName]"')
    const three = await send(visitor, two, { 'a[children-1-child-firstName]': 'Ben', do: 'add:children' })
    expect(three.page.body).toContain('name="a[children-2-child-firstName]"')
    const again = await send(visitor, three, { do: 'remove:children:0' })
    expect(again.page.body).not.toContain('value="Mia"')
    expect(again.page.body).toContain('value="Ben"')

    const later = await send(visitor, again, { do: 'later' })
    const code = codeIn(later.page)
    const device = program.visitor()
    expect((await device.fill('/antraege/fortsetzen', '/antraege/fortsetzen', { code: 'ABCD-EFGH-JKMN' })).status).toBe(422)
    const draft = children.at.replace(/\/seite\/.*/, '')
    expect((await device.get(children.at)).body).not.toContain('Ben')
    const resumed = await arrive(device, await device.fill('/antraege/fortsetzen', '/antraege/fortsetzen', { code }))
    expect(resumed.at).toBe(children.at)
    expect(resumed.page.body).toContain('value="Ben"')
    expect((await visitor.get('/antraege')).body).toContain(draft)
    const second = await program.signedIn({ name: 'Jemand Anderes' })
    expect((await second.visitor.get(children.at)).body).not.toContain('Ben')
    expect((await second.visitor.get('/antraege')).body).not.toContain(draft)
  })

  it('keeps what is autosaved, and refuses what an older window sends', async () => {
    const { visitor } = await program.signedIn({ name: 'Ada Muster', email: 'eva@post.example' })
    const { at, page } = await begin(visitor, 'kita-platz')
    const revision = /name="revision" value="(\d+)"/.exec(page.body)?.[1] ?? ''
    const kept = await visitor.post(at, { 'a[alone]': 'no', do: 'keep', revision }, { accept: 'application/json' })
    expect(JSON.parse(kept.body)).toEqual({ revision: Number(revision) + 1 })
    const stale = await visitor.post(at, { 'a[alone]': 'yes', do: 'back', revision })
    expect(stale.status).toBe(422)
    expect(stale.body).toContain('weitergeschrieben')
  })
})

describe('a form that is changed while somebody fills it in', () => {
  const publish = (change: (form: FormDefinition) => void) =>
    inTown(async (ctx) => {
      const form = structuredClone(onlineDemo.find(({ form: { key } }) => key === 'anfrage-oder-beschwerde')!.form) as FormDefinition
      change(form)
      const { revision } = given(await saveForm(ctx, { key: form.key, name: form.title, draft: form, revision: 1 }))
      given(await publishForm(ctx, { key: form.key, revision }))
    })

  it('tells what goes along and what does not, with the words that were written, and goes on in the new version', async () => {
    const visitor = program.visitor()
    const first = await begin(visitor, 'anfrage-oder-beschwerde')
    const second = await send(visitor, first, { 'a[sort]': 'question', 'a[concern]': 'Wann öffnet das Freibad?' })
    expect(second.at).toMatch(/\/seite\/reply$/)
    const draft = first.at.replace(/\/seite\/.*/, '')
    expect((await visitor.get(`${draft}/neue-fassung`)).location).toBe(draft)
    await publish((form) => {
      const [page] = form.pages
      const concern = page!.items.find(({ key }) => key === 'concern')!
      page!.items = page!.items.map((item) => (item === concern ? { ...concern, key: 'matter' } : item))
    })
    // What is written in an open window is kept before it is told.
    const told = await send(visitor, second, { 'a[how]': 'here' })
    expect(told.at).toBe(`${draft}/neue-fassung`)
    expect(told.page.body).toContain('Wann öffnet das Freibad?')
    expect(told.page.body).toContain('Danach wird nicht mehr gefragt')
    expect((await program.visitor().get(told.at)).body).not.toContain('Freibad')
    expect((await visitor.get(`${draft}/pruefen`)).location).toBe(told.at)
    const stale = await visitor.submit(told.page, told.at, { number: '1' })
    expect(stale.status).toBe(422)
    expect(stale.body).toContain('Inzwischen hat sich noch etwas geändert')
    expect(stale.body).toContain('Wann öffnet das Freibad?')
    const gone = await arrive(visitor, await visitor.submit(stale, told.at))
    expect(gone.at).toMatch(/\/seite\/concern$/)
    expect(gone.page.body).toContain('a[matter]')
    expect(gone.page.body).toMatch(/value="question"[^>]*checked|checked[^>]*value="question"/)
    expect((await visitor.get(told.at)).location).toBe(draft)
  })
})
