import type { Ctx } from '#platform/context.ts'
import type { SetCookie } from '#platform/http/route.ts'
import type { Case, Party } from './case.rules.ts'

/** After `/s/{secret}` or number and code: opens this case for two hours, so that the secret need not stay in the address. */
export function accessCookie(ctx: Ctx, of: Pick<Case, 'id' | 'number'>, party: Party): SetCookie {
  throw new Error('not yet')
}

/** The party that asks: by the cookie of this case, or as a person with an account who takes part in it. */
export async function partyFromCookie(ctx: Ctx, of: Pick<Case, 'id' | 'number'>, headers: Headers): Promise<Party | undefined> {
  throw new Error('not yet')
}
