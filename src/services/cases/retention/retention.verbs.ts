import { z } from 'zod'
import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Case } from '../case.rules.ts'
import { lockCase } from '../case.sql.ts'
import { readNumber } from '../number.rules.ts'
import { isPersonal, seesCase } from '../sight.ts'
import { insertHold, liftHold, openHold } from './hold.sql.ts'
import { retentionRules } from './kinds.ts'
import { retentionEvents } from './retention.events.ts'
import { checkOrder, type RetentionRule, type RuleInput } from './retention.rules.ts'
import { writeRule } from './rule.sql.ts'
import { insertRun } from './run.sql.ts'

export const SEE_RETENTION = 'retention.see'
export const MANAGE_RETENTION = 'retention.manage'
export const HOLD_CASES = 'retention.hold'
export const RUN_JOB = 'retention.run'

/** Changes a rule; it counts from the next run on. Refuses: `notAllowed`, `unknown`, `retentionOrder`, `retentionNotice`. */
export async function changeRule(
  ctx: Ctx,
  input: z.output<typeof RuleInput> & { kind: string; result: string },
): Promise<Result<RetentionRule>> {
  if (!may(ctx, MANAGE_RETENTION)) return refuse('notAllowed')
  const known = (await retentionRules(ctx)).find(({ kind, result }) => kind === input.kind && result === input.result)
  if (!known) return refuse('unknown')
  const order = checkOrder(input)
  if (!order.ok) return order
  await writeRule(ctx, input)
  const { kind, result, archiveDays, anonymiseDays, deleteDays } = input
  await record(ctx, retentionEvents.ruleChanged, {
    about: [{ type: 'town', id: ctx.town.id }],
    data: { kind, result, archiveDays, anonymiseDays, deleteDays },
  })
  return ok(input)
}

/** Starts a run now. Refuses: `notAllowed`, `retentionRunning`. */
export async function startRun(ctx: Ctx): Promise<Result<{ id: string }>> {
  if (!may(ctx, MANAGE_RETENTION)) return refuse('notAllowed')
  const id = await insertRun(ctx)
  if (!id) return refuse('retentionRunning')
  await record(ctx, retentionEvents.started, { about: [{ type: 'town', id: ctx.town.id }], data: {} })
  enqueue(ctx, RUN_JOB, {})
  return ok({ id })
}

export const HoldInput = z.object({ reason: z.string().trim().min(1).max(500), untilOn: z.iso.date() })

/** Nothing happens to the case until the day is over or the hold is lifted. Refuses: `notAllowed`, `unknown`, `dayPast`, `heldAlready`. */
export async function holdCase(ctx: Ctx, input: z.output<typeof HoldInput> & { number: string }): Promise<Result<{ number: string }>> {
  if (!may(ctx, HOLD_CASES)) return refuse('notAllowed')
  const it = await seenCase(ctx, input.number)
  if (!it) return refuse('unknown')
  if (input.untilOn < ctx.now().toISOString().slice(0, 10)) return refuse('dayPast', { field: 'untilOn' })
  const before = await openHold(ctx, it.id)
  if (before && before.untilOn >= ctx.now().toISOString().slice(0, 10)) return refuse('heldAlready')
  if (before) await liftHold(ctx, it.id)
  if (!(await insertHold(ctx, { id: newId(ctx.now().getTime()), caseId: it.id, reason: input.reason, untilOn: input.untilOn })))
    return refuse('heldAlready')
  await record(ctx, retentionEvents.held, { about: [{ type: 'case', id: it.id }], data: { number: it.number, day: input.untilOn } })
  return ok({ number: it.number })
}

/** A case that is personal is held by those alone who may see it. */
async function seenCase(ctx: Ctx, number: string): Promise<Case | undefined> {
  const it = await lockCase(ctx, { number: readNumber(number) ?? '' })
  return it && (!isPersonal(it.kind) || (await seesCase(ctx, it))) ? it : undefined
}

/** Refuses: `notAllowed`, `unknown`, `wrongState`. */
export async function releaseCase(ctx: Ctx, { number }: { number: string }): Promise<Result<{ number: string }>> {
  if (!may(ctx, HOLD_CASES)) return refuse('notAllowed')
  const it = await seenCase(ctx, number)
  if (!it) return refuse('unknown')
  if (!(await openHold(ctx, it.id))) return refuse('wrongState')
  await liftHold(ctx, it.id)
  await record(ctx, retentionEvents.released, { about: [{ type: 'case', id: it.id }], data: { number: it.number } })
  return ok({ number: it.number })
}
