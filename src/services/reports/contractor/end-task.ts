import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { type Case, casesById } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { togetherWith } from '../incident/standing.ts'
import { taskEvents } from './task.events.ts'
import { changeTask, openTasksOf } from './task.sql.ts'

/**
 * Firms still have the work, on this report or on one that rests at it, and need not come any more: it `ended`, or it leaves the unit
 * that gave the order, which is `takenBack` then.
 */
export async function endTasksOf(ctx: Ctx, it: Pick<Case, 'id' | 'unitId'>, how: 'ended' | 'takenBack'): Promise<void> {
  const tasks = await openTasksOf(ctx, await togetherWith(ctx, it))
  if (tasks.length === 0) return
  const reports = await casesById(
    ctx,
    tasks.map(({ caseId }) => caseId),
  )
  for (const task of tasks) {
    const of = reports.find(({ id }) => id === task.caseId)
    if (!of) continue
    await changeTask(ctx, task.id, how)
    await tell(ctx, of, { event: taskEvents[how], data: { taskId: task.id, ...(it.unitId ? { unitId: it.unitId } : {}) } })
    await mailTo(ctx, {
      email: task.email,
      locale: task.locale,
      text: `contractor.mail.${how}`,
      params: { title: of.title, place: of.placeLabel },
    })
  }
}
