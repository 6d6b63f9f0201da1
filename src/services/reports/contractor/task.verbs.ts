import type { z } from 'zod'
import { handOver } from '#core/files/index.ts'
import { organisationById } from '#core/organisations/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Locale } from '#platform/text.ts'
import { type Case, caseByNumber, casesById, readNumber } from '../../cases/index.ts'
import { insertMessage } from '../../cases/message.sql.ts'
import { checkWork, moveCase, takeUp, tell } from '../../cases/step.verbs.ts'
import { nowWaits } from '../escalation/wait.ts'
import { lockStanding, standingOf, togetherWith } from '../incident/standing.ts'
import { withoutHidden } from '../moderation/hidden-photos.ts'
import { reportEvents } from '../report.events.ts'
import { reportProcess } from '../report.rules.ts'
import { takeStep } from '../step.verbs.ts'
import { workRights } from '../work.checks.ts'
import type { StepRefused, Worked } from '../work.rules.ts'
import { photosOfTask, takePhotos } from './photo.sql.ts'
import { taskEvents } from './task.events.ts'
import { taskPath } from './task.link.ts'
import { type HandOut, isExpired, isOpen, type Renewed, type Task, toApprove } from './task.rules.ts'
import { changeTask, insertTask, lastTurns, prolongTask, taskById, tasksOf } from './task.sql.ts'

type Refused = StepRefused | 'firmMissing' | 'firmUnknown' | 'emailMissing' | 'taskOpen'
/** As many as come with one step. */
const MOST_PHOTOS = 5

/** A firm gets the work: the report goes on to `forwarded`, the firm gets a mail with its link. */
export async function handToFirm(ctx: Ctx, input: HandOut): Promise<Result<Task, Refused>> {
  const it = await toWorkOn(ctx, input.number)
  if (!it.ok) return it
  const firm = await firmOf(ctx, input)
  if (!firm.ok) return firm
  if (!input.text) return refuse('textMissing', { field: 'text' })
  const open = (await tasksOf(ctx, await togetherWith(ctx, it.value))).filter(isOpen)
  if (open.some((task) => !isExpired(task, ctx.now()))) return refuse('taskOpen')
  const ranOut = open.find(({ caseId }) => caseId === it.value.id)
  if (ranOut) await changeTask(ctx, ranOut.id, 'takenBack')
  let now = it.value
  if (now.state !== 'forwarded') {
    // What is written to the firm is for the firm; the public reads that one was engaged.
    const moved = await moveCase(ctx, reportProcess, it.value, 'handOut', { text: input.text })
    if (!moved.ok) return refuse('wrongState')
    now = moved.value.case
    await tell(ctx, now, {
      event: reportEvents.handedOut,
      data: { from: moved.value.from, to: moved.value.to, ...unitOf(it.value) },
    })
  }
  await nowWaits(ctx, now)
  const task: Task = {
    id: newId(ctx.now().getTime()),
    caseId: it.value.id,
    ...firm.value,
    locale: input.locale,
    words: input.text,
    state: 'sent',
    sentAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + input.days * DAY_MS),
    endedAt: undefined,
    runOutAt: undefined,
  }
  await insertTask(ctx, task)
  await tell(ctx, it.value, { event: taskEvents.sent, data: { taskId: task.id, ...unitOf(it.value) } })
  await mailTo(ctx, {
    email: task.email,
    locale: task.locale,
    text: 'contractor.mail.sent',
    params: { title: it.value.title, place: it.value.placeLabel, words: task.words },
    link: { text: 'contractor.mail.open', path: taskPath(ctx.town.id, task.id) },
  })
  return ok(task)
}

const unitOf = ({ unitId }: Case) => (unitId ? { unitId } : {})

