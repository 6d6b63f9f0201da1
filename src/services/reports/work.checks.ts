import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Case, unitBy } from '../cases/index.ts'
import { checkWork } from '../cases/step.verbs.ts'
import { lastClosing } from './proof/closing.sql.ts'
import { reportProcess, staffEndReasons } from './report.rules.ts'
import { handOnReasons, reopenReasons, type StepInput, type StepRefused } from './work.rules.ts'
import type { StaffVerb } from './work.steps.ts'

/** Work on cases of the own units; who routes, on all. */
export const workRights = { own: 'report.work', all: 'report.route' }

/** Who turns an objection down leads the unit whose work it is, or the office above. */
const decidingRights = { own: 'report.decideObjection' }

export async function checkRight(ctx: Ctx, of: Case, verb: StaffVerb): Promise<Result<true, 'notAllowed' | 'notYourUnit'>> {
  const permission = reportProcess.steps[verb].may
  if (permission === workRights.own) return await checkWork(ctx, of, workRights)
  if (permission === decidingRights.own) return await checkWork(ctx, of, decidingRights)
  return may(ctx, permission) ? ok(true) : refuse('notAllowed')
}

const reasons: Partial<Record<StaffVerb, readonly string[]>> = {
  // Who finds that a report was there before merges it: then its reporter hears how it goes on.
  end: staffEndReasons,
  handOn: handOnReasons,
  reopen: reopenReasons,
}

/** Checks what the state table cannot know: does the reason fit, is the day to come, is there such a unit. */
export async function checkStep(ctx: Ctx, of: Case, verb: StaffVerb, input: StepInput): Promise<Result<true, StepRefused>> {
  if (input.reason && reasons[verb] && !reasons[verb].includes(input.reason)) return refuse('reasonWrong', { field: 'reason' })
  if (verb === 'plan' && input.date && input.date < today(ctx)) return refuse('datePast', { field: 'date' })
  if (verb === 'turnDown' && of.state === 'done' && (await lastClosing(ctx, of.id))?.outcome !== 'lead') return refuse('noObjectionWaits')
  if (verb === 'route') {
    if (!input.unitId) return refuse('unitMissing', { field: 'unitId' })
    if (!(await unitBy(ctx, input.unitId))) return refuse('unitUnknown', { field: 'unitId' })
  }
  return ok(true)
}

/** The day it is in the town. */
export const today = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)
