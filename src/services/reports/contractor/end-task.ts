import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { type Case, casesById } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { togetherWith } from '../incident/standing.ts'
import { taskEvents } from './task.events.ts'
import { changeTask, openTasksOf } from './task.sql.ts'

/** The report is done or ended while firms still have the work, on it or on one that rests at it: they need not come any more. */
export async function endTasksOf(ctx: Ctx, it: Case): Promise<void> {
  const tasks = await openTasksOf(ctx, await togetherWith(ctx, it))
  const reports = new Map(
    (
      await casesById(
        ctx,
        tasks.map(({ caseId }) => caseId),
      )
    ).map((one) => [one.id, one]),
  )
  for (const task of tasks) {
    const of = reports.get(task.caseId) ?? it
    await changeTask(ctx, task.id, 'ended')
    await tell(ctx, of, { event: taskEvents.ended, data: { taskId: task.id, ...(it.unitId ? { unitId: it.unitId } : {}) } })
    await mailTo(ctx, {
      email: task.email,
      locale: task.locale,
      text: 'contractor.mail.ended',
      params: { title: of.title, place: of.placeLabel },
    })
  }
}
