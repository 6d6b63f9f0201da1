import type { z } from 'zod'
import { record } from '#core/memory/index.ts'
import { assetById } from '#core/places/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { step } from '#platform/process.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { addTask, type Case, caseById, tickTask, workingUnits } from '../../cases/index.ts'
import { workRights } from '../work.checks.ts'
import { rootCauseEvents } from './root-cause.events.ts'
import { type Acceptance, type Dismissal, type Progress, type RootCause, type RootCauseVerb, rootCauseProcess } from './root-cause.rules.ts'
import { changeRootCause, lockRootCause, type RootCauseChanges } from './root-cause.sql.ts'

type Of = { number: string }
type Refused =
  | 'unknown'
  | 'notAllowed'
  | 'notYourUnit'
  | 'wrongState'
  | 'reasonMissing'
  | 'textMissing'
  | 'findingsMissing'
  | 'rootCauseChanged'
  | 'dayNotPossibleForTask'
  | 'personUnknown'
  | 'unitUnknown'
  | 'tooManyTasks'
  | 'inIncident'
type Done = Result<RootCause, Refused>

/** A lead wants to know the cause: a question, and a task with a day for whoever looks for it. */
export async function acceptRootCause(ctx: Ctx, input: z.output<typeof Acceptance> & Of): Promise<Done> {
  const found = await take(ctx, input.number, 'accept', {})
  if (!found.ok) return found
  const it = found.value
  const asset = await assetById(ctx, it.assetId)
  const last = await standsAt(ctx, it.lastCaseId)
  if (!asset || !last) return refuse('unknown')
  const { days, dueOn, who } = input
  const title = textIn('de', 'rootCause.task', { thing: asset.name ?? asset.number, number: it.number })
  const task = await addTask(ctx, { number: last.number, title, note: input.question, days, dueOn, who })
  if (!task.ok) return task.refusal.code === 'notAllowed' || task.refusal.code === 'notYourUnit' ? refuse('notYourUnit') : task
  return await change(ctx, it, 'accept', { question: input.question, due_on: task.value.dueOn, task_id: task.value.id })
}

/** The case of the repair that asked, or the one it was joined to meanwhile: there the work goes on. */
async function standsAt(ctx: Ctx, caseId: string | undefined): Promise<Case | undefined> {
  const found = caseId ? await caseById(ctx, caseId) : undefined
  return found?.incidentId ? await caseById(ctx, found.incidentId) : found
}

/** It is no riddle, or not worth it. Comes again only after another repair. */
export async function dismissRootCause(ctx: Ctx, input: z.output<typeof Dismissal> & Of): Promise<Done> {
  const found = await take(ctx, input.number, 'dismiss', { reason: input.reason })
  if (!found.ok) return found
  return await change(ctx, found.value, 'dismiss', { reason: input.reason, ended_at: ctx.now() })
}

/** What was found and what is done about it; `decide` needs both, `close` ends the search and its task. */
export async function workOnRootCause(ctx: Ctx, input: z.output<typeof Progress> & Of): Promise<Done> {
  const verb: RootCauseVerb = input.step
  const found = await take(ctx, input.number, verb, { text: input.measure })
  if (!found.ok) return found.refusal.code === 'textMissing' ? refuse('textMissing', { field: 'measure' }) : found
  const it = found.value
  if (input.version !== undefined && input.version !== it.version) return refuse('rootCauseChanged')
  if (verb !== 'note' && !input.findings) return refuse('findingsMissing', { field: 'findings' })
  if (verb === 'close' && it.taskId) await tickTask(ctx, { id: it.taskId, open: false })
  const { findings, measure } = input
  return await change(ctx, it, verb, { findings, measure, ...(verb === 'close' ? { ended_at: ctx.now() } : {}) })
}

/** Held for this transaction, if the step can be taken and the actor may. */
async function take(ctx: Ctx, number: string, verb: RootCauseVerb, given: { reason?: string; text?: string }): Promise<Done> {
  const it = await lockRootCause(ctx, number)
  if (!it) return refuse('unknown')
  if (!may(ctx, rootCauseProcess.steps[verb].may)) return refuse('notAllowed')
  if (!may(ctx, workRights.all) && !(it.unitId && (await workingUnits(ctx)).includes(it.unitId))) return refuse('notYourUnit')
  const next = step(rootCauseProcess, verb, { state: it.state }, given)
  if (!next.ok) {
    const { code } = next.refusal
    return code === 'proofMissing' || code === 'dateMissing' ? refuse('wrongState') : refuse(code, next.refusal)
  }
  return ok({ ...it, state: next.value.to })
}

async function change(ctx: Ctx, it: RootCause, verb: RootCauseVerb, changes: RootCauseChanges): Promise<Done> {
  await changeRootCause(ctx, it.id, { ...changes, state: it.state })
  await record(ctx, rootCauseEvents[verb], {
    about: [
      { type: 'rootCause', id: it.id },
      { type: 'asset', id: it.assetId },
    ],
    data: { number: it.number, ...(it.unitId ? { unitId: it.unitId } : {}) },
  })
  return ok(it)
}
