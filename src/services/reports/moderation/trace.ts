import { eventsAbout } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { caseByNumber, readNumber } from '../../cases/index.ts'
import { reportOfCase } from '../report.sql.ts'

/** What everybody may know of a report that was public and is hidden: that it was there, since when it is not, and the kind of reason. */
export type HiddenTrace = { number: string; at: Date; reason: string }

export async function hiddenTrace(ctx: Ctx, number: string): Promise<HiddenTrace | undefined> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (!it || it.kind !== 'report' || it.published) return undefined
  const report = await reportOfCase(ctx, it.id)
  if (!report?.hiddenAt || !report.publishedAt) return undefined
  const last = (await eventsAbout(ctx, { type: 'case', id: it.id }, ['public'], { limit: 500 })).findLast(
    ({ kind, data }) => kind === 'report.hidden' && data.number === it.number,
  )
  return last && { number: it.number, at: last.at, reason: String(last.data.reason ?? 'other') }
}
