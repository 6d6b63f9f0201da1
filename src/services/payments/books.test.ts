import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { fieldOf, formOf, pageOf } from '#services/forms/testing/forms.ts'
import { applicationTown, given } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { eventsOf } from '../../../test/setup/people.ts'
import { thursday } from '../../../test/setup/town.ts'
import { deleteCases } from '../cases/retention/forget.sql.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { forgetBooks } from './books.jobs.ts'
import { oldestKept, YEARS_OF_BOOKS } from './books.rules.ts'
import { chargeById, chargesOf, openCharges } from './charge.sql.ts'
import { WORK_ON_PAYMENTS, waiveCharge } from './charge.verbs.ts'
import { insertPayments, paymentsOf } from './payment.sql.ts'
import { assignPayment, payAtDesk, setPaymentAside, takePaymentBack } from './payment.verbs.ts'

const { pool } = await testDatabase()
const form = formOf([
  pageOf('who', [
    fieldOf('name', 'text'),
    fieldOf('fee', 'calculated', { result: 'money', fee: true, expression: { op: 'value', value: 1_200 } }),
  ]),
])
const t = await applicationTown(pool, 'buchhausen', { workflow: standardWorkflow({}), form })
const cashier: Actor = { ...t.lead, permissions: new Set([...t.lead.permissions, WORK_ON_PAYMENTS]) }
const charged = async () => {
  const { caseId, number } = await t.send()
  const [charge] = await t.as(cashier, (ctx) => chargesOf(ctx, caseId))
  return { caseId, number, charge: charge! }
}
const inYear = (year: number, day = '01-01') => ({ now: new Date(`${year}-${day}T12:00:00Z`) })
const year = thursday.getUTCFullYear()

test('the years begin with the end of the year of the entry', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2025, max: 2090 }), fc.integer({ min: 0, max: 364 }), (entry, day) => {
      const on = new Date(Date.UTC(entry, 0, 1 + day)).toISOString().slice(0, 10)
      expect(on < oldestKept(`${entry + YEARS_OF_BOOKS}-12-31`)).toBe(false)
      expect(on < oldestKept(`${entry + YEARS_OF_BOOKS + 1}-01-01`)).toBe(true)
    }),
  ))

test('a case that is deleted leaves what was demanded and what came for it, until the years are over', async () => {
  const paid = await charged()
  const open = await charged()
  given(await t.as(cashier, (ctx) => payAtDesk(ctx, { id: paid.charge.id })))
  await t.as(undefined, (ctx) => deleteCases(ctx, [paid.caseId, open.caseId]))

  expect(await t.as(cashier, (ctx) => chargeById(ctx, paid.charge.id))).toMatchObject({ caseId: undefined, paidCents: 1_200 })
  expect(await t.as(cashier, (ctx) => paymentsOf(ctx, [paid.charge.id]))).toMatchObject([{ cents: 1_200, way: 'desk' }])
  const [still] = await t.as(cashier, (ctx) => openCharges(ctx, { limit: 5 }))
  expect(still).toMatchObject({ id: open.charge.id, number: open.number })
  given(await t.as(cashier, (ctx) => waiveCharge(ctx, { id: open.charge.id, reason: 'Verjährt' })))
  const events = await eventsOf(pool, t.town, { type: 'town', id: t.town.id })
  expect(events.find(({ kind }) => kind === 'charge.waived')).toMatchObject({ audience: 'internal', data: { number: open.number } })

  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS, '12-31'))).toBe(0)
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 1))).toBe(2)
  expect(await t.as(cashier, (ctx) => chargeById(ctx, paid.charge.id))).toBeUndefined()
  expect(await t.as(cashier, (ctx) => paymentsOf(ctx, [paid.charge.id]))).toEqual([])
})

test('a demand whose case is there stays, and one to which something came later', async () => {
  const there = await charged()
  const late = await charged()
  await t.as(undefined, (ctx) => deleteCases(ctx, [late.caseId]))
  given(await t.as(cashier, (ctx) => payAtDesk(ctx, { id: late.charge.id }), inYear(year + 2)))
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 1))).toBe(0)
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 3))).toBe(1)
  expect(await t.as(cashier, (ctx) => chargeById(ctx, there.charge.id))).toBeDefined()
})

test('what is still open stays, and to remit it is an entry of its own', async () => {
  const { caseId, charge } = await charged()
  await t.as(undefined, (ctx) => deleteCases(ctx, [caseId]))
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 1))).toBe(0)
  given(await t.as(cashier, (ctx) => waiveCharge(ctx, { id: charge.id, reason: 'Erlassen' }), inYear(year + 2)))
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 2))).toBe(0)
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 3))).toBe(1)
})

const came = (bookedOn: string) => {
  const id = newId()
  return { id, key: id, bookedOn, chargeId: undefined, way: 'transfer', cents: 1_200, payer: 'Konrad Zuse', words: 'Hundesteuer' } as const
}

test('what came for no demand goes with the books of its year: never matched, set aside and taken back', async () => {
  const { charge } = await charged()
  const last = `${year}-12-31`
  const [unmatched, aside, back, matched, newer] = [came(last), came(last), came(last), came(last), came(`${year + 1}-01-01`)]
  const all = [unmatched, aside, back, matched, newer]
  await t.as(cashier, async (ctx) => {
    await insertPayments(ctx, all)
    given(await setPaymentAside(ctx, { id: aside.id }))
    for (const { id } of [back, matched]) given(await assignPayment(ctx, { id, reference: charge.reference }))
    given(await takePaymentBack(ctx, { id: back.id }))
  })
  const left = async () => {
    const rows = await t.as(undefined, (ctx) =>
      ctx.db
        .selectFrom('services.payment')
        .select('id')
        .where(
          'id',
          'in',
          all.map(({ id }) => id),
        )
        .execute(),
    )
    return all.map(({ id }) => rows.some((row) => row.id === id))
  }
  await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS, '12-31'))
  expect(await left()).toEqual([true, true, true, true, true])
  expect(await t.as(undefined, forgetBooks, inYear(year + YEARS_OF_BOOKS + 1))).toBe(3)
  expect(await left()).toEqual([false, false, false, true, true])
})

test('more of them than one transaction takes go one page after the other', async () => {
  await t.as(undefined, (ctx) =>
    insertPayments(
      ctx,
      Array.from({ length: 201 }, () => came(`${year}-03-01`)),
    ),
  )
  const when = inYear(year + YEARS_OF_BOOKS + 1)
  expect(await t.as(undefined, forgetBooks, when)).toBe(200)
  expect(await t.as(undefined, forgetBooks, when)).toBe(1)
})
