import { beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import type { Seen } from '../../../test/setup/visitor.ts'

const program = await testProgram()
let editor: SignedIn
let second: SignedIn
let clerk: SignedIn
let path: string
let service: string

const visit = (at = '') => editor.visitor.get(path + at)
const send = async (action: string, fields: Record<string, string> = {}, from = ''): Promise<Seen> =>
  editor.visitor.submit(await visit(from), path + action, fields)
const ok = (seen: Seen) => expect(seen.status, seen.body.slice(0, 2000)).toBe(303)

beforeAll(async () => {
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'] })
  second = await program.signedIn({ name: 'Zoe Zweite', roles: ['admin'] })
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'] })
  const made = await editor.visitor.post('/verwaltung/dienste', {
    'de[name]': 'Hund anmelden',
    'de[short]': 'Wer einen Hund hat, meldet ihn an.',
    'en[name]': 'Register a dog',
    'en[short]': 'Dogs are registered.',
    trust: 'none',
  })
  service = made.location!
  path = `${service}/formular`
})

describe('a form is written without code', () => {
  it('begins empty under its service, for who may write it', async () => {
    expect((await clerk.visitor.get(path)).status).toBe(403)
    expect((await editor.visitor.get(service)).body).toContain(`href="${path}"`)
    expect((await visit()).body).toContain('Dieser Dienst hat noch kein Formular')
    ok(await send('/anfang'))
    expect((await visit()).body).toContain('Noch keine Seite')
  })

  it('gets pages, fields, options, a fee and a condition', async () => {
    ok(await send('/seiten', { titleDe: 'Ihr Hund', titleEn: 'Your dog' }))
    const choice = await send('/felder', { home: 'ihrHund', kind: 'choice', labelDe: 'Größe', labelEn: 'Size' })
    expect(choice.location).toBe(`${path}/felder/groesse`)
    ok(await send('/felder/groesse', { options: 'Klein | Small\nGroß | Large | gross', dataClass: 'none' }, '/felder/groesse'))
    ok(await send('/felder', { home: 'ihrHund', kind: 'yesNo', labelDe: 'Beißt er?', labelEn: 'Does it bite?' }))
    ok(
      await send(
        '/felder/beisstEr',
        { 'visibleField[0]': 'groesse', 'visibleIs[0]': 'eq', 'visibleValue[0]': 'Groß', need: 'no', dataClass: 'none' },
        '/felder/beisstEr',
      ),
    )
    ok(await send('/felder', { home: 'ihrHund', kind: 'calculated', labelDe: 'Steuer', labelEn: 'Tax' }))
    ok(
      await send(
        '/felder/steuer',
        { way: 'table', ofChoice: 'groesse', table: 'Klein = 60,00\nGroß = 120,00', fee: 'on', dataClass: 'none' },
        '/felder/steuer',
      ),
    )
    const { body } = await visit()
    expect(body).toContain('Nur wenn „Größe“ ist „Groß“')
    expect(body).toContain('Das Formular ist in Ordnung')
  })

  it('keeps what was typed where something cannot be read, and says where', async () => {
    const again = await send('/felder/beisstEr', { 'visibleValue[0]': 'Riesig', labelEn: 'Bites?' }, '/felder/beisstEr')
    expect(again.status).toBe(422)
    expect(again.body).toContain('value="Riesig"')
    expect(again.body).toContain('Dieser Wert passt nicht zum Feld.')
    const table = await send('/felder/steuer', { table: 'Mittel = 1' }, '/felder/steuer')
    expect(table.status).toBe(422)
    expect(table.body).toContain('Diese Zeile ist nicht zu lesen: Mittel = 1')
  })

  it('can be tried: what is asked, what it costs, what would be sent', async () => {
    const { body } = await visit('/probe?los=1&a.groesse=gross&a.beisstEr=ja')
    expect(body).toContain('So würde der Antrag angenommen.')
    expect(body).toMatch(/Gebühr: 120,00/)
    expect(body).toContain('&quot;beisstEr&quot;: true')
    const small = (await visit('/probe?los=1&a.groesse=klein&a.beisstEr=ja')).body
    expect(small).not.toContain('name="a.beisstEr"')
    expect(small).not.toContain('&quot;beisstEr&quot;')
    expect((await visit('/probe?los=1')).body).toContain('Eine Angabe fehlt oder stimmt nicht')
  })

  it('shows faults where they are, moves and removes things and takes the last change back', async () => {
    ok(await send('/felder/beisstEr/hoch'))
    const moved = (await visit()).body
    expect(moved).toContain('das Formular von der Veröffentlichung ab')
    ok(await send('/zurueck'))
    expect((await visit()).body).toContain('Das Formular ist in Ordnung')
    ok(await send('/felder/groesse/weg', {}, '/felder/groesse'))
    const broken = (await visit()).body
    expect(broken).toContain(`href="${path}/felder/beisstEr"`)
    expect(broken).toContain('das Formular von der Veröffentlichung ab')
    ok(await send('/zurueck'))
    ok(await send('/felder/platz', { key: 'beisstEr', home: 'ihrHund', before: 'steuer' }, '/felder/beisstEr'))
    expect((await visit()).body).toContain('Das Formular ist in Ordnung')
  })

  it('refuses what was made from an older draft', async () => {
    const old = await visit('/einstellungen')
    ok(await send('/seiten', { titleDe: 'Noch eine', titleEn: 'One more' }))
    const late = await editor.visitor.submit(old, `${path}/einstellungen`, { titleDe: 'Zu spät' })
    expect(late.status).toBe(422)
    expect(late.body).toContain('Inzwischen wurde an anderer Stelle weitergeschrieben')
    ok(await send('/seiten/nochEine/weg', {}, '/seiten/nochEine'))
  })
})

describe('a form is published', () => {
  it('by a second person alone', async () => {
    const own = await visit('/pruefung')
    expect(own.body).toContain('Das muss eine zweite Person veröffentlichen')
    const revision = /name="revision" value="(\d+)"/.exec((await visit()).body)![1]!
    const alone = await editor.visitor.post(`${path}/veroeffentlichung`, { revision })
    expect(alone.status).toBe(422)
    expect(alone.body).toContain('Veröffentlichen muss eine andere Person')
    ok(await second.visitor.fill(`${path}/pruefung`, `${path}/veroeffentlichung`))
    expect((await visit()).body).toContain('Fassung 1 ist veröffentlicht.')
  })

  it('with what changed from version to version, and earlier ones can be taken into the draft', async () => {
    ok(await send('/felder/groesse', { labelDe: 'Größe des Hundes', dataClass: 'none' }, '/felder/groesse'))
    const review = (await second.visitor.get(`${path}/pruefung`)).body
    expect(review).toContain('„Größe des Hundes“ ist anders (Beschriftung)')
    ok(await second.visitor.fill(`${path}/pruefung`, `${path}/veroeffentlichung`))
    ok(await second.visitor.fill(`${path}/pruefung`, `${path}/fassungen/1/entwurf`))
    expect((await visit()).body).toContain('Größe')
    expect((await visit()).body).not.toContain('Größe des Hundes')
    ok(await second.visitor.fill(`${path}/pruefung`, `${path}/ruecknahme`))
    expect((await visit()).body).toContain('Die letzte Fassung ist zurückgenommen')
  })

  it('and is there as JSON Schema', async () => {
    const schema = JSON.parse((await visit('/schema.json')).body)
    expect(schema.properties.groesse).toBeDefined()
  })
})

it('a form of another service is something to begin with', async () => {
  const other = (await editor.visitor.post('/verwaltung/dienste', { 'de[name]': 'Katze anmelden', 'de[short]': 'Katzen.', trust: 'none' }))
    .location!
  const begun = await editor.visitor.fill(`${other}/formular`, `${other}/formular/anfang`, { copy: 'hund-anmelden' })
  expect(begun.status).toBe(303)
  expect((await editor.visitor.get(`${other}/formular`)).body).toContain('Größe')
})
