import { endOfDay } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { acceptAssignment, endAssignment, offerCase } from '../cases/assignment.sql.ts'
import type { CaseChanges } from '../cases/case.sql.ts'
import { type Case, caseByNumber, readNumber } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { addPhotos } from '../cases/photo.ts'
import { moveCase, takeUp, tell } from '../cases/step.verbs.ts'
import { categoryBy } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { endTasksOf } from './contractor/end-task.ts'
import { answerUntil, dueAfter } from './due.rules.ts'
import { rejectedTwice } from './escalation/raise.ts'
import { nowWaits } from './escalation/wait.ts'
import { countAt } from './incident/incident.sql.ts'
import { closeAsked } from './incident/questions.sql.ts'
import { endClosing, openClosing } from './proof/closing.sql.ts'
import { reportProcess } from './report.rules.ts'
import { changeReport, type ReportChanges } from './report.sql.ts'
import { traceByHand } from './routing.run.ts'
import { checkRight, checkStep } from './work.checks.ts'
import { StepInput, type StepRefused, type Worked } from './work.rules.ts'
import { isStaffVerb, type StaffVerb, staffSteps } from './work.steps.ts'

type Given = ReturnType<typeof StepInput.parse>

/** One step of the state table by staff. `changedMeanwhile` has the facts who and when. */
export async function takeStep(ctx: Ctx, given: StepInput): Promise<Result<Worked, StepRefused>> {
  const input = StepInput.parse(given)
  const { verb } = input
  if (!isStaffVerb(verb)) return refuse('notAllowed')
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, input.version)
  if (!taken.ok) return taken
  const before = taken.value
  const right = await checkRight(ctx, before, verb)
  if (!right.ok) return right
  const category = (await categoryBy(ctx, before.typeId))!
  const checks = await checkStep(ctx, before, verb, input)
  if (!checks.ok) return checks
  const asked = verb === 'ask' ? await askedOf(ctx, before, input.to) : ok({ of: undefined, shared: false })
  if (!asked.ok) return asked
  const proof = input.photos.length > 0 || input.noPhotoReason !== undefined || category.proof === 'signoff' ? true : undefined

  const moved = await moveCase(ctx, reportProcess, before, verb, { ...input, proof }, changesBy(ctx, before, verb, input, category))
  if (!moved.ok) return moved
  const changes = reportChangesBy(verb, input)
  if (changes) ctx.soon(changeReport(ctx, before.id, changes))
  await keepAssignment(ctx, verb, input, before, category)
  if (verb === 'finish') ctx.soon(openClosing(ctx, before.id, ctx.now()))
  if (verb === 'reopen') ctx.soon(endClosing(ctx, before.id, 'staff'))
  if (verb === 'turnDown') ctx.soon(endClosing(ctx, before.id, 'turnedDown'))
  await keepWaiting(ctx, verb, input, before, moved.value.case)
  if (verb === 'finish' || verb === 'end') await endTasksOf(ctx, before, 'ended')
  if (verb === 'handOn' || verb === 'unroute') await endTasksOf(ctx, before, 'takenBack')
  const photos = await leaveTrace(ctx, verb, input, before, moved.value.case, asked.value)
  if (!photos.ok) return photos
  const { id: caseId, number, state, version } = moved.value.case
  return ok({ caseId, number, state, version })
}

/** Whose parties are meant: of one member (`of`), of all (`shared`), or of the report alone. */
export type Asked = { of: Case | undefined; shared: boolean }

export async function askedOf(ctx: Ctx, head: Case, to: string | undefined): Promise<Result<Asked, 'noMember'>> {
  const number = to ? readNumber(to) : undefined
  if (number === undefined) return ok({ of: undefined, shared: (await countAt(ctx, head.id)) > 0 })
  if (number === head.number) return ok({ of: undefined, shared: false })
  const it = await caseByNumber(ctx, number)
  return it?.incidentId === head.id ? ok({ of: it, shared: false }) : refuse('noMember', { field: 'to' })
}

