import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Case } from '../case.rules.ts'
import { caseById } from '../case.sql.ts'
import { seesCase } from '../sight.ts'
import { checkWork } from '../step.verbs.ts'
import { namesOf, workingUnits } from '../unit.sql.ts'
import { type CaseTask, readTaskCursor, writeTaskCursor } from './task.rules.ts'
import { countDue, type ListedTask, openTasks, type TasksOf, taskBy, tasksOfCase } from './task.sql.ts'
import { isTheirs } from './task.verbs.ts'

/** With the names of those who have and who did it. */
export type Named<T> = T & { who: string; doneByName: string | undefined }

async function named<T extends CaseTask>(ctx: Ctx, tasks: readonly T[]): Promise<Named<T>[]> {
  const units = await namesOf(
    ctx,
    'core.organisation',
    tasks.flatMap(({ unitId }) => unitId ?? []),
  )
  const people = await namesOf(
    ctx,
    'core.person',
    tasks.flatMap(({ personId, doneBy }) => [personId ?? [], doneBy ?? []].flat()),
  )
  return tasks.map((task) => ({
    ...task,
    who: units.get(task.unitId ?? '') ?? people.get(task.personId ?? '') ?? '',
    doneByName: people.get(task.doneBy ?? ''),
  }))
}

/** Open and done ones of a case, for staff that sees its kind. */
export const caseTasks = async (ctx: Ctx, caseId: string) => named(ctx, await tasksOfCase(ctx, caseId))

export type TaskSheet = { it: Case; task: Named<CaseTask>; change: boolean }

/** One task with its case; undefined for those who may not see the case and do not have the task. */
export async function taskSheet(ctx: Ctx, id: string): Promise<TaskSheet | undefined> {
  const found = await taskBy(ctx, id)
  const it = found && (await caseById(ctx, found.caseId))
  if (!it || !((await seesCase(ctx, it)) || (await isTheirs(ctx, it, found)))) return undefined
  const right = await checkWork(ctx, it, { own: `${it.kind}.work`, all: `${it.kind}.route` })
  const [task] = await named(ctx, [found])
  return task && { it, task, change: right.ok || (await isTheirs(ctx, it, found)) }
}

/** `mine`: the person's own and those of her units; `own`: hers alone; else the id of one of her units. */
export type WhoseTasks = 'mine' | 'own' | (string & {})

async function sideOf(ctx: Ctx, whose: WhoseTasks): Promise<TasksOf> {
  const { personId, unitIds } = ctx.actor
  if (whose === 'own') return { personId }
  if (whose === 'mine') return { personId, unitIds }
  return (await workingUnits(ctx)).includes(whose) ? { unitIds: [whose] } : {}
}

const PAGE = 50

/** One page of open tasks by their day. */
export async function taskList(
  ctx: Ctx,
  whose: WhoseTasks,
  after: string | undefined,
): Promise<{ tasks: Named<ListedTask>[]; next: string | undefined; today: string }> {
  const found = await openTasks(ctx, await sideOf(ctx, whose), { after: readTaskCursor(after), limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    tasks: await named(ctx, shown),
    next: found.length > PAGE && last ? writeTaskCursor(last) : undefined,
    today: dayIn(ctx.now(), ctx.town.timeZone),
  }
}

/** How many of mine are due today or overdue; `more` when there are more than were counted. */
export async function dueTasks(ctx: Ctx): Promise<{ count: number; more: boolean }> {
  const MOST = 100
  const count = await countDue(ctx, await sideOf(ctx, 'mine'), dayIn(ctx.now(), ctx.town.timeZone), MOST + 1)
  return { count: Math.min(count, MOST), more: count > MOST }
}
