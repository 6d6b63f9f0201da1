import type { Ctx } from '#platform/context.ts'
import type { Schedule } from '#platform/module.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { tell } from '../../cases/step.verbs.ts'
import { reportEvents } from '../report.events.ts'
import { closingsOver, endClosing } from './closing.sql.ts'

/** As many as one run settles; the next one goes on. */
const PAGE = 500

/** Nobody objected in time: the report is settled. Says how many. */
export async function settleClosings(ctx: Ctx): Promise<number> {
  const over = await closingsOver(ctx, PAGE)
  for (const caseId of over) {
    const it = await lockCase(ctx, { id: caseId })
    if (!it) continue
    const settled = it.state === 'done'
    await endClosing(ctx, caseId, settled ? 'settled' : 'staff')
    if (settled) await tell(ctx, it, { event: reportEvents.settled, data: {}, role: 'system', shownTo: 'internal' })
  }
  return over.length
}

export const settleSchedule: Schedule = { name: 'report.settle', cron: '25 * * * *', run: async (ctx) => void (await settleClosings(ctx)) }
