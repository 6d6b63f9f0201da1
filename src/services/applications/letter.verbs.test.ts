import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesFrom, useFiles } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { registerTexts } from '#platform/text.ts'
import { applicationTown, codeOf, given } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { eventsOf } from '../../../test/setup/people.ts'
import { readPdf } from '../../../test/setup/read-pdf.ts'
import { thursday } from '../../../test/setup/town.ts'
import { titleIn } from '../cases/case-title.ts'
import { caseByNumber } from '../cases/index.ts'
import { fieldOf, formOf, pageOf } from '../forms/testing/forms.ts'
import {
  changeLetterHead,
  draftPdf,
  LetterHead,
  letterAtDesk,
  letterHead,
  lettersForPost,
  seedLetters,
  signLetter,
} from '../letters/index.ts'
import { lapseLetters } from '../letters/letter/hand-over.verbs.ts'
import { letterTexts } from '../letters/texts.ts'
import { chargesOf, WORK_ON_PAYMENTS, waiveCharge } from '../payments/index.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { applicationOf } from './application.sql.ts'
import { offerOnline } from './form.verbs.ts'
import { handOverLetter, type LetterInput, rewriteLetter, writeLetter } from './letter.verbs.ts'
import { letterLapsed } from './letter-lapsed.listener.ts'
import { letterSheet } from './letter-sheet.read.ts'
import { takeStep } from './step.verbs.ts'

registerTexts(letterTexts)
const dataDir = mkdtempSync(join(tmpdir(), 'letters-of-applications-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
useFiles(filesFrom({ dataDir, filesUrl: undefined, clamd: undefined, rateLimitFactor: 0 }))

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
  phone: '030 23125 0',
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

const later = (days: number) => ({ now: new Date(thursday.getTime() + days * 86_400_000) })
/** Written, signed and handed over. */
async function deliver(number: string, more: Partial<LetterInput>, days = 0) {
  const input = { ...letter, number, template: 'decision', ...more }
  const { id } = given(await t.as(t.clerk, (ctx) => writeLetter(ctx, input), later(days)))
  given(await t.as(t.clerk, (ctx) => signLetter(ctx, { id }), later(days)))
  return given(await t.as(t.clerk, (ctx) => handOverLetter(ctx, { number, id }), later(days)))
}
const eventOf = async (letterId: string, kind: string) =>
  (await eventsOf(pool, t.town, { type: 'letter', id: letterId })).find((event) => event.kind === kind)!

test('a notice that nobody fetched is not known: its application waits for the letter again, until it left another way', async () => {
  const plain = await t.as(undefined, letterHead)
  given(await t.as(undefined, (ctx) => changeLetterHead(ctx, { ...plain, portal: 'retrieval' })))
  const { number, caseId } = await t.send(t.citizen)
  for (const [by, step, more] of [
    [t.clerk, 'accept'],
    [t.clerk, 'start'],
    [t.clerk, 'draft', { outcome: 'granted', text: 'Gut.' }],
    [t.lead, 'approve'],
  ] as const)
    given(await t.as(by, (ctx) => takeStep(ctx, { number, step, ...more })))
  const notice = await deliver(number, { channel: 'portal' })
  const outOn = async () => (await t.as(undefined, (ctx) => applicationOf(ctx, caseId)))?.letterOutOn
  expect(await outOn()).toBe('2026-05-07')
  await t.as(undefined, lapseLetters, later(11))
  const lapsed = await eventOf(notice.id, 'letter.lapsed')
  await t.as(undefined, (ctx) => letterLapsed.react(ctx, lapsed), later(11))
  expect(await outOn()).toBeUndefined()
  const waiting = (ctx: Ctx) => ctx.db.selectFrom('services.case').select('waits_for').where('id', '=', caseId).executeTakeFirst()
  expect(await t.as(undefined, waiting)).toEqual({ waits_for: 'letter' })
  expect(codeOf(await t.as(t.clerk, (ctx) => takeStep(ctx, { number, step: 'close' }), later(11)))).toBe('guard.letterHandedOver')
  await deliver(number, { channel: 'post' }, 12)
  expect(await outOn()).toBe('2026-05-19')
  // Told once more, it changes nothing.
  await t.as(undefined, (ctx) => letterLapsed.react(ctx, lapsed), later(12))
  expect(await outOn()).toBe('2026-05-19')
  given(await t.as(undefined, (ctx) => changeLetterHead(ctx, plain)))
})

test('news of a letter bear the name of the service in the language of who reads them', async () => {
  const name = { de: 'Fest auf öffentlichem Grund', en: 'Event on public ground' }
  const service = { serviceId: t.serviceId, slug: 'fest', form: 'event', workflow: 'event', unitId: t.office }
  given(await t.as(undefined, (ctx) => offerOnline(ctx, { ...service, name })))
  const { number } = await t.send()
  const it = (await t.as(undefined, (ctx) => caseByNumber(ctx, number)))!
  expect(await t.as(undefined, (ctx) => titleIn(ctx, it, 'en'))).toBe(name.en)
})

test('letters of today are posted before older ones, however many of those wait', async () => {
  const signed = async (days: number) => {
    const { number } = await t.send(t.citizen, later(days))
    const { id } = given(await t.as(t.clerk, (ctx) => writeLetter(ctx, { ...letter, number, template: 'bewilligung' }), later(days)))
    return given(await t.as(t.clerk, (ctx) => signLetter(ctx, { id }), later(days)))
  }
  const old = await signed(0)
  await t.as(undefined, async (ctx) => {
    const row = await ctx.db.selectFrom('services.letter').selectAll().where('id', '=', old.id).executeTakeFirstOrThrow()
    const many = Array.from({ length: 60 }, (_, nth) => ({ ...row, id: newId(thursday.getTime() + nth), data: JSON.stringify(row.data) }))
    await ctx.db.insertInto('services.letter').values(many).execute()
  })
  const today = await signed(30)
  const [first, ...rest] = await t.as(t.clerk, lettersForPost, later(30))
  expect([first?.id, rest.length, first?.waiting]).toEqual([today.id, 49, 62])
})
