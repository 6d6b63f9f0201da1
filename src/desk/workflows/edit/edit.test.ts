import { beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, testProgram } from '../../../../test/setup/program.ts'
import type { Seen } from '../../../../test/setup/visitor.ts'

const program = await testProgram()
let editor: SignedIn
let second: SignedIn
let unitCode: string
let unitId: string
let path: string

const ok = (seen: Seen) => expect(seen.status, seen.body.slice(0, 2000)).toBe(303)
const visit = (at = '') => editor.visitor.get(path + at)
const send = async (action: string, fields: Record<string, string> = {}, from = '') =>
  editor.visitor.submit(await visit(from), path + action, fields)

beforeAll(async () => {
  unitId = await program.makeOrganisation(program.town, 'department', 'Ordnungsamt')
  unitCode = unitId
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'], organisationId: unitId })
  second = await program.signedIn({ name: 'Zoe Zweite', roles: ['admin'], organisationId: unitId })
  await program.signedIn({ name: 'Anja Amt', roles: ['clerk'], organisationId: unitId })
  await program.signedIn({ name: 'Lea Leitung', roles: ['lead'], organisationId: unitId })
})

describe('a workflow is made and changed without code', () => {
  it('begins with the standard one and what was chosen', async () => {
    const wrong = await editor.visitor.fill('/verwaltung/ablaeufe/neu', '/verwaltung/ablaeufe', {
      nameDe: 'Straßenfest',
      law: '§ 42a VwVfG',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="Straßenfest"')
    const made = await editor.visitor.fill('/verwaltung/ablaeufe/neu', '/verwaltung/ablaeufe', {
      nameDe: 'Straßenfest',
      nameEn: 'Street party',
      normDays: '15',
      'askUnit[0]': unitCode,
      'askDe[0]': 'Verkehr',
      'askEn[0]': 'Traffic',
      'askDays[0]': '7',
    })
    ok(made)
    expect(made.location).toBe('/verwaltung/ablaeufe/strassenfest/entwurf')
    path = made.location!
    const { body } = await visit()
    expect(body).toContain('Dieser Ablauf ist in Ordnung')
    expect(body).toContain('Verkehr')
    expect(body).toContain('Das muss eine zweite Person veröffentlichen')
  })

  it('gets other words, states, steps, opinions, deadlines and outcomes', async () => {
    ok(await send('/zustaende/inReview', { wordsDe: 'Wird geprüft' }, '/zustaende/inReview'))
    ok(
      await send(
        '/zustaende',
        { wordsDe: 'Ortstermin', wordsEn: 'On site', stage: 'inProgress', by: 'unit', role: 'clerk' },
        '/zustaende/neu',
      ),
    )
    expect((await visit()).body).toContain('den Ablauf von der Veröffentlichung ab')
    const step = {
      wordsDe: 'Ortstermin ansetzen',
      wordsEn: 'Go there',
      from: 'inReview',
      to: 'ortstermin',
      by: 'unit',
      role: 'clerk',
      event: 'moved',
      audience: 'internal',
    }
    ok(await send('/schritte', step, '/schritte/neu'))
    ok(
      await send(
        '/schritte',
        { ...step, wordsDe: 'Zurück zur Prüfung', wordsEn: 'Back', from: 'ortstermin', to: 'inReview' },
        '/schritte/neu',
      ),
    )
    ok(await send('/ergebnisse', { wordsDe: 'Mit Auflagen', wordsEn: 'With conditions' }, '/ergebnisse/neu'))
    ok(await send('/stellungnahmen', { wordsDe: 'Lärm', wordsEn: 'Noise', unit: unitCode, days: '10' }, '/stellungnahmen/neu'))
    ok(
      await send(
        '/fristen',
        { wordsDe: 'Frist', wordsEn: 'Deadline', law: '§ 1', count: '3', in: 'months', from: 'received', until: 'decided' },
        '/fristen/neu',
      ),
    )
    const { body } = await visit()
    expect(body).toContain('Wird geprüft')
    expect(body).toContain('Dieser Ablauf ist in Ordnung')
    expect(body).toContain('Mit Auflagen')
  })

  it('moves and removes things, takes the last change back, and says what is wrong where', async () => {
    ok(await send('/ergebnisse/mitAuflagen/hoch'))
    ok(await send('/fristen/frist/weg', {}, '/fristen/frist'))
    ok(await send('/zustaende/ortstermin/weg', {}, '/zustaende/ortstermin'))
    const { body } = await visit()
    expect(body).toContain(`href="${path}/schritte/ortsterminAnsetzen"`)
    ok(await send('/zurueck'))
    expect((await visit()).body).toContain('Dieser Ablauf ist in Ordnung')
    const nobody = await send('/schritte/ortsterminAnsetzen', { by: '' }, '/schritte/ortsterminAnsetzen')
    expect(nobody.status).toBe(422)
    expect(nobody.body).toContain('Bitte sagen Sie, wer diesen Schritt tut.')
  })

  it('is published by a second person and put out of force', async () => {
    const revision = /name="revision" value="(\d+)"/.exec((await visit()).body)![1]!
    expect((await editor.visitor.post(`${path}/veroeffentlichung`, { revision })).body).toContain('Veröffentlichen muss eine andere Person')
    ok(await second.visitor.fill(path, `${path}/veroeffentlichung`))
    expect((await visit()).body).toContain('Fassung 1 ist in Kraft. Der Entwurf ist genauso.')
    expect((await editor.visitor.get('/verwaltung/ablaeufe/strassenfest')).body).toContain('Wird geprüft')
  })
})

it('a new service comes online by pages alone: texts, form, workflow, offer', async () => {
  const service = (
    await editor.visitor.post('/verwaltung/dienste', { 'de[name]': 'Straßenfest', 'de[short]': 'Feiern auf der Straße.', trust: 'none' })
  ).location!
  const form = `${service}/formular`
  expect((await editor.visitor.get(`${service}/online`)).body).toContain('Dazu braucht es ein veröffentlichtes Formular')
  ok(await editor.visitor.fill(form, `${form}/anfang`))
  ok(await editor.visitor.fill(form, `${form}/seiten`, { titleDe: 'Fest', titleEn: 'Party' }))
  ok(await editor.visitor.fill(form, `${form}/felder`, { home: 'fest', kind: 'text', labelDe: 'Straße', labelEn: 'Street' }))
  ok(await editor.visitor.fill(`${form}/felder/strasse`, `${form}/felder/strasse`, { dataClass: 'none' }))
  ok(await editor.visitor.fill(`${form}/einstellungen`, `${form}/einstellungen`, { titleEn: 'Street party' }))
  ok(await second.visitor.fill(`${form}/pruefung`, `${form}/veroeffentlichung`))
  ok(await second.visitor.fill(`${service}/online`, `${service}/online`, { workflow: 'strassenfest', unitId }))
  const { body } = await editor.visitor.get(`${service}/online`)
  expect(body).toContain('Dieser Dienst lässt sich online beantragen')
  expect(body).toContain('Straßenfest')
  ok(await second.visitor.fill(path, `${path}/ruecknahme`))
})
