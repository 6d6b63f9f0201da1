import { beforeAll, expect, test } from 'vitest'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import { statementFile } from '#services/payments/testing/statement-file.ts'
import { applicationTown, stranger } from '../../../test/setup/applications.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { withdrawApplication } from '../../services/applications/party.verbs.ts'
import { partyBySecret } from '../../services/cases/index.ts'
import { chargesOf } from '../../services/payments/charge.sql.ts'
import { paymentsOf } from '../../services/payments/payment.sql.ts'
import { standardWorkflow } from '../../services/workflows/standard.ts'

const program = await testProgram()
const PATH = '/amt/zahlungen'
const form = formOf([
  pageOf('who', [fieldOf('name', 'text'), fieldOf('loud', 'yesNo')]),
  pageOf('why', [
    fieldOf('reason', 'longText', { visibleIf: { op: 'eq', left: { field: 'loud' }, right: { value: true } } }),
    fieldOf('fee', 'calculated', { result: 'money', fee: true, expression: { op: 'value', value: 2_500 } }),
  ]),
])
const t = await applicationTown(program.pool, 'kassenstadt', { workflow: standardWorkflow({}), form })
let lead: SignedIn

const xmlFile = (bytes: Uint8Array | string) => new File([bytes as BlobPart], 'auszug.xml', { type: 'application/xml' })
const sent = async () => {
  const receipt = await t.send()
  const [charge] = await t.as(undefined, (ctx) => chargesOf(ctx, receipt.caseId))
  return { ...receipt, charge: charge! }
}
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

beforeAll(async () => {
  program.house.directory.forget()
  lead = await program.signedIn({ town: t.town, name: 'Lea Leitung', roles: ['lead'], organisationId: t.office })
  const admin = await program.signedIn({ town: t.town, name: 'Ada Admin', roles: ['admin'], organisationId: t.office })
  const head = { name: 'Stadtkasse Kassenstadt', iban: 'DE89 3704 0044 0532 0130 00', postDays: '4', portal: 'mailbox' }
  expect((await admin.visitor.post('/verwaltung/briefe/kopf', head)).status).toBe(303)
})

test('who applied sees what is to be paid and how; nobody else learns that there is anything', async () => {
  const { number, secret, charge } = await sent()
  const page = `/status/${number}/zahlung`
  const applicant = program.visitor({ town: t.town })
  expect((await applicant.get(page)).status).toBe(404)
  await applicant.get(`/s/${secret}`)
  const seen = text((await applicant.get(page)).body)
  for (const words of ['25,00 €', 'DE89 3704 0044 0532 0130 00', 'Stadtkasse Kassenstadt', '6. Juni 2026', charge.reference.slice(0, 4)])
    expect(seen).toContain(words)
  expect((await program.visitor({ town: t.town }).get(page)).status).toBe(404)
})

test('a statement is taken in, and what it pays leaves the list', async () => {
  const { number, charge } = await sent()
  expect((await lead.visitor.get(PATH)).body).toContain(number)
  const file = statementFile([
    { cents: 2_500, words: charge.reference, ref: 'D1' },
    { cents: 700, words: 'ohne alles', payer: 'Konrad Zuse', ref: 'D2' },
  ])
  const taken = await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`, { file: xmlFile(file) })
  expect(taken.status).toBe(303)
  expect(text((await lead.visitor.follow(taken)).body)).toContain('2 neue Buchungen, 1 davon zugeordnet.')
  expect((await lead.visitor.get(PATH)).body).not.toContain(number)
  expect(text((await lead.visitor.get(`${PATH}/${charge.id}`)).body)).toMatch(/bezahlt.*Ada Lovelace/)
  expect((await lead.visitor.get(`${PATH}/eingang`)).body).toContain('Konrad Zuse')
})

test.each([
  ['kein XML', 'Die Datei ist beschädigt (Zeile 1, Spalte 1).'],
  ['<html/>', 'Diese Datei ist kein Kontoauszug im Format camt.053.'],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'Die Datei ist beschädigt (Zeile 1, Spalte 1).'],
])('%s is refused with words', async (file, words) => {
  const refused = await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`, { file: xmlFile(file) })
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining(words)])
})

