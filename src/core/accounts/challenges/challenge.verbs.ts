import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import { newId, newSecret } from '#platform/ids.ts'
import { digest, keyedHash } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Challenge, type Facts, MAX_ATTEMPTS, minutesFor, newCode, type Purpose } from './challenge.rules.ts'
import { challengeOfHolder, challengeOfLink, countWrongAnswer, insertChallenge, removeChallenge, setAnswers } from './challenge.sql.ts'

type Opening = { email?: string; accountId?: string; name?: string; passwordHash?: string | undefined; facts?: Facts }

/** Begins something that a second step ends. The holder is the secret for the cookie of the browser that began it. */
export async function openChallenge(ctx: Ctx, purpose: Purpose, opening: Opening): Promise<{ id: string; holder: string }> {
  const [id, holder] = [newId(), newSecret()]
  await insertChallenge(ctx, {
    id,
    purpose,
    email: opening.email ?? null,
    accountId: opening.accountId ?? null,
    name: opening.name ?? null,
    passwordHash: opening.passwordHash ?? null,
    locale: ctx.locale,
    facts: opening.facts ?? {},
    holderHash: digest(holder),
    expiresAt: new Date(ctx.now().getTime() + minutesFor[purpose] * 60_000),
  })
  return { id, holder }
}

/** Gives a challenge its code and its link; only their digests stay here. */
export async function makeAnswers(ctx: Ctx, challengeId: string, accountId: string | null): Promise<{ code: string; link: string }> {
  const [code, link] = [newCode(), newSecret()]
  await setAnswers(ctx, challengeId, { accountId, codeHash: codeHash(challengeId, code), linkHash: linkHash(link) })
  return { code, link }
}

const codeHash = (id: string, code: string): Buffer => keyedHash('accounts/code', `${id} ${code}`)
const linkHash = (link: string): Buffer => keyedHash('accounts/link', link)

/** Ends a challenge by its code, in the browser that began it. Refuses: `codeWrong`, `stepExpired`. */
export async function answerByCode(
  ctx: Ctx,
  purpose: Purpose,
  holder: string | undefined,
  code: string,
): Promise<Result<Challenge, 'codeWrong' | 'stepExpired'>> {
  const challenge = await held(ctx, purpose, holder)
  if (!challenge || challenge.attempts >= MAX_ATTEMPTS) return refuse('stepExpired')
  // Without a code (the address has no account) the comparison is made all the same.
  const expected = challenge.codeHash ?? codeHash(challenge.id, newSecret())
  if (!timingSafeEqual(codeHash(challenge.id, code), expected)) {
    await countWrongAnswer(ctx, challenge.id)
    return refuse('codeWrong', { field: 'code', keep: true })
  }
  await removeChallenge(ctx, challenge.id)
  return ok(challenge)
}

/** Ends a challenge by the link in the mail, in any browser. */
export async function answerByLink(ctx: Ctx, purpose: Purpose, link: string): Promise<Result<Challenge, 'stepExpired'>> {
  const challenge = await linked(ctx, purpose, link)
  if (!challenge) return refuse('stepExpired')
  await removeChallenge(ctx, challenge.id)
  return ok(challenge)
}

/** The challenge that this browser began, if it still runs. */
export const held = async (ctx: Ctx, purpose: Purpose, holder: string | undefined) =>
  holder ? await challengeOfHolder(ctx, purpose, digest(holder)) : undefined

/** The challenge behind a link, to show what it is about. */
export const linked = (ctx: Ctx, purpose: Purpose, link: string) => challengeOfLink(ctx, purpose, linkHash(link))
