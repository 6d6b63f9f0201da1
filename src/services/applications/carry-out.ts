import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { StepRefusal } from '#platform/process.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { acceptAssignment, endAssignment } from '../cases/assignment.sql.ts'
import type { Audience, Case } from '../cases/index.ts'
import { closeQuestions, insertMessage, openQuestions } from '../cases/message.sql.ts'
import { moveCase, tell } from '../cases/step.verbs.ts'
import { versionBy } from '../definitions/definition.sql.ts'
import { isFeeOpen } from '../payments/charge.verbs.ts'
import { type Facts, unmet } from '../workflows/guard.rules.ts'
import { type Guard, isEnd, outcomesOf, processOf, stateOf, stepsFrom, Workflow, type WorkflowStep } from '../workflows/workflow.rules.ts'
import { eventOfStep } from './application.events.ts'
import { type Application, applicationOf, changeApplication, insertStep, noteAnswer, stepsTaken, unitByCode } from './application.sql.ts'
import { approveDecision, decisionOf, insertDecision, returnDecision } from './decision.sql.ts'
import { decideByLaw } from './deemed.ts'
import { beginTasks, endTasks } from './entry-tasks.ts'
import { closeOpinions, insertOpinion, opinionsOf } from './opinion.sql.ts'
import { nextReminderOf } from './reminders/reminder.read.ts'
import type { ApplicationResult } from './result.rules.ts'
import { deadlinesAt, timeIsOver, timeOutOf } from './time.rules.ts'
import { waitsForIn } from './waiting.rules.ts'

/** A case with how it goes: the version of the workflow that it began with. */
export type Running = { case: Case; application: Application; workflow: Workflow }

export async function runningOf(ctx: Ctx, of: Case): Promise<Running | undefined> {
  const application = of.kind === 'application' ? await applicationOf(ctx, of.id) : undefined
  const version = application && (await versionBy(ctx, 'workflow', application.workflowId, application.workflowNumber))
  return application && version ? { case: of, application, workflow: Workflow.parse(version.content) } : undefined
}

/** What a step can bring with it. */
export type Given = { text?: string | undefined; reason?: string | undefined; outcome?: string | undefined; day?: string | undefined }
/** Who takes it: staff, a party, or the system by itself. */
export type By = { personId?: string | undefined; partyId?: string | undefined; role?: string | undefined }

export type GuardRefusal = `guard.${Guard['kind']}`
export type CarryRefusal = StepRefusal | GuardRefusal | 'reasonWrong' | 'outcomeMissing' | 'dayMissing' | 'dayInFuture'

/** What is known of a case for the guards of its steps. */
export async function guardFacts(ctx: Ctx, { case: it, application, workflow }: Running, personId: string | undefined): Promise<Facts> {
  const [taken, opinions, questions] = [
    await stepsTaken(ctx, it.id),
    await opinionsOf(ctx, it.id),
    await openQuestions(ctx, { caseId: it.id }),
  ]
  const now = ctx.now()
  const ends = deadlinesAt(workflow, it.state, taken, it.receivedAt, ctx.town)
  return {
    questionOpen: questions.length > 0,
    opinionsMissing: opinions
      .filter(({ required, givenAt, closedAt, dueAt }) => required && !givenAt && !closedAt && dueAt > now)
      .map(({ key }) => key),
    // A form is only taken with its documents; what is missing is asked for as a question.
    documentsMissing: questions.length > 0 ? ['question'] : [],
    feeOpen: await isFeeOpen(ctx, it.id),
    letterOut: application.letterOutOn !== undefined,
    takenBy: new Map(taken.map((one) => [one.step, one.personId])),
    deadlinesOver: new Set([...ends].filter(([, end]) => end <= now).map(([key]) => key)),
    personId,
  }
}

