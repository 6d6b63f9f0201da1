import { notify } from '#core/notifications/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Case } from '../case.rules.ts'
import { lockCase } from '../case.sql.ts'
import { readNumber } from '../number.rules.ts'
import { isPersonal } from '../sight.ts'
import { checkWork, takeUp, tell } from '../step.verbs.ts'
import { membersOf, namesOf, unitBy, workingUnits } from '../unit.sql.ts'
import { taskEvents } from './task.events.ts'
import { type CaseTask, dueDay, MOST_OPEN_TASKS, type TaskInput } from './task.rules.ts'
import { changeTask, countOpenTasks, insertTask, taskBy, worksHere } from './task.sql.ts'

/** Roles that can be given a task. */
const doers = ['crew', 'clerk', 'dispatcher', 'lead', 'moderator']

type Refused = 'unknown' | 'notAllowed' | 'notYourUnit'
type Wrong = 'dayNotPossibleForTask' | 'personUnknown' | 'unitUnknown'
export type OfTask = { id: string; version?: number | undefined }
/** `number` of the case, for the way back. */
type Task = CaseTask & { number: string }

/** Permissions of a case's kind, by its name: `report.work` for the own units, `report.route` for all. */
const rightsFor = ({ kind }: Case) => ({ own: `${kind}.work`, all: `${kind}.route` })

export async function addTask(
  ctx: Ctx,
  input: TaskInput & { number: string },
): Promise<Result<Task, Refused | Wrong | 'tooManyTasks' | 'inIncident'>> {
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, undefined)
  if (!taken.ok) return refuse(taken.refusal.code === 'inIncident' ? 'inIncident' : 'unknown', { facts: taken.refusal.facts ?? {} })
  const it = taken.value
  const right = await checkWork(ctx, it, rightsFor(it))
  if (!right.ok) return right
  const asked = await checked(ctx, it, input)
  if (!asked.ok) return asked
  if ((await countOpenTasks(ctx, it.id)) >= MOST_OPEN_TASKS) return refuse('tooManyTasks', { facts: { count: MOST_OPEN_TASKS } })
  const id = newId(ctx.now().getTime())
  await insertTask(ctx, { id, caseId: it.id, ...asked.value })
  return await told(ctx, it, id, taskEvents.added, true)
}

/** Another text, day or person. Refuses `taskChanged` if somebody changed it since the form was made. */
export async function editTask(ctx: Ctx, input: TaskInput & OfTask): Promise<Result<Task, Refused | Wrong | 'taskChanged' | 'taskIsDone'>> {
  const found = await toChange(ctx, input)
  if (!found.ok) return found
  const { it, task } = found.value
  if (task.doneAt) return refuse('taskIsDone')
  // A day that is over may stay, but none may be chosen.
  const asked = await checked(ctx, it, input, task.dueOn)
  if (!asked.ok) return asked
  const { title, note, dueOn, unitId, personId } = asked.value
  const other = unitId !== task.unitId || personId !== task.personId
  await changeTask(ctx, task.id, {
    title,
    note,
    due_on: dueOn,
    unit_id: unitId ?? null,
    person_id: personId ?? null,
    // A new day or another person is a new reminder.
    ...(dueOn !== task.dueOn || other ? { reminded_at: null } : {}),
  })
  return await told(ctx, it, task.id, taskEvents.changed, other)
}

/** Ticks it off, or takes that back with `open`. Twice has the effect of once. */
export async function tickTask(ctx: Ctx, { open, ...input }: OfTask & { open: boolean }): Promise<Result<Task, Refused | 'taskChanged'>> {
  const found = await toChange(ctx, input)
  if (!found.ok) return found
  const { it, task } = found.value
  if ((task.doneAt === undefined) === open) return ok({ ...task, number: it.number })
  await changeTask(ctx, task.id, { done_at: open ? null : ctx.now(), done_by: open ? null : (ctx.actor.personId ?? null) })
  return await told(ctx, it, task.id, open ? taskEvents.reopened : taskEvents.done, false)
}

