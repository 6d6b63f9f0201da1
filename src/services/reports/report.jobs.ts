import { removeFilesOf } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Schedule } from '#platform/module.ts'
import { deleteCase, draftsBefore, lockCase } from '../cases/case.sql.ts'
import { closeQuestions, openQuestions } from '../cases/message.sql.ts'
import { moveCase, tell } from '../cases/step.verbs.ts'
import { nowWaits } from './escalation/wait.ts'
import { goOnWithout } from './incident/incident.verbs.ts'
import { deleteEndedBlocks } from './moderation/block.sql.ts'
import { reportEvents } from './report.events.ts'
import { reportProcess } from './report.rules.ts'

/** Questions without an answer in time: the work goes on with what is known. */
export async function expireQuestions(ctx: Ctx): Promise<number> {
  let count = 0
  for (const { caseId } of await openQuestions(ctx, { dueBefore: ctx.now() })) {
    const it = await lockCase(ctx, { id: caseId })
    if (it?.kind !== 'report') continue
    if (it.state !== 'question') {
      // Went on in another way, such as withdrawn: it must not stand before those that really wait. Or the report waits that goes on for it.
      await closeQuestions(ctx, caseId)
      const head = it.incidentId ? await lockCase(ctx, { id: it.incidentId }) : undefined
      if (head?.state === 'question' && (await goOnWithout(ctx, head)).state !== 'question') count++
      continue
    }
    const moved = await moveCase(ctx, reportProcess, it, 'stopWaiting', {})
    if (!moved.ok) continue
    await closeQuestions(ctx, caseId)
    await nowWaits(ctx, moved.value.case)
    await tell(ctx, moved.value.case, {
      event: reportEvents.questionExpired,
      data: { from: moved.value.from, to: moved.value.to },
      role: 'system',
    })
    count++
  }
  return count
}

/** Hours in which an address must be confirmed. */
const CONFIRM_HOURS = 24

/** Reports whose address nobody confirmed are deleted with everything in them; only the number remains in the memory. */
export async function deleteUnconfirmed(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - CONFIRM_HOURS * 3_600_000)
  const drafts = await draftsBefore(ctx, 'report', before)
  for (const it of drafts) {
    await removeFilesOf(ctx, { type: 'case', id: it.id })
    await tell(ctx, it, { event: reportEvents.expired, data: { from: it.state }, role: 'system', shownTo: 'internal' })
    await deleteCase(ctx, it.id)
  }
  return drafts.length
}

export const reportSchedules: readonly Schedule[] = [
  { name: 'report.endBlocks', cron: '25 * * * *', run: async (ctx) => void (await deleteEndedBlocks(ctx)) },
  { name: 'report.expireQuestions', cron: '5 * * * *', run: async (ctx) => void (await expireQuestions(ctx)) },
  { name: 'report.deleteUnconfirmed', cron: '35 * * * *', run: async (ctx) => void (await deleteUnconfirmed(ctx)) },
]