function changesBy(ctx: Ctx, before: Case, verb: StaffVerb, input: Given, category: Category): CaseChanges {
  if (verb === 'route') return { unitId: input.unitId!, assigneeId: null }
  if (verb === 'unroute' || verb === 'handOn') return { unitId: null, assigneeId: null }
  if (verb === 'reopen') return { dueAt: dueAfter(ctx.now(), category.deadlineDays, ctx.town) }
  if (verb === 'end') return { result: input.reason! }
  // It was done when it was done: the decision moves no day that others count from.
  if (verb === 'turnDown' && before.closedAt) return { closedAt: before.closedAt }
  return verb === 'finish' && input.photos.length > 0 ? { hasPhoto: true } : {}
}

function reportChangesBy(verb: StaffVerb, input: Given): ReportChanges | undefined {
  if (verb === 'plan') return { planned_for: input.date! }
  if (verb === 'end') return { end_reason: input.reason! }
  if (verb === 'reopen') return { end_reason: null, planned_for: null }
  return undefined
}

async function keepAssignment(ctx: Ctx, verb: StaffVerb, input: Given, of: Case, category: Category): Promise<void> {
  if (verb === 'route') {
    const trace = await traceByHand(ctx, of, category, input.unitId!)
    await offerCase(ctx, of.id, { unitId: input.unitId!, reason: input.text, trace })
  }
  if (verb === 'accept') ctx.soon(acceptAssignment(ctx, of.id))
  if (verb === 'handOn') ctx.soon(endAssignment(ctx, of.id, 'rejected', input.reason))
  if (verb === 'unroute' || verb === 'finish' || verb === 'end') ctx.soon(endAssignment(ctx, of.id, 'ended'))
  if (verb === 'stopWaiting' || verb === 'finish' || verb === 'end') ctx.soon(closeAsked(ctx, of))
}

/** Whoever acts stops what was told too late; a planned day counts from then on, and the second no goes to the lead. */
async function keepWaiting(ctx: Ctx, verb: StaffVerb, input: Given, before: Case, now: Case): Promise<void> {
  if (verb === 'handOn' && (await rejectedTwice(ctx, now, before.unitId))) return
  const planned = verb === 'plan' && input.date ? endOfDay(input.date, ctx.town.timeZone) : undefined
  await nowWaits(ctx, now, planned ? { since: planned } : {})
}

/** The words of the step, its one event, and the photos that came with it. */
async function leaveTrace(ctx: Ctx, verb: StaffVerb, input: Given, before: Case, now: Case, { of, shared }: Asked) {
  const { event, words } = staffSteps[verb]
  const audience = words === 'note' ? 'internal' : words === 'public' && now.published ? 'public' : 'parties'
  const unitId = before.unitId ?? ctx.actor.unitIds[0]
  const messageId = input.text
    ? await insertMessage(ctx, {
        caseId: of?.id ?? now.id,
        kind: words,
        audience,
        text: input.text,
        unitId,
        ...(verb === 'ask' ? { dueAt: answerUntil(ctx.now()), shared } : {}),
      })
    : undefined
  const reason = input.reason ?? (verb === 'finish' ? input.noPhotoReason : undefined)
  const eventId = await tell(ctx, of ?? now, {
    event,
    data: {
      from: before.state,
      to: now.state,
      ...(unitId ? { unitId } : {}),
      ...(verb === 'route' ? { toUnitId: input.unitId } : {}),
      ...(messageId ? { messageId } : {}),
      ...(reason ? { reason } : {}),
      ...(verb === 'plan' ? { day: input.date } : {}),
      ...(verb === 'ask' && shared ? { shared } : {}),
    },
    about: [
      ...[...new Set([unitId, verb === 'route' ? input.unitId : undefined])].flatMap((id) => (id ? [{ type: 'organisation', id }] : [])),
      ...(of ? [{ type: 'case', id: now.id }] : []),
    ],
  })
  return await addPhotos(ctx, now, input.photos, {
    role: verb === 'finish' ? 'after' : 'answer',
    audience: words === 'note' ? 'internal' : words === 'public' ? 'public' : 'parties',
    eventId,
  })
}
