import { beforeAll, expect, test } from 'vitest'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { readPdf } from '../../../test/setup/read-pdf.ts'

const program = await testProgram()
const PATH = '/verwaltung/briefe'
let editor: SignedIn
let clerk: SignedIn
let path: string

const pdf = async (address: string) => {
  const cookie = [...editor.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await program.ask(new Request(program.town.origin + address, { headers: { cookie } }))
  return { type: answer.headers.get('content-type'), bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const now = () => editor.visitor.get(path)

beforeAll(async () => {
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'] })
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'] })
  const made = await editor.visitor.post(PATH, { name: 'Bescheid über die Hundesteuer', key: 'hundesteuer' })
  path = made.location!
})

test('who may not, and who asks for a key that is taken', async () => {
  expect([(await clerk.visitor.get(PATH)).status, (await clerk.visitor.post(PATH, { name: 'Nein', key: 'nein' })).status]).toEqual([
    403, 403,
  ])
  const again = await editor.visitor.post(PATH, { name: 'Noch einer', key: 'hundesteuer' })
  expect([again.status, again.body]).toEqual([422, expect.stringContaining('Dieses Kürzel gibt es schon.')])
  expect((await editor.visitor.post(PATH, { name: 'Falsch', key: 'Groß' })).body).toContain('Kleine Buchstaben, Ziffern und Bindestriche')
})

test('a letter is made of blocks, seen as a document, and published when it is in order', async () => {
  expect((await now()).body).toContain('Der Brief hat noch keinen Block.')
  expect((await editor.visitor.submit(await now(), `${path}/veroeffentlichung`)).status).toBe(422)

  const added = await editor.visitor.submit(await now(), `${path}/bloecke`, { kind: 'paragraph' })
  expect(added.location).toBe(`${path}/bloecke/0`)
  const page = await editor.visitor.follow(added)
  expect(
    (await editor.visitor.submit(page, `${path}/bloecke/0`, { de: 'Guten Tag {{answer.dog}}, zu {{case.numer}}.', en: '' })).status,
  ).toBe(303)
  expect((await now()).body).toContain('Den Platzhalter „case.numer“ gibt es nicht.')
  const refused = await editor.visitor.get(`${path}/vorschau.pdf`)
  expect([refused.headers.get('content-type'), refused.body]).toEqual([
    expect.stringContaining('text/html'),
    expect.stringContaining('case.numer'),
  ])

  const block = await editor.visitor.get(`${path}/bloecke/0`)
  await editor.visitor.submit(block, `${path}/bloecke/0`, { de: 'Zu {{case.number}}: {{answer.dog}}.', en: '' })
  // The same form once more is of an older draft.
  expect((await editor.visitor.post(`${path}/bloecke/0`, { de: 'Alt', edits: '1' })).body).toContain(
    'Jemand hat den Entwurf inzwischen geändert.',
  )

  await editor.visitor.follow(await editor.visitor.submit(await now(), `${path}/bloecke`, { kind: 'heading' }))
  await editor.visitor.fill(`${path}/bloecke/1`, `${path}/bloecke/1`, {
    de: 'Nur manchmal',
    en: '',
    whenName: '{{answer.second}}',
    whenIs: 'empty',
  })
  expect((await now()).body).toContain('Nur wenn answer.second keinen Wert hat.')
  await editor.visitor.post(`${path}/bloecke/1/hoch`, {})
  const { type, bytes } = await pdf(`${path}/vorschau.pdf`)
  expect(type).toBe('application/pdf')
  const { text } = await readPdf(bytes)
  expect(text).toContain('Zu A-7K4P-29QX: [dog].')
  expect(text).not.toContain('Nur manchmal')

  const published = await editor.visitor.submit(await now(), `${path}/veroeffentlichung`)
  expect((await editor.visitor.follow(published)).body).toContain('Neue Briefe werden mit Fassung 1 geschrieben.')
  expect((await editor.visitor.get(PATH)).body).toContain('Fassung 1 gilt')
})

test('a draft is thrown away, and an earlier version comes back', async () => {
  await editor.visitor.post(`${path}/bloecke/0/weg`, {})
  expect((await now()).body).toContain('Fassung 2 ist ein Entwurf')
  // Somebody goes on writing: a page from before neither throws it away nor puts other words in its place.
  const before = await now()
  await editor.visitor.submit(before, `${path}/bloecke`, { kind: 'list' })
  for (const action of [`${path}/verwerfen`, `${path}/fassungen/1`])
    expect((await editor.visitor.submit(before, action)).body).toContain('Jemand hat den Entwurf inzwischen geändert.')
  expect((await editor.visitor.submit(await now(), `${path}/verwerfen`)).status).toBe(303)
  expect((await now()).body).not.toContain('ist ein Entwurf')
  await editor.visitor.submit(await now(), `${path}/fassungen/1`)
  expect((await now()).body).toContain('Fassung 2 ist ein Entwurf')
})

test('the letterhead refuses a wrong IBAN at its field and keeps what was typed', async () => {
  const fields = { name: 'Stadt Neustadt', iban: 'DE88370400440532013000', street: 'Markt 1', portal: 'mailbox', postDays: '4' }
  const wrong = await editor.visitor.post(`${PATH}/kopf`, fields)
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('Diese IBAN stimmt nicht.')])
  expect(wrong.body).toContain('value="Markt 1"')
  expect((await editor.visitor.post(`${PATH}/kopf`, { ...fields, iban: 'DE89 3704 0044 0532 0130 00' })).status).toBe(303)
  expect((await editor.visitor.get(`${PATH}/kopf`)).body).toContain('value="Stadt Neustadt"')
})

test('another town sees none of it', async () => {
  const other = await program.makeTown('altstadt')
  const stranger = await program.signedIn({ town: other, roles: ['admin', 'editor'] })
  for (const address of [path, `${path}/vorschau.pdf`, `${path}/bloecke/0`]) expect((await stranger.visitor.get(address)).status).toBe(404)
  expect((await stranger.visitor.post(`${path}/bloecke`, { kind: 'heading' })).status).toBe(404)
  expect((await stranger.visitor.get(PATH)).body).not.toContain('Hundesteuer')
})