/** Takes a step of the workflow: guards, state, what follows from its event, what begins in the new state, and the event, in one transaction. */
export async function carryOut(
  ctx: Ctx,
  running: Running,
  step: WorkflowStep,
  given: Given,
  by: By,
): Promise<Result<Running, CarryRefusal>> {
  const { case: before, workflow } = running
  if (!step.from.includes(before.state)) return refuse('wrongState', { facts: { verb: step.key, state: before.state } })
  const [waits] = unmet(step, await guardFacts(ctx, running, by.personId))
  if (waits) return refuse(`guard.${waits.kind}` as GuardRefusal)
  const wrong = checkGiven(ctx, workflow, step, given)
  if (!wrong.ok) return wrong

  const moved = await moveCase(ctx, processOf(workflow), before, step.key, given, changesBy(ctx, running, step))
  if (!moved.ok) return moved
  const now = moved.value.case
  await insertStep(ctx, { caseId: now.id, step: step.key, from: before.state, to: now.state, personId: by.personId })
  if (step.event === 'replied') await noteAnswer(ctx, before)
  await followUp(ctx, now, step, given)
  if (step.event === 'deemed') await decideByLaw(ctx, now.id, workflow, step)
  const entered = now.state !== before.state
  if (entered) {
    await endTasks(ctx, now, before.state)
    await enter(ctx, { ...running, case: now })
  }
  await leaveTrace(ctx, before, now, step, given, by)
  return ok({ ...running, case: now, application: (await applicationOf(ctx, now.id))! })
}

function checkGiven(
  ctx: Ctx,
  workflow: Workflow,
  step: WorkflowStep,
  { reason, outcome, day }: Given,
): Result<true, 'reasonWrong' | 'outcomeMissing' | 'dayMissing' | 'dayInFuture'> {
  if (reason && !step.reasons.some(({ key }) => key === reason)) return refuse('reasonWrong', { field: 'reason' })
  if (step.needs.includes('decision') && !outcomesOf(workflow, step).some(({ key }) => key === outcome))
    return refuse('outcomeMissing', { field: 'outcome' })
  if (!step.needs.includes('letter')) return ok(true)
  if (!day) return refuse('dayMissing', { field: 'day' })
  return day <= dayIn(ctx.now(), ctx.town.timeZone) ? ok(true) : refuse('dayInFuture', { field: 'day' })
}

const changesBy = (ctx: Ctx, { case: before, workflow }: Running, step: WorkflowStep) => ({
  waitsFor: waitsAfter(workflow, before, step) ?? null,
  ...resultOf(workflow, step),
  // What is answered is due for nothing but its own end.
  ...(step.event === 'replied' ? endsWith(ctx, workflow, step) : {}),
  ...(step.event === 'reopened' ? { dueAt: timeIsOver(ctx.now(), { count: workflow.normDays, in: 'workingDays' }, ctx.town) } : {}),
})

const endsWith = (ctx: Ctx, workflow: Workflow, { to }: WorkflowStep) => {
  const dueAt = timeOutOf(stateOf(workflow, to) ?? {}, ctx.now(), ctx.town)
  return dueAt ? { dueAt } : {}
}

/** How it ended, in the words that retention and figures go by; states are named by each workflow as it likes. */
function resultOf(workflow: Workflow, { to, event }: WorkflowStep): { result?: ApplicationResult } {
  const state = stateOf(workflow, to)
  if (!state || !isEnd(state)) return {}
  return { result: event === 'withdrawn' ? 'withdrawn' : state.stage === 'done' ? 'done' : 'ended' }
}

/** Whom it waits for when the step is taken; a letter that left is not waited for in the same state. */
function waitsAfter(workflow: Workflow, before: Case, { to, event }: WorkflowStep) {
  const waits = waitsForIn(workflow, to === 'same' ? before.state : to === 'before' ? (before.beforeState ?? before.state) : to)
  return event === 'delivered' && waits === 'letter' ? undefined : waits
}

/** What the event of a step means beside the new state. */
async function followUp(ctx: Ctx, { id: caseId }: Case, { event }: WorkflowStep, { text, outcome, day }: Given): Promise<void> {
  if (event === 'accepted') await acceptAssignment(ctx, caseId)
  if (event === 'answered' || event === 'questionExpired') await closeQuestions(ctx, caseId)
  if (event === 'opinionsTimedOut') await closeOpinions(ctx, caseId)
  if (event === 'drafted' && outcome) await insertDecision(ctx, caseId, { outcome, reasons: text ?? '–' })
  if (event === 'returned' || event === 'approved') {
    const decision = await decisionOf(ctx, caseId)
    if (decision) await (event === 'approved' ? approveDecision : returnDecision)(ctx, caseId, decision.id)
  }
  if (event === 'delivered' && day) await changeApplication(ctx, caseId, { letter_out_on: day })
  // What is taken up again is decided and handed over anew.
  if (event === 'reopened') await changeApplication(ctx, caseId, { letter_out_on: null })
}

