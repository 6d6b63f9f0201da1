import type { Ctx } from '#platform/context.ts'
import { type Case, caseByNumber, partyFromCookie, readNumber } from '../cases/index.ts'

/** A case by its number, for who began it alone: by the cookie of its link, or with an account. */
export async function ownCase(ctx: Ctx, number: string, headers: Headers): Promise<Case | undefined> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  const party = it && (await partyFromCookie(ctx, it, headers))
  return party?.role === 'applicant' || party?.role === 'reporter' ? it : undefined
}
