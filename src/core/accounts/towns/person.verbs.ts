import type { Ctx } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { accountById } from '../account.sql.ts'
import { personOf } from './person.sql.ts'

/** The id of the actor's person in this town; made when missing. Throws `notSignedIn` for who has no account. */
export async function personInTown(ctx: Ctx): Promise<string> {
  const { actor } = ctx
  if (actor.personId) return actor.personId
  const account = actor.accountId ? await accountById(ctx, actor.accountId) : undefined
  if (!account) throw new AppError('notSignedIn')
  const personId = await personOf(ctx, account)
  ctx.actor = { ...actor, personId }
  return personId
}
