import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addDays } from '#platform/calendar/day.ts'
import type { Actor } from '#platform/context.ts'
import { registerTexts } from '#platform/text.ts'
import { withdrawApplication } from '#services/applications/party.verbs.ts'
import { takeStep } from '#services/applications/step.verbs.ts'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import { applicationTown, codeOf, given, stranger } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { eventsOf } from '../../../test/setup/people.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { feeListener } from '../applications/fee.listener.ts'
import { caseById, caseByNumber, partyBySecret } from '../cases/index.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { type Charge, openCents, overCents } from './charge.rules.ts'
import { chargesOf, openCharges, overpaidCharges } from './charge.sql.ts'
import { demandFee, isFeeOpen, WORK_ON_PAYMENTS, waiveCharge } from './charge.verbs.ts'
import { payments } from './module.ts'
import { MANAGE_PAYMENTS } from './online/setting.verbs.ts'
import { paymentsOf, unmatchedPayments } from './payment.sql.ts'
import { assignPayment, payAtDesk, setPaymentAside, takePaymentBack } from './payment.verbs.ts'
import { referenceInGroups } from './reference.rules.ts'
import { remindOverdue, setReminders } from './reminder/reminder.verbs.ts'
import { takeStatement } from './statement.verbs.ts'
import { statementFile } from './testing/statement-file.ts'

registerTexts(payments.texts)
const { pool } = await testDatabase()
const form = formOf([
  pageOf('who', [fieldOf('name', 'text'), fieldOf('loud', 'yesNo')]),
  pageOf('why', [
    fieldOf('reason', 'longText', { visibleIf: { op: 'eq', left: { field: 'loud' }, right: { value: true } } }),
    fieldOf('fee', 'calculated', { result: 'money', fee: true, expression: { op: 'value', value: 2_500 } }),
  ]),
])
const standard = standardWorkflow({})
/** As the standard one, but nobody has to close what is settled. */
const workflow = {
  ...standard,
  steps: standard.steps.map((step) => (step.key === 'close' ? { ...step, who: { by: 'system' as const } } : step)),
}
const t = await applicationTown(pool, 'kassenhausen', { workflow, form })
const cashier: Actor = { ...t.lead, permissions: new Set([...t.lead.permissions, WORK_ON_PAYMENTS]) }

const charged = async () => {
  const { number, caseId, secret } = await t.send()
  const [charge] = await t.as(cashier, (ctx) => chargesOf(ctx, caseId))
  return { number, caseId, secret, charge: charge! }
}
const chargeOf = async (caseId: string) => (await t.as(cashier, (ctx) => chargesOf(ctx, caseId)))[0]!
const take = (bookings: Parameters<typeof statementFile>[0], more = {}) =>
  t.as(cashier, (ctx) => takeStatement(ctx, { file: statementFile(bookings, more) }))
const kinds = async (caseId: string) =>
  (await eventsOf(pool, t.town, { type: 'case', id: caseId })).map(({ kind }) => kind).filter((kind) => kind.startsWith('charge.'))

test('what a form costs is demanded when it is sent, paid by transfer, and settled', async () => {
  const { caseId, charge } = await charged()
  expect(charge).toMatchObject({ cents: 2_500, paidCents: 0, dueOn: '2026-06-06' })
  expect(await t.as(undefined, (ctx) => isFeeOpen(ctx, caseId))).toBe(true)

  const part = given(
    await take([
      { cents: 1_000, words: referenceInGroups(charge.reference), ref: 'P1' },
      { cents: 7, words: 'Spende', ref: 'P2' },
    ]),
  )
  expect([part.added, part.matched]).toEqual([2, 1])
  expect(await chargeOf(caseId)).toMatchObject({ paidCents: 1_000, settledAt: undefined })
  given(await take([{ cents: 1_500, words: `Danke ${charge.reference.toLowerCase()}`, ref: 'P3' }]))
  expect(await chargeOf(caseId)).toMatchObject({ paidCents: 2_500, settledAt: expect.any(Date) })
  expect(await t.as(undefined, (ctx) => isFeeOpen(ctx, caseId))).toBe(false)
  expect(await kinds(caseId)).toEqual(['charge.demanded', 'charge.paid', 'charge.settled'])
})

