import type { Ctx } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import { isSigned, sign } from '#platform/keys.ts'
import { receivedReport } from '#services/reports/index.ts'
import type { Answered } from './call.ts'

const PURPOSE = 'open311.token'

/** What stands for a report until it counts. Nothing is kept for it: the report's own id, signed for this town. */
export const tokenFor = (ctx: Ctx, caseId: string): string => `${caseId}-${sign(PURPOSE, `${ctx.town.id} ${caseId}`)}`

/** Known and not confirmed yet: only the token. Never confirmed: the report is gone, and so is its token. */
export async function requestForToken(ctx: Ctx, { name: token }: { name: string }): Promise<Answered> {
  const [caseId, signature] = [token.slice(0, 36), token.slice(37)]
  const genuine = uuidPattern.test(caseId) && isSigned(PURPOSE, `${ctx.town.id} ${caseId}`, signature)
  const report = genuine ? await receivedReport(ctx, caseId) : undefined
  if (!report) return { errors: [{ name: 'token' }] }
  return { root: 'service_requests', value: [report.confirmed ? { service_request_id: report.number, token } : { token }] }
}
