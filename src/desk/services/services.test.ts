import { beforeAll, describe, expect, it } from 'vitest'
import { addException, changeOpening, OpeningInput } from '#core/organisations/index.ts'
import { type Experience, type OnlineForm, registerExperience, registerOnlineForms } from '#services/catalogue/index.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { registerServiceTab, servicePath } from './index.ts'

const program = await testProgram()
const { pool, town } = program
let editor: SignedIn
let clerk: SignedIn
let unitId: string
let id: string
const stranger = program.visitor()
const english = program.visitor({ headers: { 'accept-language': 'en' } })

const fields = (more: Record<string, string> = {}) => ({
  'de[name]': 'Straßenmusik',
  'de[short]': 'Musik auf der Straße brauchen wir.',
  'de[fees]': 'Kostenlos <b>fett</b>',
  'de[synonyms]': 'Drehorgel',
  'en[name]': 'Street music',
  'en[short]': 'Playing in the street.',
  unitId,
  legalBasis: '§ 18 NStrG https://gesetze.example/18',
  normDays: '3',
  trust: 'none',
  ...more,
})

beforeAll(async () => {
  unitId = await program.makeOrganisation(town, 'department', 'Ordnungsamt')
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'] })
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'], organisationId: unitId })
  const made = await editor.visitor.post('/verwaltung/dienste', fields())
  expect(made.status).toBe(303)
  id = made.location!.split('/').pop()!
})

describe('a service from the first words to the public page', () => {
  it('begins as a draft that nobody sees; who may not write does not come in', async () => {
    expect((await stranger.get('/dienste/strassenmusik')).status).toBe(404)
    expect((await stranger.get('/dienste')).body).not.toContain('Straßenmusik')
    expect((await clerk.visitor.get('/verwaltung/dienste')).status).toBe(403)
    expect((await clerk.visitor.post(servicePath(id), fields({ 'de[name]': 'x' }))).status).toBe(403)
    const page = await editor.visitor.get(servicePath(id))
    expect(page.body).toContain('1 Text fehlt auf Englisch')
    expect((await editor.visitor.get(`${servicePath(id)}/vorschau`)).body).toContain('So würde der Entwurf aussehen')
  })

  it('keeps what was typed when something is wrong, and says where', async () => {
    const again = await editor.visitor.post(servicePath(id), fields({ 'de[short]': '', leikaKey: '12', 'en[name]': 'Busking' }))
    expect(again.status).toBe(422)
    expect(again.body).toContain('value="Busking"')
    expect(again.body).toContain('14 Ziffern')
    expect(again.body).toMatch(/href="#service-de-short-"/)
  })

  it('is read by everybody once it is published, with data for search engines and without foreign markup', async () => {
    const published = await editor.visitor.fill(servicePath(id), `${servicePath(id)}/veroeffentlichung`)
    expect(published.status).toBe(303)
    const { body, status } = await stranger.get('/dienste/strassenmusik')
    expect(status).toBe(200)
    expect(body).toContain('Ordnungsamt')
    expect(body).toContain('In der Regel 3 Arbeitstage')
    expect(body).not.toContain('<b>fett</b>')
    expect(body).toContain('href="https://gesetze.example/18"')
    expect(body).toContain('<link rel="canonical" href="http://neustadt.test/dienste/strassenmusik"')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1]
    expect(JSON.parse(data ?? '')['@graph'][0]).toMatchObject({ '@type': 'GovernmentService', name: 'Straßenmusik' })
    const inEnglish = await english.get('/dienste/strassenmusik')
    expect(inEnglish.body).toContain('Street music')
    expect(inEnglish.body).toMatch(/<div class="prose" lang="de">/)
  })

  it('is found in the list, by its words and in the search over everything', async () => {
    expect((await stranger.get('/dienste')).body).toContain('/dienste/strassenmusik')
    expect((await stranger.get('/dienste?buchstabe=S')).body).toContain('/dienste/strassenmusik')
    expect((await stranger.get('/dienste?q=Drehorgl')).body).toContain('/dienste/strassenmusik')
    expect((await stranger.get('/suche?q=Drehorgel')).body).toContain('/dienste/strassenmusik')
    const nothing = await stranger.get('/dienste?q=Raumfahrt')
    expect(nothing.body).toContain('Dazu haben wir keinen Dienst gefunden')
    expect((await stranger.get('/opendata/dienste.csv')).body).toContain('strassenmusik')
  })

  it('leaves a history of who changed what, and its versions', async () => {
    const page = await editor.visitor.get(servicePath(id))
    const saved = await editor.visitor.submit(page, servicePath(id), { 'de[fees]': '5 €', 'en[fees]': '€5' })
    expect(saved.status).toBe(303)
    expect((await stranger.get('/dienste/strassenmusik')).body).toContain('Kostenlos')
    expect((await editor.visitor.get('/verwaltung/dienste?stand=changed')).body).toContain('Straßenmusik')
    await editor.visitor.fill(servicePath(id), `${servicePath(id)}/veroeffentlichung`)
    const { body } = await editor.visitor.get(servicePath(id))
    expect(body).toContain('Edda Redaktion')
    expect(body).toContain('Was es kostet (Deutsch), Was es kostet (Englisch)')
    expect(body).toContain('Fassung 2 veröffentlicht')
    const second = await editor.visitor.get(`${servicePath(id)}/fassungen/2`)
    expect(second.body).toMatch(/<del>Kostenlos[^<]*&lt;b>|<del>Kostenlos/)
    expect(second.body).toContain('<ins>5 €</ins>')
    expect((await editor.visitor.get(`${servicePath(id)}/fassungen/9`)).status).toBe(404)
  })

  it('goes when it is taken back', async () => {
    const page = await editor.visitor.get(servicePath(id))
    expect((await editor.visitor.submit(page, `${servicePath(id)}/ruecknahme`)).status).toBe(303)
    expect((await stranger.get('/dienste/strassenmusik')).status).toBe(404)
    expect((await stranger.get('/dienste?q=Drehorgel')).body).not.toContain('/dienste/strassenmusik')
    await editor.visitor.fill(servicePath(id), `${servicePath(id)}/veroeffentlichung`)
    expect((await stranger.get('/dienste/strassenmusik')).status).toBe(200)
  })
})