async function firmOf(
  ctx: Ctx,
  { organisationId, name, email }: HandOut,
): Promise<Result<Pick<Task, 'organisationId' | 'name' | 'email'>, 'firmMissing' | 'firmUnknown' | 'emailMissing'>> {
  if (!organisationId && !email) return refuse('firmMissing', { field: 'organisationId' })
  if (!organisationId) return ok({ organisationId: undefined, name: name || email, email: email.toLowerCase() })
  const firm = await organisationById(ctx, organisationId)
  if (firm?.kind !== 'contractor') return refuse('firmUnknown', { field: 'organisationId' })
  const address = email || firm.email
  if (!address) return refuse('emailMissing', { field: 'email' })
  return ok({ organisationId, name: firm.name, email: address.toLowerCase() })
}

async function toWorkOn(
  ctx: Ctx,
  number: string,
): Promise<Result<Case, 'unknown' | 'notAllowed' | 'notYourUnit' | 'changedMeanwhile' | 'inIncident'>> {
  const taken = await takeUp(ctx, { number: readNumber(number) ?? '' }, undefined)
  if (!taken.ok) return taken
  const right = await checkWork(ctx, taken.value, workRights)
  return right.ok ? taken : right
}

type OfTask = { number: string; taskId: string }

/**
 * A task with its report, both held. Named by the report that goes on: the orders of those that rest at it are looked after there,
 * while each stays with its own report.
 */
async function taskOfCase(ctx: Ctx, { number, taskId }: OfTask): Promise<Result<{ it: Case; task: Task }, StepRefused>> {
  const known = await taskById(ctx, taskId)
  const held = known && (await lockStanding(ctx, known.caseId))
  const task = held && (await taskById(ctx, taskId))
  if (!task || ![held.own.number, held.head.number].includes(readNumber(number) ?? '')) return refuse('unknown')
  if (readNumber(number) !== held.head.number) return refuse('inIncident', { facts: { number: held.head.number } })
  const right = await checkWork(ctx, held.head, workRights)
  return right.ok ? ok({ it: held.own, task }) : right
}

/** The firm may go on: its link works again, or for longer. */
export async function renewTask(ctx: Ctx, input: OfTask & z.output<typeof Renewed>): Promise<Result<Task, StepRefused>> {
  const found = await taskOfCase(ctx, input)
  if (!found.ok) return found
  const { it, task } = found.value
  if (!isOpen(task)) return refuse('wrongState')
  const expiresAt = new Date(ctx.now().getTime() + input.days * DAY_MS)
  await prolongTask(ctx, task.id, expiresAt)
  await tell(ctx, it, { event: taskEvents.renewed, data: { taskId: task.id, ...unitOf(it) } })
  await mailTo(ctx, {
    email: task.email,
    locale: task.locale,
    text: 'contractor.mail.renewed',
    params: { title: it.title, place: it.placeLabel, day: dayWords(ctx, task.locale, expiresAt), words: task.words },
    link: { text: 'contractor.mail.open', path: taskPath(ctx.town.id, task.id) },
  })
  return ok({ ...task, expiresAt, runOutAt: undefined })
}

const dayWords = (ctx: Ctx, locale: Locale, at: Date): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone }).format(at)

/** The link works no longer; the report goes back to the unit. */
export async function takeTaskBack(ctx: Ctx, input: OfTask): Promise<Result<Task, StepRefused>> {
  const found = await taskOfCase(ctx, input)
  if (!found.ok) return found
  const { it, task } = found.value
  if (!isOpen(task)) return refuse('wrongState')
  await changeTask(ctx, task.id, 'takenBack')
  const now = await comeBack(ctx, it)
  await nowWaits(ctx, now)
  await tell(ctx, now, { event: taskEvents.takenBack, data: { taskId: task.id, ...unitOf(it), from: it.state, to: now.state } })
  await mailTo(ctx, {
    email: task.email,
    locale: task.locale,
    text: 'contractor.mail.takenBack',
    params: { title: it.title, place: it.placeLabel },
  })
  return ok(task)
}

/** From the firm back to the unit, if it is still there. */
export async function comeBack(ctx: Ctx, it: Case): Promise<Case> {
  const moved = await moveCase(ctx, reportProcess, it, 'reportBack', {})
  return moved.ok ? moved.value.case : it
}

