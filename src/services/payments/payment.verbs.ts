import { record } from '#core/memory/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Charge, openCents } from './charge.rules.ts'
import { lockCharge } from './charge.sql.ts'
import { addUp, WORK_ON_PAYMENTS } from './charge.verbs.ts'
import { paymentSetAside } from './payment.events.ts'
import type { Payment } from './payment.rules.ts'
import { changePayment, insertPayments, lockPayment } from './payment.sql.ts'

type Refused = 'notAllowed' | 'unknown'

/** What is open was paid over the counter. */
export async function payAtDesk(ctx: Ctx, { id }: { id: string }): Promise<Result<Charge, Refused | 'nothingOpen'>> {
  if (!may(ctx, WORK_ON_PAYMENTS)) return refuse('notAllowed')
  const charge = await lockCharge(ctx, { id })
  if (!charge) return refuse('unknown')
  const cents = openCents(charge)
  if (cents === 0) return refuse('nothingOpen')
  const paymentId = newId(ctx.now().getTime())
  const bookedOn = dayIn(ctx.now(), ctx.town.timeZone)
  await insertPayments(ctx, [{ id: paymentId, chargeId: id, way: 'desk', cents, bookedOn, payer: '', words: '', key: `desk/${paymentId}` }])
  return ok(await addUp(ctx, charge))
}

/** Says what a payment is for, by the reference of the charge. */
export async function assignPayment(
  ctx: Ctx,
  { id, reference }: { id: string; reference: string },
): Promise<Result<Charge, Refused | 'referenceUnknown' | 'assignedMeanwhile'>> {
  if (!may(ctx, WORK_ON_PAYMENTS)) return refuse('notAllowed')
  const payment = await lockPayment(ctx, id)
  if (!payment) return refuse('unknown')
  const charge = await lockCharge(ctx, { reference: reference.toUpperCase().replace(/[^0-9A-Z]/g, '') })
  if (!charge) return refuse('referenceUnknown', { field: 'reference' })
  if (payment.chargeId === charge.id) return ok(charge)
  if (payment.chargeId) return refuse('assignedMeanwhile')
  await changePayment(ctx, id, { charge_id: charge.id, set_aside_at: null })
  return ok(await addUp(ctx, charge))
}

/** Takes a payment away from its charge: it waits again for somebody who knows what it is for. */
export async function takePaymentBack(ctx: Ctx, { id }: { id: string }): Promise<Result<Payment, Refused | 'notATransfer'>> {
  if (!may(ctx, WORK_ON_PAYMENTS)) return refuse('notAllowed')
  const payment = await lockPayment(ctx, id)
  if (!payment) return refuse('unknown')
  if (payment.way !== 'transfer') return refuse('notATransfer')
  const charge = payment.chargeId ? await lockCharge(ctx, { id: payment.chargeId }) : undefined
  if (!charge) return ok(payment)
  await changePayment(ctx, id, { charge_id: null })
  await addUp(ctx, charge)
  return ok({ ...payment, chargeId: undefined })
}

/** Money of another office, or not ours: it leaves the list and can be looked up in the bank's files. */
export async function setPaymentAside(ctx: Ctx, { id }: { id: string }): Promise<Result<Payment, Refused | 'assignedMeanwhile'>> {
  if (!may(ctx, WORK_ON_PAYMENTS)) return refuse('notAllowed')
  const payment = await lockPayment(ctx, id)
  if (!payment) return refuse('unknown')
  if (payment.chargeId) return refuse('assignedMeanwhile')
  await changePayment(ctx, id, { set_aside_at: ctx.now() })
  await record(ctx, paymentSetAside, { about: [{ type: 'payment', id }], data: {} })
  return ok(payment)
}
