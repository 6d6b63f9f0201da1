import { beforeAll, expect, test } from 'vitest'
import { saveCategory, saveGroup, sendReport } from '#services/reports/index.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'

const program = await testProgram()
const { pool, town } = program
let clerk: SignedIn
let stranger: SignedIn
let editor: SignedIn
let unit: string
let number: string

beforeAll(async () => {
  unit = await program.makeOrganisation(town, 'department', 'Tiefbauamt')
  const other = await program.makeOrganisation(town, 'department', 'Grünflächenamt')
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'], organisationId: unit })
  stranger = await program.signedIn({ name: 'Björn Baum', roles: ['clerk'], organisationId: other })
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'] })
  number = await doing(pool, { town }, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await saveCategory(ctx, {
      code: 'pothole',
      groupCode: 'street',
      name: { de: 'Schlagloch', en: 'Pothole' },
      hint: { de: '', en: '' },
      keywords: [],
      questions: [],
      icon: 'road',
      radiusM: 50,
      deadlineDays: 5,
      acceptDays: 3,
      proof: 'photo',
      publish: 'afterCheck',
      anonymous: true,
      confirmEmail: false,
      unitId: unit,
    })
    const sent = await sendReport(ctx, {
      category: 'pothole',
      place: { lat: 49.05, lon: 11.05, way: 'map', label: 'Lindenstraße 12', roadOwner: 'town' },
      text: 'Tiefes Loch',
      name: 'Quirin Melder',
      email: 'quirin@example.org',
    })
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.number
  })
})

const write = (who: SignedIn, more: Record<string, string> = {}) =>
  who.visitor.post('/amt/textbausteine', {
    name: 'Danke',
    de: 'Danke für {art} in der {ort}.',
    en: 'Thanks for {art}.',
    step: 'message',
    ...more,
  })
const idOf = async (name: string) => {
  const { body } = await editor.visitor.get('/amt/textbausteine')
  return new RegExp(`textbausteine/([0-9a-f-]{36})">${name}<`).exec(body)?.[1] ?? ''
}

test('a clerk writes texts of the own unit, the editor those of the town', async () => {
  expect((await write(clerk)).status).toBe(422)
  expect((await write(clerk, { unitId: unit, name: 'Unserer' })).status).toBe(303)
  expect((await write(stranger, { unitId: unit, name: 'Fremd' })).status).toBe(422)
  expect((await write(editor)).status).toBe(303)
})

test('a slip in a variable is named', async () => {
  const answer = await write(editor, { name: 'Falsch', de: 'Zu {numer}' })
  expect([answer.status, answer.body]).toEqual([422, expect.stringContaining('{numer}')])
})

test('inserting keeps what was typed and writes nothing', async () => {
  const answer = await clerk.visitor.post(`/amt/meldungen/${number}/baustein`, {
    fuer: 'nachricht',
    baustein: await idOf('Danke'),
    sprache: 'de',
    text: 'Guten Tag,',
  })
  expect(answer.body).toContain('Guten Tag,\n\nDanke für Schlagloch in der Lindenstraße 12.')
  const english = await clerk.visitor.post(`/amt/meldungen/${number}/baustein`, {
    fuer: 'nachricht',
    baustein: await idOf('Danke'),
    sprache: 'en',
  })
  expect(english.body).toContain('Thanks for Pothole.')
  const { body } = await clerk.visitor.get(`/amt/meldungen/${number}`)
  expect(body).not.toContain('Danke für Schlagloch')
})

test('what is taken out of the choice is not inserted; who did it stands there', async () => {
  const id = await idOf('Danke')
  expect((await clerk.visitor.post(`/amt/textbausteine/${id}/auswahl`, {})).status).toBe(422)
  expect((await editor.visitor.post(`/amt/textbausteine/${id}/auswahl`, {})).status).toBe(303)
  const answer = await clerk.visitor.post(`/amt/meldungen/${number}/baustein`, { fuer: 'nachricht', baustein: id, text: 'Bleibt' })
  expect(answer.body).not.toContain('Danke für')
  expect(answer.body).toContain('Bleibt')
  const { body } = await editor.visitor.get(`/amt/textbausteine/${id}`)
  expect(body).toContain('Aus der Auswahl genommen')
  expect(body).toContain('Edda Redaktion')
})
