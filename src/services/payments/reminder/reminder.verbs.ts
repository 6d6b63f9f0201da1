import { record } from '#core/memory/index.ts'
import { addDays, dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { openCents } from '../charge.rules.ts'
import { changeCharge } from '../charge.sql.ts'
import { MANAGE_PAYMENTS } from '../online/setting.verbs.ts'
import { chargeEvents, remindersSet } from '../payment.events.ts'
import { putRemindAfter, remindAfter, toRemind } from './reminder.sql.ts'

/** After how many days payers are reminded from now on; 0: never. */
export async function setReminders(ctx: Ctx, { days }: { days: number }): Promise<Result<true, 'notAllowed'>> {
  if (!may(ctx, MANAGE_PAYMENTS)) return refuse('notAllowed')
  if ((await remindAfter(ctx)) === days) return ok(true)
  await putRemindAfter(ctx, days)
  await record(ctx, remindersSet, { about: [{ type: 'town', id: ctx.town.id }], data: { days } })
  return ok(true)
}

const PAGE = 100

/** Reminds of what is overdue, each charge once. It is a friendly word: no dunning (Mahnung), no fee. True while there may be more. */
export async function remindOverdue(ctx: Ctx): Promise<boolean> {
  const days = await remindAfter(ctx)
  if (days === 0) return false
  const ids = await toRemind(ctx, addDays(dayIn(ctx.now(), ctx.town.timeZone), -days), PAGE)
  for (const id of ids) {
    const charge = await changeCharge(ctx, id, { reminded_at: ctx.now() })
    const it = charge.caseId ? await caseById(ctx, charge.caseId) : undefined
    if (!it) continue
    const data = { chargeId: id, cents: openCents(charge), day: charge.dueOn }
    await tell(ctx, it, { event: chargeEvents.reminded, data, role: 'system', shownTo: 'parties' })
  }
  return ids.length === PAGE
}
