import { beforeAll, describe, expect, it } from 'vitest'
import { issueApiKey, NewApiKey } from '#core/api-keys/index.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'

const program = await testProgram()
const { pool, town } = program
const PATH = '/api/forms/xdatenfelder'
let key: string
let foreign: string
let editor: SignedIn

const file = (count = '1:1') => `<?xml version="1.0" encoding="UTF-8"?>
<x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_2">
<x:header><x:nachrichtID>n1</x:nachrichtID><x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>
<x:stammdatenschema><x:identifikation><x:id>S17</x:id><x:version>1.0</x:version></x:identifikation><x:name>Hundesteuer Anmeldung</x:name><x:status><code>aktiv</code></x:status>
<x:struktur><x:anzahl>${count}</x:anzahl><x:bezug>§ 1</x:bezug><x:enthaelt><x:datenfeld><x:identifikation><x:id>F1</x:id><x:version>1.1</x:version></x:identifikation><x:name>Rasse</x:name><x:bezeichnungEingabe>Rasse?</x:bezeichnungEingabe><x:status><code>aktiv</code></x:status><x:feldart><code>input</code></x:feldart><x:datentyp><code>text</code></x:datentyp></x:datenfeld></x:enthaelt></x:struktur>
<x:regel><x:identifikation><x:id>R1</x:id><x:version>1.0</x:version></x:identifikation><x:name>Regel</x:name><x:script>function script() {}</x:script></x:regel>
</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>`

const call = async (body: string, headers: Record<string, string> = {}) => {
  const answer = await program.ask(
    new Request(`http://neustadt.test${PATH}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/xml', accept: 'application/json', ...headers },
    }),
  )
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    location: answer.headers.get('location'),
    body: JSON.parse(await answer.text()),
  }
}
const as = (secret: string) => ({ authorization: `Bearer ${secret}` })

beforeAll(async () => {
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'] })
  const issued = async (name: string, scope: string) => {
    const made = await doing(pool, { town }, (ctx) => issueApiKey(ctx, NewApiKey.parse({ name, scopes: [scope] })))
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value.key
  }
  key = await issued('FIM-Werkzeug', 'form.import')
  foreign = await issued('App', 'open311.send')
})

describe('a file of data fields that a program hands in', () => {
  it('needs a key with its own scope', async () => {
    expect((await call(file())).status).toBe(401)
    expect((await call(file(), as(foreign))).status).toBe(403)
    expect((await call(file(), { ...as(key), 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('becomes a draft with a report of what is open', async () => {
    const made = await call(file(), as(key))
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ key: 'hundesteuer-anmeldung', taken: { fields: 1, rules: 1 }, openRules: 1 })
    expect(made.location).toBe('/verwaltung/formulare/hundesteuer-anmeldung')
    expect((await editor.visitor.get(made.location!)).body).toContain('function script() {}')
    expect((await editor.visitor.get('/verwaltung/formulare')).body).toContain('wartet auf einen Dienst')
    const again = await call(file(), as(key))
    expect(again.body.key).toBe('hundesteuer-anmeldung-2')
  })

  it('is refused with the place of the fault', async () => {
    const wrong = await call(file('3:1'), as(key))
    expect(wrong.status).toBe(422)
    expect(wrong.type).toContain('application/problem+json')
    expect(wrong.body).toMatchObject({ status: 422, line: 5 })
    expect(wrong.body.title).toContain('3:1')
    expect((await call('<a', as(key))).status).toBe(422)
  })

  it('opens nothing else', async () => {
    const desk = await program.ask(
      new Request('http://neustadt.test/verwaltung/formulare', { headers: { ...as(key), accept: 'application/json' } }),
    )
    expect(desk.status).toBe(403)
  })
})

describe('an editor', () => {
  it('reads a file and begins the form of a service with it', async () => {
    const form = new FormData()
    form.set('datei', new Blob([file()], { type: 'application/xml' }), 'S17.xml')
    const read = await editor.visitor.send('POST', '/verwaltung/formulare/xdatenfelder', {}, form)
    expect(read.status).toBe(303)
    const service = (await editor.visitor.post('/verwaltung/dienste', { 'de[name]': 'Hundesteuer', 'de[short]': 'Steuer.', trust: 'none' }))
      .location!
    const begun = await editor.visitor.fill(read.location!, `${read.location}/dienst`, { serviceId: service.split('/').pop()! })
    expect(begun.location).toBe(`${service}/formular`)
    const { body } = await editor.visitor.get(begun.location!)
    expect(body).toContain('Rasse?')
    expect(body).toContain('Regeln, die noch zu übersetzen sind')
    const done = await editor.visitor.submit(await editor.visitor.get(begun.location!), `${service}/formular/regeln/0/weg`)
    expect(done.status).toBe(303)
  })

  it('learns where a file is wrong', async () => {
    const form = new FormData()
    form.set('datei', new Blob([file('3:1')], { type: 'application/xml' }), 'S17.xml')
    const read = await editor.visitor.send('POST', '/verwaltung/formulare/xdatenfelder', {}, form)
    expect((await editor.visitor.get(read.location!)).body).toContain('Zeile 5')
  })
})

it('a published form is there as JSON Schema for everybody, a draft is not', async () => {
  const answer = await program.visitor().get('/api/forms/hundesteuer-anmeldung/schema.json')
  expect(answer.status).toBe(404)
})
