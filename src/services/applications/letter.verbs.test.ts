import { beforeAll, describe, expect, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { applicationTown, codeOf, given } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { readPdf } from '../../../test/setup/read-pdf.ts'
import { fieldOf, formOf, pageOf } from '../forms/testing/forms.ts'
import { changeLetterHead, draftPdf, LetterHead, letterAtDesk, seedLetters } from '../letters/index.ts'
import { letterTexts } from '../letters/texts.ts'
import { chargesOf, WORK_ON_PAYMENTS, waiveCharge } from '../payments/index.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { type LetterInput, rewriteLetter, writeLetter } from './letter.verbs.ts'
import { letterSheet } from './letter-sheet.read.ts'

registerTexts(letterTexts)
const { pool } = await testDatabase()
const form = formOf([
  pageOf('who', [fieldOf('name', 'text'), fieldOf('loud', 'yesNo')]),
  pageOf('why', [
    fieldOf('reason', 'longText', { visibleIf: { op: 'eq', left: { field: 'loud' }, right: { value: true } } }),
    fieldOf('fee', 'calculated', { result: 'money', fee: true, expression: { op: 'value', value: 2_500 } }),
  ]),
])
const t = await applicationTown(pool, 'gebuehrenstadt', { workflow: standardWorkflow(), form })
const cashier = { ...t.lead, permissions: new Set([...t.lead.permissions, WORK_ON_PAYMENTS]) }
const letter: LetterInput = { channel: 'post', locale: 'de', name: 'Ada Muster', address: '', salutation: '', enclosures: '', values: {} }
const head = {
  name: 'Stadtkasse Gebührenstadt',
  iban: 'DE89 3704 0044 0532 0130 00',
  objectionBody: 'der Stadt Gebührenstadt',
  objectionSeat: 'Markt 1',
}

beforeAll(async () => {
  await t.as(undefined, seedLetters)
  given(await t.as(undefined, (ctx) => changeLetterHead(ctx, LetterHead.parse(head))))
})

const sent = async () => {
  const { number, caseId } = await t.send(t.citizen)
  const [charge] = await t.as(undefined, (ctx) => chargesOf(ctx, caseId))
  return { number, caseId, charge: charge! }
}
const write = (number: string, more: Partial<LetterInput> = {}) =>
  t.as(t.clerk, (ctx) => writeLetter(ctx, { ...letter, number, template: 'gebuehrenbescheid', ...more }))

describe('a fee notice', () => {
  test('says what is open, until when and how it is paid, with nothing of it typed', async () => {
    const { number, charge } = await sent()
    const sheet = await t.as(t.clerk, (ctx) => letterSheet(ctx, number, { key: 'gebuehrenbescheid' }))
    expect(sheet).toMatchObject({ open: [], noFeeOpen: false })
    const draft = given(await write(number, { values: { fee__total: '1 Euro' } }))
    const made = await t.as(t.clerk, (ctx) => draftPdf(ctx, draft))
    const { text } = await readPdf(await given(made)())
    for (const words of ['setzen wir 25,00 € fest', charge.reference, '6. Juni 2026', 'DE89 3704 0044 0532 0130 00', head.name])
      expect(text).toContain(words)
    expect(text).not.toContain('1 Euro')
  })

  test('is refused in plain words where nothing is open, and its form says so before', async () => {
    const { number, charge } = await sent()
    given(await t.as(cashier, (ctx) => waiveCharge(ctx, { id: charge.id, reason: 'Ermäßigung' })))
    expect(await t.as(t.clerk, (ctx) => letterSheet(ctx, number, { key: 'gebuehrenbescheid' }))).toMatchObject({
      open: [],
      noFeeOpen: true,
    })
    expect(await t.as(t.clerk, (ctx) => letterSheet(ctx, number, { key: 'bewilligung' }))).toMatchObject({ noFeeOpen: false })
    expect(codeOf(await write(number))).toBe('noFeeOpen')
  })
})

describe('who applied without an account', () => {
  test('gets no letter online, neither written nor changed; the form offers the post', async () => {
    const { number } = await t.send()
    const sheet = await t.as(t.clerk, (ctx) => letterSheet(ctx, number, { key: 'bewilligung' }))
    expect(sheet).toMatchObject({ account: false })
    expect(await write(number, { channel: 'portal' })).toMatchObject({ refusal: { code: 'portalWithoutAccount', field: 'channel' } })
    const { id } = given(await write(number))
    const online = { ...letter, number, id, channel: 'portal' } as const
    expect(codeOf(await t.as(t.clerk, (ctx) => rewriteLetter(ctx, online)))).toBe('portalWithoutAccount')
    expect((await t.as(t.clerk, (ctx) => letterAtDesk(ctx, id)))?.letter.channel).toBe('post')
  })

  test('with one she gets it', async () => {
    const { number } = await sent()
    expect(await t.as(t.clerk, (ctx) => letterSheet(ctx, number, { key: 'bewilligung' }))).toMatchObject({ account: true })
    expect(given(await write(number, { channel: 'portal' })).channel).toBe('portal')
  })
})