/** An answer to the firm, by mail; the staff reads it in the timeline. */
export async function tellFirm(ctx: Ctx, input: OfTask & { text: string }): Promise<Result<Task, StepRefused>> {
  const found = await taskOfCase(ctx, input)
  if (!found.ok) return found
  const { it, task } = found.value
  if (!isOpen(task)) return refuse('wrongState')
  if (!input.text.trim()) return refuse('textMissing', { field: 'text' })
  const messageId = await insertMessage(ctx, {
    caseId: it.id,
    kind: 'note',
    audience: 'internal',
    text: input.text.trim(),
    unitId: it.unitId,
  })
  await tell(ctx, it, { event: taskEvents.told, data: { taskId: task.id, messageId, ...unitOf(it) } })
  await mailTo(ctx, {
    email: task.email,
    locale: task.locale,
    text: 'contractor.mail.told',
    params: { title: it.title, place: it.placeLabel, words: input.text.trim() },
    link: { text: 'contractor.mail.open', path: taskPath(ctx.town.id, task.id) },
  })
  return ok(task)
}

/** Ends the report with the photos of the firm whose work is approved, which become public with it. */
export async function finishWithFirmPhotos(
  ctx: Ctx,
  { number, text }: { number: string; text: string },
): Promise<Result<Worked, StepRefused>> {
  const it = await toWorkOn(ctx, number)
  if (!it.ok) return it
  const task = await waitingForApproval(ctx, it.value, await tasksOf(ctx, await togetherWith(ctx, it.value)))
  if (!task) return refuse('wrongState')
  // What a moderator took from the public stays with the firm's word, for the staff alone.
  const photos = (await withoutHidden(ctx, task.caseId, await photosOfTask(ctx, task))).slice(0, MOST_PHOTOS)
  if (photos.length > 0) await takePhotos(ctx, task.caseId, photos)
  const to = { type: 'case', id: it.value.id, audience: 'public' } as const
  // One after the other keeps their order.
  for (const fileId of photos) await handOver(ctx, [fileId], { type: 'case', id: task.caseId }, to)
  return await takeStep(ctx, { number, verb: 'finish', photos, ...(text ? { text } : {}) })
}

async function waitingForApproval(ctx: Ctx, head: Case, tasks: readonly Task[]): Promise<Task | undefined> {
  const closed = tasks.filter(({ state }) => state === 'closed')
  if (head.closedAt || closed.length === 0) return undefined
  const turns = await lastTurns(ctx, [...new Set([head.id, ...closed.map(({ caseId }) => caseId)])])
  return toApprove(tasks, (caseId) => later(turns.get(head.id), turns.get(caseId)))
}

const later = (one: Date | undefined, other: Date | undefined) => (one && other ? (one > other ? one : other) : (one ?? other))

export type Firms = {
  it: Case
  tasks: readonly Task[]
  /** Number of the report that a task came with, where it is not this one. */
  from: ReadonlyMap<string, string>
  /** The one that goes on for a report that rests: the work is looked after there. */
  goesOn: Case | undefined
  work: boolean
  /** The one whose work waits for approval. */
  approvable: Task | undefined
}

/** What the desk shows of a report's firms; needs the right to see reports, links only for those who may work on it. */
export async function firmsOf(ctx: Ctx, number: string): Promise<Firms | undefined> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (it?.kind !== 'report') return undefined
  const head = await standingOf(ctx, it)
  const tasks = await tasksOf(ctx, head.id === it.id ? await togetherWith(ctx, it) : [it.id])
  const others = await casesById(ctx, [...new Set(tasks.flatMap(({ caseId }) => (caseId === it.id ? [] : caseId)))])
  const numbers = new Map(others.map((one) => [one.id, one.number]))
  return {
    it,
    tasks,
    from: new Map(tasks.flatMap(({ id, caseId }) => (numbers.has(caseId) ? [[id, numbers.get(caseId)!] as const] : []))),
    goesOn: head.id === it.id ? undefined : head,
    approvable: head.id === it.id ? await waitingForApproval(ctx, it, tasks) : undefined,
    work: head.id === it.id && (await checkWork(ctx, it, workRights)).ok,
  }
}