test('the same file is refused, and the same booking in another file counts once', async () => {
  const { caseId, charge } = await charged()
  const booking = { cents: 2_500, words: charge.reference, ref: 'S1' }
  given(await take([booking]))
  expect(codeOf(await take([booking]))).toBe('statementTaken')
  const more = given(await take([booking, { cents: 3, words: '', ref: 'S2' }]))
  expect([more.added, more.matched]).toEqual([1, 0])
  expect((await chargeOf(caseId)).paidCents).toBe(2_500)
})

test('two files with the same booking at once count it once', async () => {
  const { caseId, charge } = await charged()
  const booking = { cents: 2_500, words: charge.reference, ref: 'T1' }
  const done = await Promise.all([1, 2, 3, 4].map((nth) => take([booking, { cents: nth, words: `Datei ${nth}`, ref: `T1${nth}` }])))
  expect(done.map(codeOf)).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect((await chargeOf(caseId)).paidCents).toBe(2_500)
  expect((await t.as(cashier, (ctx) => paymentsOf(ctx, [charge.id]))).length).toBe(1)
})

test('what nobody can match waits, is matched by hand, and undone', async () => {
  const { caseId, charge } = await charged()
  given(await take([{ cents: 2_500, words: 'Hundesteuer', payer: 'Konrad Zuse', ref: 'H1' }]))
  const waiting = (await t.as(cashier, (ctx) => unmatchedPayments(ctx, { limit: 100 }))).find(({ payer }) => payer === 'Konrad Zuse')!
  expect(codeOf(await t.as(cashier, (ctx) => assignPayment(ctx, { id: waiting.id, reference: 'RF00' })))).toBe('referenceUnknown')
  given(await t.as(cashier, (ctx) => assignPayment(ctx, { id: waiting.id, reference: referenceInGroups(charge.reference) })))
  expect((await chargeOf(caseId)).paidCents).toBe(2_500)
  given(await t.as(cashier, (ctx) => takePaymentBack(ctx, { id: waiting.id })))
  expect(await chargeOf(caseId)).toMatchObject({ paidCents: 0, settledAt: undefined })
  given(await t.as(cashier, (ctx) => setPaymentAside(ctx, { id: waiting.id })))
  expect((await t.as(cashier, (ctx) => unmatchedPayments(ctx, { limit: 100 }))).some(({ id }) => id === waiting.id)).toBe(false)
})

test('one transfer for two demands waits for a person; a fee that was given back is taken off', async () => {
  const [one, two] = [await charged(), await charged()]
  given(await take([{ cents: 5_000, words: `${one.charge.reference} ${two.charge.reference}`, payer: 'Beide', ref: 'Z1' }]))
  expect([(await chargeOf(one.caseId)).paidCents, (await chargeOf(two.caseId)).paidCents]).toEqual([0, 0])
  given(await take([{ cents: 2_500, words: one.charge.reference, ref: 'Z2' }]))
  given(
    await take([
      { cents: -2_500, words: one.charge.reference, ref: 'Z3' },
      { cents: -900, words: 'Miete', ref: 'Z4' },
    ]),
  )
  expect(await chargeOf(one.caseId)).toMatchObject({ paidCents: 0, settledAt: undefined })
})

test('an entry of several transactions without their amounts waits for a person, whatever stands in it', async () => {
  const { caseId, charge } = await charged()
  const mixed = { words: charge.reference, payer: 'Sammler', others: ['Miete'] }
  const taken = given(
    await take([
      { ...mixed, cents: 9_000, ref: 'M1' },
      { ...mixed, cents: -9_000, ref: 'M2' },
    ]),
  )
  expect([taken.added, taken.matched]).toEqual([2, 0])
  expect((await chargeOf(caseId)).paidCents).toBe(0)
  const waiting = await t.as(cashier, (ctx) => unmatchedPayments(ctx, { limit: 100 }))
  expect(waiting.filter(({ payer }) => payer === 'Sammler').map(({ cents }) => cents)).toEqual([9_000, -9_000])
  expect(waiting.find(({ payer }) => payer === 'Sammler')?.words).toBe(`${charge.reference} Miete`)
})