/** What begins, and what ends, when a case comes to a state. */
async function enter(ctx: Ctx, { case: it, workflow }: Running): Promise<void> {
  const state = stateOf(workflow, it.state)
  if (!state) throw new Error(`a workflow without its state ${it.state}`)
  if (isEnd(state)) {
    await endAssignment(ctx, it.id, 'ended')
    await closeQuestions(ctx, it.id)
    await closeOpinions(ctx, it.id)
  }
  await beginTasks(ctx, it, state)
  // What somebody else was asked beside the workflow goes on.
  if (state.opinions.length > 0) await closeOpinions(ctx, it.id, state.opinions)
  for (const key of state.opinions) {
    const opinion = workflow.opinions.find((one) => one.key === key)
    const unitId = opinion && (await unitByCode(ctx, opinion.unit))
    // A department that was closed since cannot be asked; the clerk sees that nobody was.
    if (!opinion || !unitId) continue
    const dueAt = timeIsOver(ctx.now(), { count: opinion.days, in: 'days' }, ctx.town)
    await insertOpinion(ctx, { id: newId(ctx.now().getTime()), caseId: it.id, key, unitId, required: opinion.required, dueAt })
  }
  const timeOutAt = timeOutOf(state, ctx.now(), ctx.town)
  await changeApplication(ctx, it.id, {
    state_since: ctx.now(),
    time_out_at: timeOutAt ?? null,
    remind_at: (await nextReminderOf(ctx, { case: it, workflow, application: { timeOutAt } })) ?? null,
    look_at: (await nextLook(ctx, it, workflow)) ?? null,
  })
}

/** When a legal deadline, or the time of an opinion, may let the system take a step of its own. */
export async function nextLook(ctx: Ctx, it: Case, workflow: Workflow): Promise<Date | undefined> {
  const own = stepsFrom(workflow, it.state).filter(({ who, guards }) => who.by === 'system' && guards.length > 0)
  const ends = own.some(({ guards }) => guards.some(({ kind }) => kind === 'deadlineOver'))
    ? [...deadlinesAt(workflow, it.state, await stepsTaken(ctx, it.id), it.receivedAt, ctx.town).values()]
    : []
  const opinions = own.some(({ guards }) => guards.some(({ kind }) => kind === 'opinionsIn'))
    ? (await opinionsOf(ctx, it.id)).filter(({ givenAt, closedAt }) => !givenAt && !closedAt).map(({ dueAt }) => dueAt)
    : []
  const moments = [...ends, ...opinions].map((at) => at.getTime()).filter((at) => at > ctx.now().getTime())
  return moments.length ? new Date(Math.min(...moments)) : undefined
}

/** The words of a step and its one event. */
async function leaveTrace(ctx: Ctx, before: Case, now: Case, step: WorkflowStep, { text, reason, day }: Given, by: By): Promise<void> {
  const audience: Audience = step.audience
  const kind = step.event === 'asked' ? 'question' : step.event === 'answered' ? 'answer' : audience === 'internal' ? 'note' : 'message'
  const unitId = by.partyId ? undefined : before.unitId
  const dueAt = step.event === 'asked' ? (await applicationOf(ctx, now.id))?.timeOutAt : undefined
  const messageId = text?.trim()
    ? await insertMessage(ctx, { caseId: now.id, kind, audience, text: text.trim(), partyId: by.partyId, unitId, dueAt })
    : undefined
  await tell(ctx, now, {
    event: eventOfStep[step.event],
    data: {
      from: before.state,
      to: now.state,
      step: step.key,
      ...(unitId ? { unitId } : {}),
      ...(by.partyId ? { partyId: by.partyId } : {}),
      ...(messageId ? { messageId } : {}),
      ...(reason ? { reason } : {}),
      ...(day ? { day } : {}),
    },
    about: unitId ? [{ type: 'organisation', id: unitId }] : [],
    shownTo: audience,
    ...(by.role ? { role: by.role } : {}),
  })
}

/** The system goes on by itself as far as its conditions are met; the proof leaves no circle of times, and this no other. */
export async function goOn(ctx: Ctx, running: Running): Promise<Running> {
  let here = running
  for (let steps = 0; steps < 5; steps++) {
    const facts = await guardFacts(ctx, here, undefined)
    const next = stepsFrom(here.workflow, here.case.state).find(
      (step) => step.who.by === 'system' && step.guards.length > 0 && unmet(step, facts).length === 0,
    )
    const done = next && (await carryOut(ctx, here, next, {}, { role: 'system' }))
    if (!done?.ok) return here
    here = done.value
  }
  return here
}
