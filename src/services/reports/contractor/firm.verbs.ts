import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { insertMessage } from '../../cases/message.sql.ts'
import { addPhotos } from '../../cases/photo.ts'
import { tell } from '../../cases/step.verbs.ts'
import { lockStanding } from '../incident/standing.ts'
import { taskEvents } from './task.events.ts'
import { taskIdOf } from './task.link.ts'
import { type Task, type TaskVerb, verbsOfTask } from './task.rules.ts'
import { changeTask, taskById } from './task.sql.ts'
import { comeBack } from './task.verbs.ts'
import { tellStaff } from './tell-staff.ts'

export type FirmRefused = 'unknown' | 'linkEnded' | 'textMissing' | 'firmPhotoMissing' | 'fileGone' | 'tooManyFiles'
type Given = { link: string; text: string; photos?: readonly string[] | undefined }

const steps: Record<TaskVerb, { event: (typeof taskEvents)[keyof typeof taskEvents]; to?: Task['state']; needsText?: boolean }> = {
  accept: { event: taskEvents.accepted, to: 'accepted' },
  decline: { event: taskEvents.declined, to: 'declined', needsText: true },
  ask: { event: taskEvents.asked, needsText: true },
  close: { event: taskEvents.closed, to: 'closed' },
}

/** One step of the firm, by the link alone. What it writes and shows is for the staff; closing needs a photo. */
export async function firmStep(
  ctx: Ctx,
  verb: TaskVerb,
  { link, text, photos = [] }: Given,
): Promise<Result<{ link: string }, FirmRefused>> {
  const id = taskIdOf(ctx.town.id, link)
  const known = id && (await taskById(ctx, id))
  const held = known && (await lockStanding(ctx, known.caseId))
  // Read again under the lock: of two steps at once the second sees what the first did.
  const task = held && (await taskById(ctx, id))
  if (!task) return refuse('unknown')
  const { own: it, head } = held
  if (!verbsOfTask(task, ctx.now()).includes(verb)) return refuse('linkEnded')
  const { event, to, needsText } = steps[verb]
  const words = text.trim()
  if (needsText && !words) return refuse('textMissing', { field: 'text' })
  if (verb === 'close' && photos.length === 0) return refuse('firmPhotoMissing', { field: 'photos' })

  const messageId = words ? await insertMessage(ctx, { caseId: it.id, kind: 'note', audience: 'internal', text: words }) : undefined
  if (to) await changeTask(ctx, task.id, to)
  const now = to === 'declined' || to === 'closed' ? await comeBack(ctx, it) : it
  const eventId = await tell(ctx, now, {
    event,
    data: { taskId: task.id, ...(messageId ? { messageId } : {}), ...(now.state === it.state ? {} : { from: it.state, to: now.state }) },
    role: 'contractor',
  })
  await tellStaff(ctx, head, task, verb)
  const added = await addPhotos(ctx, now, photos, { role: verb === 'close' ? 'after' : 'answer', audience: 'internal', eventId })
  return added.ok ? ok({ link }) : added
}