test('at the desk and waived: once, and by whoever may', async () => {
  const [paid, waived] = [await charged(), await charged()]
  const atOnce = await Promise.all([1, 2, 3].map(() => t.as(cashier, (ctx) => payAtDesk(ctx, { id: paid.charge.id }))))
  expect(atOnce.map(codeOf).sort()).toEqual(['nothingOpen', 'nothingOpen', 'ok'])
  given(await t.as(cashier, (ctx) => waiveCharge(ctx, { id: waived.charge.id, reason: 'Ermäßigung' })))
  expect(codeOf(await t.as(cashier, (ctx) => payAtDesk(ctx, { id: waived.charge.id })))).toBe('nothingOpen')
  expect(await kinds(waived.caseId)).toEqual(['charge.demanded', 'charge.waived'])
  const other = await charged()
  for (const refused of [
    await t.as(t.clerk, (ctx) => payAtDesk(ctx, { id: other.charge.id })),
    await t.as(stranger, (ctx) => waiveCharge(ctx, { id: other.charge.id, reason: 'x' })),
    await t.as(t.clerk, (ctx) => takeStatement(ctx, { file: statementFile([]) })),
    await t.as(t.clerk, (ctx) => assignPayment(ctx, { id: other.charge.id, reference: other.charge.reference })),
  ])
    expect(codeOf(refused)).toBe('notAllowed')
})

test('another town sees and changes nothing', async () => {
  const { charge } = await charged()
  const town = await makeTown(pool, 'nebenan')
  const there = { town, actor: cashier }
  expect(codeOf(await doing(pool, there, (ctx) => payAtDesk(ctx, { id: charge.id })))).toBe('unknown')
  given(await doing(pool, there, (ctx) => takeStatement(ctx, { file: statementFile([{ cents: 2_500, words: charge.reference }]) })))
  expect(await doing(pool, there, (ctx) => openCharges(ctx, { limit: 10 }))).toEqual([])
  expect((await chargeOf(charge.caseId!)).paidCents).toBe(0)
})

