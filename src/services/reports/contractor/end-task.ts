import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import type { Case } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { taskEvents } from './task.events.ts'
import { changeTask, openTaskOf } from './task.sql.ts'

/** The report is done or ended while a firm still has the work: it need not come any more, and its link shows nothing. */
export async function endTaskOf(ctx: Ctx, it: Case): Promise<void> {
  const task = await openTaskOf(ctx, it.id)
  if (!task) return
  await changeTask(ctx, task.id, 'ended')
  await tell(ctx, it, { event: taskEvents.ended, data: { taskId: task.id, ...(it.unitId ? { unitId: it.unitId } : {}) } })
  await mailTo(ctx, {
    email: task.email,
    locale: task.locale,
    text: 'contractor.mail.ended',
    params: { title: it.title, place: it.placeLabel },
  })
}