describe('the next step', () => {
  it('is honest where there is no form, and leads to the form where there is one', async () => {
    expect((await stranger.get('/dienste/strassenmusik')).body).not.toContain('Online beantragen')
    const form: OnlineForm = { path: '/antraege/neu/strassenmusik', minutes: 4 }
    const experience: Experience = { half: 2, most: 6, count: 31 }
    try {
      registerOnlineForms(async (_, ids) => new Map(ids.includes(id) ? [[id, form]] : []))
      registerExperience(async () => new Map([[id, experience]]))
      const fresh = await editor.visitor.get('/dienste/strassenmusik')
      expect(fresh.body).toContain('Online beantragen')
      expect(fresh.body).toContain('href="/antraege/neu/strassenmusik"')
      expect(fresh.body).toContain('Die Hälfte war nach 2 Arbeitstagen fertig, neun von zehn nach 6 Arbeitstagen.')
    } finally {
      registerOnlineForms(async () => new Map())
      registerExperience(async () => new Map())
    }
  })

  it('tells when somebody is there, also on days that are otherwise', async () => {
    await doing(pool, { town }, async (ctx) => {
      await changeOpening(ctx, { id: unitId, ...OpeningInput.parse({ th: '8–12, 14–18', noteDe: 'Bitte klingeln.' }) })
      await addException(ctx, { id: unitId, from: '2026-05-21', spans: '', reasonDe: 'Betriebsausflug', reasonEn: '' })
    })
    for (const path of ['/dienste/strassenmusik', '/rathaus']) {
      const { body } = await stranger.get(path)
      expect(body).toContain('Jetzt geöffnet, bis 12:00 Uhr')
      expect(body).toContain('8:00–12:00 Uhr und 14:00–18:00 Uhr')
      expect(body).toContain('Bitte klingeln.')
      expect(body).toContain('Betriebsausflug')
    }
  })
})

it('another module brings a page of its own beside the texts, for whoever may open it', async () => {
  registerServiceTab({ key: 'audit', text: 'administration.log', path: '/revision', may: 'audit.see', order: 50 })
  registerServiceTab({ key: 'sample', text: 'administration.pages', path: '/beispiel', may: 'service.write', order: 20 })
  const { body } = await editor.visitor.get(servicePath(id))
  expect(body).toContain(`href="${servicePath(id)}/beispiel"`)
  expect(body).not.toContain(`href="${servicePath(id)}/revision"`)
})

it('situations are written at the desk and lead to their services', async () => {
  expect((await editor.visitor.post('/verwaltung/dienste/lebenslagen', { 'name[de]': 'Musik machen', icon: 'heart' })).status).toBe(303)
  expect((await stranger.get('/dienste/lage/musik-machen')).status).toBe(404)
  const list = await editor.visitor.get('/verwaltung/dienste/lebenslagen')
  const situation = /lebenslagen\/([0-9a-f-]{36})"/.exec(list.body)?.[1]
  await editor.visitor.submit(await editor.visitor.get(servicePath(id)), servicePath(id), { situations: situation ?? '' })
  await editor.visitor.fill(servicePath(id), `${servicePath(id)}/veroeffentlichung`)
  const { body } = await stranger.get('/dienste/lage/musik-machen')
  expect(body).toContain('Straßenmusik')
  expect((await stranger.get('/dienste')).body).toContain('1 Dienst')
})