test('nothing chosen, and too much', async () => {
  expect((await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`)).status).toBe(422)
  const much = await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`, { file: xmlFile(new Uint8Array(11 * 1024 * 1024)) })
  expect(much.status).toBe(413)
})

test('a payment is matched by hand, and loosened again', async () => {
  const { charge } = await sent()
  const file = statementFile([{ cents: 2_500, words: 'Gebühr', payer: 'Grace Hopper', ref: 'M1' }])
  await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`, { file: xmlFile(file) })
  const page = await lead.visitor.get(`${PATH}/eingang`)
  const action = /Grace Hopper[\s\S]*?action="([^"]*zuordnung)"/.exec(page.body)?.[1] ?? ''
  const wrong = await lead.visitor.submit(page, action, { reference: 'RF99 XXXX' })
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('Zu diesem Verwendungszweck gibt es keine Forderung.')])
  expect(wrong.body).toContain('RF99 XXXX')
  expect((await lead.visitor.submit(page, action, { reference: charge.reference })).status).toBe(303)
  const paid = await lead.visitor.get(`${PATH}/${charge.id}`)
  expect(text(paid.body)).toContain('Grace Hopper')
  const back = /action="([^"]*zurueck)"/.exec(paid.body)?.[1] ?? ''
  expect((await lead.visitor.submit(paid, back)).status).toBe(303)
  expect((await lead.visitor.get(`${PATH}/eingang`)).body).toContain('Grace Hopper')
})

test('what is wrong on a further page is shown there, and what cannot be done is said', async () => {
  const { charge } = await sent()
  const many = Array.from({ length: 55 }, (_, nth) => ({
    cents: 100 + nth,
    words: `Spende ${nth}`,
    payer: `Spenderin ${nth}`,
    ref: `N${nth}`,
  }))
  const file = xmlFile(statementFile([...many, { cents: 2_500, words: charge.reference, ref: 'N99' }]))
  expect((await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`, { file })).status).toBe(303)
  const next = /href="([^"]*eingang\?nach=[^"]*)"/.exec((await lead.visitor.get(`${PATH}/eingang`)).body)?.[1] ?? ''
  const page = await lead.visitor.get(next)
  const action = /Spenderin 54<[\s\S]*?action="([^"]*zuordnung)"/.exec(page.body)?.[1] ?? ''
  const wrong = await lead.visitor.submit(page, action, { reference: 'RF99 YYYY' })
  expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('RF99 YYYY')])
  expect(wrong.body).toContain('Zu diesem Verwendungszweck gibt es keine Forderung.')
  expect(wrong.body).toContain('Spenderin 54')

  const [transfer] = await t.as(undefined, (ctx) => paymentsOf(ctx, [charge.id]))
  const paid = await lead.visitor.get(`${PATH}/${charge.id}`)
  await t.as(undefined, (ctx) => ctx.db.updateTable('services.payment').set({ way: 'desk' }).where('id', '=', transfer!.id).execute())
  const back = await lead.visitor.submit(paid, `${PATH}/buchung/${transfer!.id}/zurueck`)
  expect([back.status, back.body]).toEqual([422, expect.stringContaining('Das geht nur bei Überweisungen.')])
})

test('what was paid too much has a list of its own', async () => {
  const { number, charge } = await sent()
  const file = xmlFile(statementFile([{ cents: 3_750, words: charge.reference, ref: 'O1' }]))
  await lead.visitor.fill(`${PATH}/auszug`, `${PATH}/auszug`, { file })
  expect((await lead.visitor.get(PATH)).body).not.toContain(number)
  const over = text((await lead.visitor.get(`${PATH}?ansicht=over`)).body)
  expect(over).toMatch(new RegExp(`${number}.* 12,50\\s€ .*überzahlt`))
  expect(text((await lead.visitor.get(`${PATH}/${charge.id}`)).body)).toMatch(/Zu viel gezahlt 12,50\s€/)
})

test('that a case was taken back is said at what is open for it', async () => {
  const { secret, charge } = await sent()
  const said = async () => (await lead.visitor.get(`${PATH}/${charge.id}`)).body.includes('Der Antrag wurde zurückgezogen')
  expect(await said()).toBe(false)
  await t.as(stranger, async (ctx) => withdrawApplication(ctx, (await partyBySecret(ctx, secret))!.party))
  expect(await said()).toBe(true)
})

test('paid at the desk, and waived with a reason', async () => {
  const [paid, waived] = [await sent(), await sent()]
  const one = `${PATH}/${paid.charge.id}`
  expect((await lead.visitor.fill(one, `${one}/bar`)).status).toBe(303)
  expect(text((await lead.visitor.get(one)).body)).toContain('an der Kasse')
  const two = `${PATH}/${waived.charge.id}`
  expect((await lead.visitor.fill(two, `${two}/erlass`, { reason: '' })).status).toBe(422)
  expect((await lead.visitor.fill(two, `${two}/erlass`, { reason: 'Ermäßigung nach der Satzung' })).status).toBe(303)
  expect(text((await lead.visitor.get(two)).body)).toContain('Ermäßigung nach der Satzung')
})
