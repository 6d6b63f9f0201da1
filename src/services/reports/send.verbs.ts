import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { ReportInput, SendRefusal, Sent } from './send.rules.ts'

/**
 * Takes a report. Refuses: `danger` (facts: emergency = 110 or 112), `categoryUnknown`, `answerMissing`/`answerInvalid`
 * (field `answers.{code}`), `textOrPhotoMissing`, `contactMissing` (category without anonymous reports), `observedInFuture`.
 */
export async function sendReport(ctx: Ctx, input: ReportInput): Promise<Result<Sent, SendRefusal>> {
  throw new Error('not yet')
}
