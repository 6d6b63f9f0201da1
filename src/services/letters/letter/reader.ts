import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Case, Party } from '../../cases/index.ts'
import { contactsOf } from '../../cases/party.sql.ts'
import type { Channel } from './letter.rules.ts'

/** Far more than apply together. */
const MOST_READERS = 50

/** Who began the case, the first first: its letters are for them. */
export const readersOf = async (ctx: Ctx, caseId: string): Promise<Party[]> =>
  (await contactsOf(ctx, caseId, MOST_READERS)).filter(({ role }) => role === 'applicant' || role === 'reporter')

/** A letter counts as known online in a user account alone (§ 9 Abs. 1 OZG, § 41 Abs. 2a VwVfG): without one it goes another way. */
export async function checkChannel(ctx: Ctx, { id }: Case, channel: Channel): Promise<Result<true, 'portalWithoutAccount'>> {
  if (channel !== 'portal' || (await readersOf(ctx, id))[0]?.personId) return ok(true)
  return refuse('portalWithoutAccount', { field: 'channel' })
}
