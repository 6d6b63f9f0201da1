import type { Ctx } from '#platform/context.ts'
import { caseByNumber, type Party, partyFromCookie } from '../../cases/index.ts'

/** The applicant that the cookie of the case, or the account, stands for. */
export async function applicantAt(ctx: Ctx, number: string, headers: Headers): Promise<Party | undefined> {
  const found = await caseByNumber(ctx, number)
  return found?.kind === 'application' ? await partyFromCookie(ctx, found, headers) : undefined
}