/** The task under the lock of its case: for those who may work on the case, and for those who have the task. */
async function toChange(ctx: Ctx, { id, version }: OfTask): Promise<Result<{ it: Case; task: CaseTask }, Refused | 'taskChanged'>> {
  const known = await taskBy(ctx, id)
  const it = known && (await lockCase(ctx, { id: known.caseId }))
  // Read again under the lock: of two at once the second sees what the first did.
  const task = it && (await taskBy(ctx, id))
  if (!task) return refuse('unknown')
  const right = await checkWork(ctx, it, rightsFor(it))
  if (!right.ok && !(await isTheirs(ctx, it, task))) return right
  if (version !== undefined && version !== task.version) return await changedBy(ctx, task)
  return ok({ it, task })
}

export async function isTheirs(ctx: Ctx, { kind }: Case, { personId, unitId }: CaseTask): Promise<boolean> {
  if (!may(ctx, `${kind}.see`)) return false
  if (personId !== undefined && personId === ctx.actor.personId) return true
  return unitId !== undefined && (await workingUnits(ctx)).includes(unitId)
}

async function changedBy(ctx: Ctx, { changedBy: by, changedAt, version }: CaseTask) {
  const who = by ? (await namesOf(ctx, 'core.person', [by])).get(by) : undefined
  const when = new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: ctx.town.timeZone,
  }).format(changedAt)
  return refuse('taskChanged', { facts: { who: who ?? '–', when, version } })
}

async function checked(
  ctx: Ctx,
  of: Case,
  input: TaskInput,
  kept?: string,
): Promise<Result<Pick<CaseTask, 'title' | 'note' | 'dueOn' | 'unitId' | 'personId'>, Wrong>> {
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const dueOn = input.dueOn !== '' && input.dueOn === kept ? kept : dueDay(input, today, ctx.town.land)
  if (!dueOn) return refuse('dayNotPossibleForTask', { field: 'dueOn' })
  const [kind, id = ''] = input.who.split(':')
  if (kind === 'person' && !(await canDo(ctx, of, id))) return refuse('personUnknown', { field: 'who' })
  if (kind === 'unit' && !(await unitBy(ctx, id))) return refuse('unitUnknown', { field: 'who' })
  if (kind === 'unit' && isPersonal(of.kind) && id !== of.unitId) return refuse('unitUnknown', { field: 'who' })
  const { title, note } = input
  return ok({ title, note, dueOn, unitId: kind === 'unit' ? id : undefined, personId: kind === 'person' ? id : undefined })
}

/** What is personal is done by the unit that has it: nobody else sees the case. */
const canDo = async (ctx: Ctx, { kind, unitId }: Case, personId: string): Promise<boolean> =>
  isPersonal(kind)
    ? unitId !== undefined && (await membersOf(ctx, unitId, doers)).some(({ id }) => id === personId)
    : await worksHere(ctx, personId, doers)

/** One event, and a word to whoever got it. */
async function told(ctx: Ctx, it: Case, id: string, event: (typeof taskEvents)[keyof typeof taskEvents], given: boolean) {
  const task = await taskBy(ctx, id)
  if (!task) throw new Error('a task that was just kept is there')
  await tell(ctx, it, {
    event,
    data: {
      taskId: task.id,
      day: task.dueOn,
      ...(it.unitId ? { unitId: it.unitId } : {}),
      ...(task.unitId ? { toUnitId: task.unitId } : {}),
      ...(task.personId ? { personId: task.personId } : {}),
    },
    about: task.personId ? [{ type: 'person', id: task.personId }] : [],
  })
  if (given) await tellDoers(ctx, it, task, 'task.given', 'task.tell.given')
  return ok<Task>({ ...task, number: it.number })
}

/** Whoever has the task, but not who acts. */
export async function tellDoers(ctx: Ctx, it: Case, task: CaseTask, kind: string, text: string): Promise<void> {
  const people = task.personId
    ? [task.personId]
    : task.unitId
      ? (await membersOf(ctx, task.unitId, ['clerk', 'lead'])).map(({ id }) => id)
      : []
  const day = new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
  const params = { task: task.title, title: it.title, place: it.placeLabel, number: it.number, day: day.format(new Date(task.dueOn)) }
  for (const personId of people)
    if (personId !== ctx.actor.personId) await notify(ctx, { personId, kind, text, params, path: `/amt/aufgaben/${task.id}` })
}
