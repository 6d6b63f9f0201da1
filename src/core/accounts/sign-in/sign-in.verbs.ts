import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { accountByEmail, accountById } from '../account.sql.ts'
import { enqueueMail } from '../challenges/challenge.jobs.ts'
import type { Challenge } from '../challenges/challenge.rules.ts'
import { answerByCode, answerByLink, openChallenge } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { mayGuess, mayMail } from '../guessing/guessing.verbs.ts'
import { deviceCookieName, knownDevice } from '../guessing/known-device.ts'
import { verifyPassword } from '../password/hash.ts'
import { safePath } from '../safe-path.ts'
import { type Arrival, type Asked, enter } from './enter.ts'

/**
 * By password. Unknown addresses, accounts without a password and wrong passwords cost the same work and get the same answer.
 * Refuses: `signInFailed`, `tooManyAttempts`.
 */
export async function signInByPassword(
  ctx: Ctx,
  { email, password, weiter }: { email: string; password: string; weiter?: string | undefined },
  asked: Asked,
): Promise<Result<Arrival, 'signInFailed' | 'tooManyAttempts'>> {
  const account = await accountByEmail(ctx, email)
  const device = knownDevice(asked.cookie(deviceCookieName(ctx)), account)
  if (!(await mayGuess(ctx, 'password', email, device))) return refuse('tooManyAttempts', { keep: true })
  const right = await verifyPassword(password, account?.passwordHash)
  if (!account || !right) return refuse('signInFailed', { keep: true })
  return ok(await enter(ctx, account, { way: 'password', to: weiter, asked }))
}

/** Sends a code and a link to sign in with, if there is an account. Refuses: `tooManyMails`. */
export async function askForCode(
  ctx: Ctx,
  { email, weiter }: { email: string; weiter?: string | undefined },
): Promise<Result<{ holder: string }, 'tooManyMails'>> {
  if (!(await mayMail(ctx, email))) return refuse('tooManyMails', { keep: true })
  const { id, holder } = await openChallenge(ctx, 'signIn', { email, facts: { to: safePath(weiter) } })
  enqueueMail(ctx, id)
  return ok({ holder })
}

/** Refuses: `codeWrong`, `stepExpired`. */
export async function signInByCode(ctx: Ctx, { code }: { code: string }, asked: Asked): Promise<Result<Arrival>> {
  const answer = await answerByCode(ctx, 'signIn', holderIn(ctx, asked.headers), code)
  return answer.ok ? await enterAnswered(ctx, answer.value, 'code', asked) : answer
}

/** Refuses: `stepExpired`. */
export async function signInByLink(ctx: Ctx, { schluessel }: { schluessel: string }, asked: Asked): Promise<Result<Arrival>> {
  const answer = await answerByLink(ctx, 'signIn', schluessel)
  return answer.ok ? await enterAnswered(ctx, answer.value, 'link', asked) : answer
}

async function enterAnswered(ctx: Ctx, challenge: Challenge, way: 'code' | 'link', asked: Asked): Promise<Result<Arrival>> {
  const account = challenge.accountId ? await accountById(ctx, challenge.accountId) : undefined
  if (!account) return refuse('stepExpired')
  return ok(await enter(ctx, account, { way, to: challenge.facts.to, asked }))
}
