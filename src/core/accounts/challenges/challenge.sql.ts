import type { Ctx } from '#platform/context.ts'
import { type Challenge, type Facts, type Purpose, purposes } from './challenge.rules.ts'

const columns = ['id', 'purpose', 'email', 'account_id', 'name', 'password_hash', 'locale', 'facts', 'attempts', 'expires_at'] as const

const select = (ctx: Ctx) =>
  ctx.db
    .selectFrom('core.challenge')
    .select([...columns, 'code_hash'])
    .where('expires_at', '>', ctx.now())

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
export type StoredChallenge = Challenge & { codeHash: Buffer | null }

const challengeOf = (row: Row): StoredChallenge => ({
  id: row.id,
  purpose: purposes.find((purpose) => purpose === row.purpose) ?? 'confirm',
  email: row.email,
  accountId: row.account_id,
  name: row.name,
  passwordHash: row.password_hash,
  locale: row.locale === 'en' ? 'en' : 'de',
  facts: typeof row.facts === 'object' && row.facts !== null ? (row.facts as Facts) : {},
  attempts: row.attempts,
  expiresAt: row.expires_at,
  codeHash: row.code_hash,
})

export async function insertChallenge(ctx: Ctx, challenge: Omit<Challenge, 'attempts'> & { holderHash: Buffer }): Promise<void> {
  await ctx.db
    .insertInto('core.challenge')
    .values({
      id: challenge.id,
      purpose: challenge.purpose,
      email: challenge.email,
      account_id: challenge.accountId,
      name: challenge.name,
      password_hash: challenge.passwordHash,
      locale: challenge.locale,
      facts: JSON.stringify(challenge.facts),
      holder_hash: challenge.holderHash,
      created_at: ctx.now(),
      expires_at: challenge.expiresAt,
    })
    .execute()
}

const found = async (rows: Promise<Row | undefined>): Promise<StoredChallenge | undefined> => {
  const row = await rows
  return row && challengeOf(row)
}

/** Locked while it is answered, so that two answers at once count as two. */
export const challengeOfHolder = (ctx: Ctx, purpose: Purpose, holderHash: Buffer): Promise<StoredChallenge | undefined> => {
  const query = select(ctx).where('purpose', '=', purpose).where('holder_hash', '=', holderHash)
  return found((ctx.readOnly ? query : query.forUpdate()).executeTakeFirst())
}

export const challengeOfLink = (ctx: Ctx, purpose: Purpose, linkHash: Buffer): Promise<StoredChallenge | undefined> => {
  const query = select(ctx).where('purpose', '=', purpose).where('link_hash', '=', linkHash)
  return found((ctx.readOnly ? query : query.forUpdate()).executeTakeFirst())
}

export const challengeById = (ctx: Ctx, id: string): Promise<StoredChallenge | undefined> =>
  found(select(ctx).where('id', '=', id).executeTakeFirst())

export const setAnswers = (ctx: Ctx, id: string, answers: { accountId: string | null; codeHash: Buffer; linkHash: Buffer | null }) =>
  ctx.db
    .updateTable('core.challenge')
    .set({ account_id: answers.accountId, code_hash: answers.codeHash, link_hash: answers.linkHash })
    .where('id', '=', id)
    .execute()

export const countWrongAnswer = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('core.challenge')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const removeChallenge = (ctx: Ctx, id: string) => ctx.db.deleteFrom('core.challenge').where('id', '=', id).execute()

/** Nothing that was begun before goes on: after a new password, or when an account ends. */
export const removeChallengesOf = (ctx: Ctx, accountId: string) =>
  ctx.db.deleteFrom('core.challenge').where('account_id', '=', accountId).execute()

export async function forgetChallenges(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('core.challenge').where('expires_at', '<', ctx.now()).execute()
}
