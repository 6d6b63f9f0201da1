import { record } from '#core/memory/index.ts'
import { addDays, dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { type Case, caseById } from '../cases/index.ts'
import { type Telling, tell } from '../cases/step.verbs.ts'
import { type Charge, DUE_DAYS, MOST_CHARGES, openCents, overCents, owedCents } from './charge.rules.ts'
import { changeCharge, chargesOf, insertCharge, lockCharge, lockChargesOf } from './charge.sql.ts'
import { chargeEvents } from './payment.events.ts'
import { sumOf } from './payment.sql.ts'
import { caseNumberIn, referenceFor } from './reference.rules.ts'

/** Sees and works on what is to be paid and what came, of all cases. */
export const WORK_ON_PAYMENTS = 'payment.work'

/** Demands money for a case, which the caller holds. Not a right of its own: it follows from a form with a fee, or from a letter. */
export async function demand(
  ctx: Ctx,
  it: Case,
  { cents, reason, dueOn }: { cents: number; reason: string; dueOn?: string | undefined },
): Promise<Result<Charge, 'tooManyCharges'>> {
  const before = await chargesOf(ctx, it.id)
  if (before.length >= MOST_CHARGES) return refuse('tooManyCharges')
  const charge = {
    id: newId(ctx.now().getTime()),
    caseId: it.id,
    reason: reason.slice(0, 140),
    cents,
    reference: referenceFor(it.number, before.length + 1),
    demandedAt: ctx.now(),
    dueOn: dueOn ?? addDays(dayIn(ctx.now(), ctx.town.timeZone), DUE_DAYS),
    paidCents: 0,
    settledAt: undefined,
    waivedAt: undefined,
    waivedReason: undefined,
    remindedAt: undefined,
  }
  await insertCharge(ctx, charge)
  await tell(ctx, it, {
    event: chargeEvents.demanded,
    data: { chargeId: charge.id, cents, day: charge.dueOn },
    role: 'system',
    shownTo: 'parties',
  })
  return ok(charge)
}

/**
 * What a form costs, after it was sent, or sent again with other answers, by a caller who holds the case. What was paid counts, on the charge
 * it came to; what is open there is not demanded any more, and the rest is demanded anew. What was paid beyond that is overpaid.
 */
export async function demandFee(ctx: Ctx, it: Case, { cents, reason }: { cents: number; reason: string }): Promise<void> {
  const before = await lockChargesOf(ctx, it.id)
  const owed = before.reduce((sum, one) => sum + owedCents(one), 0)
  if (owed === cents && before.every((one) => overCents(one) === 0)) return
  const locale = ctx.town.locales[0] ?? 'de'
  let missing = cents
  for (const { id, paidCents, settledAt, waivedAt, waivedReason } of before) {
    const counted = Math.min(missing, Math.max(0, paidCents))
    missing -= counted
    const notWaived = settledAt ? {} : { waived_at: null, waived_by: null, waived_reason: null }
    const counts = { cents: counted, settled_at: settledAt ?? ctx.now(), ...notWaived }
    const reasonToWaive = waivedReason ?? textIn(locale, 'payments.waived.changed')
    const waived = { settled_at: null, waived_at: waivedAt ?? ctx.now(), waived_reason: reasonToWaive }
    await changeCharge(ctx, id, counted > 0 ? counts : waived)
  }
  const demanded = missing > 0 ? await demand(ctx, it, { cents: missing, reason }) : undefined
  // Nothing of this counts then: else a fee could be changed away.
  if (demanded && !demanded.ok) throw new AppError('conflict', demanded.refusal.code)
}

/** Whether something of a case is still to be paid: what a workflow's guard asks. */
export const isFeeOpen = async (ctx: Ctx, caseId: string): Promise<boolean> =>
  (await chargesOf(ctx, caseId)).some((one) => openCents(one) > 0)

/** What is open is not demanded any more (Erlass, Niederschlagung); what was paid before stays owed. Again it changes nothing. */
export async function waiveCharge(
  ctx: Ctx,
  { id, reason }: { id: string; reason: string },
): Promise<Result<Charge, 'notAllowed' | 'unknown' | 'nothingOpen'>> {
  if (!may(ctx, WORK_ON_PAYMENTS)) return refuse('notAllowed')
  const charge = await lockCharge(ctx, { id })
  if (!charge) return refuse('unknown')
  if (charge.waivedAt) return ok(charge)
  if (openCents(charge) === 0) return refuse('nothingOpen')
  const waived = { waived_at: ctx.now(), waived_by: ctx.actor.personId ?? null, waived_reason: reason }
  const part = charge.paidCents > 0 ? { cents: charge.paidCents, settled_at: ctx.now() } : {}
  const done = await changeCharge(ctx, id, { ...waived, ...part })
  await tellOf(ctx, charge, {
    event: chargeEvents.waived,
    data: { chargeId: id, cents: openCents(charge) },
    role: 'staff',
    shownTo: 'parties',
  })
  return ok(done)
}

/** Adds up a charge that is held, after a payment came to it or went from it, and says so once. */
export async function addUp(ctx: Ctx, before: Charge): Promise<Charge> {
  const paid = await sumOf(ctx, before.id)
  // What comes for a demand that was waived does not settle it: it is too much.
  const isSettled = before.waivedAt ? before.settledAt !== undefined : paid >= before.cents
  const done = await changeCharge(ctx, before.id, {
    paid_cents: paid,
    settled_at: isSettled ? (before.settledAt ?? ctx.now()) : null,
  })
  if (paid === before.paidCents) return done
  const [event, shownTo] =
    isSettled && !before.settledAt
      ? ([chargeEvents.settled, 'parties'] as const)
      : paid > before.paidCents
        ? ([chargeEvents.paid, 'parties'] as const)
        : ([chargeEvents.reopened, 'internal'] as const)
  await tellOf(ctx, before, { event, data: { chargeId: before.id, cents: paid - before.paidCents }, role: 'system', shownTo })
  return done
}

/** One event of the case; where it was deleted, of the town, by the number that stands in the reference. */
async function tellOf(ctx: Ctx, { caseId, reference }: Charge, telling: Telling): Promise<void> {
  const it = caseId ? await caseById(ctx, caseId) : undefined
  if (it) return void (await tell(ctx, it, telling))
  const { event, data, role } = telling
  await record(ctx, event, {
    about: [{ type: 'town', id: ctx.town.id }],
    data: { number: caseNumberIn(reference), ...data },
    shownTo: 'internal',
    ...(role ? { role } : {}),
  })
}