test('what waited for its fee alone goes on by itself when it is paid', async () => {
  const { number, caseId, charge } = await charged()
  const steps: [Actor, string, object][] = [
    [t.clerk, 'accept', {}],
    [t.clerk, 'start', {}],
    [t.clerk, 'draft', { outcome: 'granted', text: 'Erfüllt.' }],
    [t.lead, 'approve', {}],
    [t.clerk, 'deliver', { day: '2026-05-07' }],
  ]
  for (const [actor, step, more] of steps) given(await t.as(actor, (ctx) => takeStep(ctx, { number, step, ...more })))
  const stateNow = async () => (await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.state
  expect(await stateNow()).toBe('decided')
  given(await t.as(cashier, (ctx) => payAtDesk(ctx, { id: charge.id })))
  const settled = (await eventsOf(pool, t.town, { type: 'case', id: caseId })).find(({ kind }) => kind === 'charge.settled')!
  await t.as(undefined, (ctx) => feeListener.react(ctx, settled))
  expect(await stateNow()).toBe('closed')
})

/** What the form costs after its answers changed. */
const feeNow = (caseId: string, cents: number) =>
  t.as(undefined, async (ctx) => demandFee(ctx, (await caseById(ctx, caseId))!, { cents, reason: 'Fest' }))
const booksOf = async (caseId: string) => {
  const charges = await t.as(cashier, (ctx) => chargesOf(ctx, caseId))
  const sum = (of: (charge: Charge) => number) => charges.reduce((all, charge) => all + of(charge), 0)
  return { open: sum(openCents), over: sum(overCents), paid: sum(({ paidCents }) => paidCents), charges }
}
const isSeenAsOverpaid = async (caseId: string) =>
  (await t.as(cashier, (ctx) => overpaidCharges(ctx, { limit: 100 }))).some((one) => one.caseId === caseId)

test.each([
  [1_000, 2_500, 1_500, 0],
  [1_000, 2_000, 1_000, 0],
  [1_000, 1_000, 0, 0],
  [1_000, 700, 0, 300],
  [1_000, 0, 0, 1_000],
  [1_000, 9_000, 8_000, 0],
  [2_500, 3_000, 500, 0],
  [2_500, 500, 0, 2_000],
  [0, 3_000, 3_000, 0],
  [0, 0, 0, 0],
])('%i cents are paid of 2500, and the fee becomes %i: %i are open, %i too much', async (paid, fee, open, over) => {
  const { caseId, charge } = await charged()
  if (paid > 0) given(await take([{ cents: paid, words: charge.reference, ref: `F${caseId}` }]))
  await feeNow(caseId, fee)
  expect(await booksOf(caseId)).toMatchObject({ open, over, paid })
  expect(await isSeenAsOverpaid(caseId)).toBe(over > 0)
  const before = (await booksOf(caseId)).charges
  await feeNow(caseId, fee)
  expect((await booksOf(caseId)).charges).toEqual(before)
  await feeNow(caseId, 2_500)
  expect(await booksOf(caseId)).toMatchObject({ open: 2_500 - paid, over: 0 })
})

test('who pays while the answers change pays for what is demanded then', async () => {
  const { caseId, charge } = await charged()
  const changed = await t.as(cashier, async (ctx) => {
    given(await payAtDesk(ctx, { id: charge.id }))
    const change = feeNow(caseId, 4_000)
    await setTimeout(300)
    return { change }
  })
  await changed.change
  expect(await booksOf(caseId)).toMatchObject({ paid: 2_500, open: 1_500, over: 0 })
})

test('what comes for a demand that was waived is too much; what came before is not', async () => {
  const [whole, part] = [await charged(), await charged()]
  given(await take([{ cents: 1_000, words: part.charge.reference, ref: 'W1' }]))
  for (const { charge } of [whole, part]) given(await t.as(cashier, (ctx) => waiveCharge(ctx, { id: charge.id, reason: 'Härtefall' })))
  expect(await booksOf(part.caseId)).toMatchObject({ open: 0, over: 0, paid: 1_000 })
  expect(await isSeenAsOverpaid(part.caseId)).toBe(false)
  given(
    await take([
      { cents: 2_500, words: whole.charge.reference, ref: 'W2' },
      { cents: 1_500, words: part.charge.reference, ref: 'W3' },
    ]),
  )
  expect(await booksOf(whole.caseId)).toMatchObject({ open: 0, over: 2_500 })
  expect(await booksOf(part.caseId)).toMatchObject({ open: 0, over: 1_500 })
  expect(await isSeenAsOverpaid(whole.caseId)).toBe(true)
  expect(await kinds(whole.caseId)).toEqual(['charge.demanded', 'charge.waived', 'charge.paid'])
  given(await take([{ cents: -2_500, words: whole.charge.reference, ref: 'W4' }]))
  expect(await isSeenAsOverpaid(whole.caseId)).toBe(false)
})

test('an account of somebody else is refused', async () => {
  await t.as(undefined, (ctx) =>
    ctx.db
      .insertInto('services.letter_head')
      .values({
        tenant_id: t.town.id,
        content: JSON.stringify({ name: 'Stadt', iban: 'DE02120300000000202051' }),
        changed_at: ctx.now(),
        changed_by: null,
      })
      .execute(),
  )
  expect(codeOf(await take([{ cents: 1, words: 'x', ref: 'K' }]))).toBe('otherAccount')
})

test('who has not paid is reminded once, so many days after the day as the town says', async () => {
  const { caseId, charge } = await charged()
  const days = (count: number) => ({ now: new Date(`${addDays(charge.dueOn, count)}T07:00:00Z`) })
  const reminded = async () => (await chargeOf(caseId)).remindedAt !== undefined
  const remind = (after: number) => t.as(undefined, remindOverdue, days(after))
  await remind(13)
  expect(await reminded()).toBe(false)
  const admin: Actor = { ...t.admin, permissions: new Set([...t.admin.permissions, MANAGE_PAYMENTS]) }
  expect(codeOf(await t.as(cashier, (ctx) => setReminders(ctx, { days: 0 })))).toBe('notAllowed')
  given(await t.as(admin, (ctx) => setReminders(ctx, { days: 0 })))
  await remind(80)
  expect(await reminded()).toBe(false)
  given(await t.as(admin, (ctx) => setReminders(ctx, { days: 7 })))
  await remind(6)
  expect(await reminded()).toBe(false)
  await remind(7)
  await remind(8)
  expect(await reminded()).toBe(true)
  const told = await eventsOf(pool, t.town, { type: 'case', id: caseId })
  expect(told.filter(({ kind }) => kind === 'charge.reminded')).toHaveLength(1)
})

test('what is paid or waived is not reminded of, nor what belongs to a case that was taken back', async () => {
  const [paid, waived, withdrawn] = [await charged(), await charged(), await charged()]
  given(await t.as(stranger, async (ctx) => withdrawApplication(ctx, (await partyBySecret(ctx, withdrawn.secret))!.party)))
  given(await t.as(cashier, (ctx) => payAtDesk(ctx, { id: paid.charge.id })))
  given(await t.as(cashier, (ctx) => waiveCharge(ctx, { id: waived.charge.id, reason: 'Härtefall' })))
  await t.as(undefined, remindOverdue, { now: new Date('2027-01-04T07:00:00Z') })
  for (const { caseId } of [paid, waived, withdrawn]) expect((await chargeOf(caseId)).remindedAt).toBeUndefined()
})
