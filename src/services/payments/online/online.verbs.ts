import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { openCents } from '../charge.rules.ts'
import { lockCharge } from '../charge.sql.ts'
import { addUp } from '../charge.verbs.ts'
import { onlineBegun } from '../payment.events.ts'
import { insertPayments } from '../payment.sql.ts'
import { type Attempt, isGood } from './attempt.rules.ts'
import { attemptBy, attemptsOf, changeAttempt, insertAttempt } from './online.sql.ts'
import type { Begun, OnlineState } from './provider.rules.ts'

/**
 * What is open of a charge is to be paid online. Twice in ten minutes leads to the same page, so that nobody pays twice by pressing twice.
 * The caller asks the provider when this transaction is over, and keeps its answer with `keepBegun`.
 */
export async function beginOnline(
  ctx: Ctx,
  { chargeId, caseId }: { chargeId: string; caseId: string },
): Promise<Result<Attempt & { words: string }, 'unknown' | 'nothingOpen'>> {
  const charge = await lockCharge(ctx, { id: chargeId })
  if (!charge || charge.caseId !== caseId) return refuse('unknown')
  const cents = openCents(charge)
  if (cents === 0) return refuse('nothingOpen')
  const words = `${charge.reference} ${charge.reason}`.slice(0, 140)
  const [last] = await attemptsOf(ctx, [chargeId])
  if (last && last.cents === cents && isGood(last, ctx.now()) && (last.state === 'open' || last.state === 'begun'))
    return ok({ ...last, words })
  const id = newId(ctx.now().getTime())
  await insertAttempt(ctx, { id, chargeId, cents })
  const it = await caseById(ctx, caseId)
  if (it) await tell(ctx, it, { event: onlineBegun, data: { chargeId, cents }, role: 'applicant', shownTo: 'internal' })
  return ok({ id, chargeId, cents, words, providerId: undefined, payAt: undefined, state: 'begun', startedAt: ctx.now() })
}

export async function keepBegun(ctx: Ctx, id: string, { providerId, payAt }: Begun): Promise<void> {
  const attempt = await attemptBy(ctx, id, { hold: true })
  if (attempt?.state === 'begun') await changeAttempt(ctx, id, { provider_id: providerId, pay_at: payAt, state: 'open' })
}

/**
 * What the provider said of an attempt: paid ones become a payment of the charge, once, of as much as was paid. One that it does not know is
 * not asked for any more, unless the provider speaks of it: a person looks where the money went.
 */
export async function keepLook(ctx: Ctx, id: string, { state, cents }: { state: OnlineState; cents: number }): Promise<void> {
  const attempt = await attemptBy(ctx, id, { hold: true })
  if (!attempt || attempt.state === 'paid') return
  await changeAttempt(ctx, id, { state, looked_at: ctx.now() })
  if (state !== 'paid') return
  const charge = await lockCharge(ctx, { id: attempt.chargeId })
  if (!charge) return
  await insertPayments(ctx, [
    {
      id: newId(ctx.now().getTime()),
      chargeId: charge.id,
      way: 'online',
      cents,
      bookedOn: dayIn(ctx.now(), ctx.town.timeZone),
      payer: '',
      words: attempt.providerId ?? '',
      key: `online/${id}`,
    },
  ])
  await addUp(ctx, charge)
}
