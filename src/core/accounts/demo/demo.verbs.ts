import type { Ctx } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { ok, type Result } from '#platform/result.ts'
import { accountById, demoAccounts } from '../account.sql.ts'
import { type Arrival, type Asked, enter } from '../sign-in/enter.ts'

/** One click into the demo, as one of the people it offers. There is no such thing in a real town. */
export async function signInToDemo(
  ctx: Ctx,
  { account: wanted, weiter }: { account: string; weiter?: string | undefined },
  asked: Asked,
): Promise<Result<Arrival>> {
  const offered = ctx.town.demo ? await demoAccounts(ctx) : []
  const account = offered.some(({ id }) => id === wanted) ? await accountById(ctx, wanted) : undefined
  if (!account) throw new AppError('notFound')
  return ok(await enter(ctx, account, { way: 'demo', to: weiter, asked }))
}
