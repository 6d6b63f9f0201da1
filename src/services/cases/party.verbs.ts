import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { Case, Party } from './case.rules.ts'

/** Who a link belongs to. Unknown and ended ones look the same: undefined. */
export async function partyBySecret(ctx: Ctx, secret: string): Promise<{ case: Case; party: Party } | undefined> {
  throw new Error('not yet')
}

/** Opens a case by number and spoken code. Unknown number, wrong code and too many tries at one case look the same: `unknownCode`. */
export async function partyByCode(
  ctx: Ctx,
  input: { number: string; code: string },
): Promise<Result<{ case: Case; party: Party }, 'unknownCode'>> {
  throw new Error('not yet')
}
