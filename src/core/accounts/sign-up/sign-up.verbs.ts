import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { accountById, insertAccount } from '../account.sql.ts'
import { note } from '../account-log.sql.ts'
import { enqueueMail } from '../challenges/challenge.jobs.ts'
import type { Challenge } from '../challenges/challenge.rules.ts'
import { answerByCode, answerByLink, held, linked, openChallenge } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { mayMail } from '../guessing/guessing.verbs.ts'
import { hashPassword, verifyPassword } from '../password/hash.ts'
import { safePath } from '../safe-path.ts'
import { type Arrival, type Asked, enterFully } from '../sign-in/enter.ts'

type SignUp = { name: string; email: string; password?: string | undefined; weiter?: string | undefined }

/**
 * Asks for an account. There is none until the address is confirmed; whether it is taken, only its owner learns, by mail.
 * Refuses: `tooManyMails`.
 */
export async function signUp(ctx: Ctx, { name, email, password, weiter }: SignUp): Promise<Result<{ holder: string }, 'tooManyMails'>> {
  if (!(await mayMail(ctx, email))) return refuse('tooManyMails', { keep: true })
  const passwordHash = password ? await hashPassword(password) : undefined
  const { id, holder } = await openChallenge(ctx, 'signUp', { name, email, passwordHash, facts: { to: safePath(weiter) } })
  enqueueMail(ctx, id)
  return ok({ holder })
}

/** Refuses: `codeWrong`, `stepExpired`. */
export async function confirmByCode(ctx: Ctx, { code }: { code: string }, asked: Asked): Promise<Result<Arrival>> {
  const answer = await answerByCode(ctx, 'signUp', holderIn(ctx, asked.headers), code)
  return answer.ok ? await open(ctx, answer.value, asked) : answer
}

/**
 * By the link, perhaps in another browser. There the password is asked for, so that nobody confirms an account that
 * a stranger began with her address and his password. Refuses: `stepExpired`, `passwordWrong`.
 */
export async function confirmByLink(
  ctx: Ctx,
  { schluessel, password }: { schluessel: string; password?: string | undefined },
  asked: Asked,
): Promise<Result<Arrival>> {
  if (await needsPassword(ctx, schluessel, asked.headers)) {
    const challenge = await linked(ctx, 'signUp', schluessel)
    if (!(await verifyPassword(password ?? '', challenge?.passwordHash))) return refuse('passwordWrong', { field: 'password' })
  }
  const answer = await answerByLink(ctx, 'signUp', schluessel)
  return answer.ok ? await open(ctx, answer.value, asked) : answer
}

export async function needsPassword(ctx: Ctx, link: string, headers: Headers): Promise<boolean> {
  const challenge = await linked(ctx, 'signUp', link)
  if (!challenge?.passwordHash) return false
  return (await held(ctx, 'signUp', holderIn(ctx, headers)))?.id !== challenge.id
}

async function open(ctx: Ctx, challenge: Challenge, asked: Asked): Promise<Result<Arrival>> {
  const { name, email, passwordHash, locale } = challenge
  const id = name && email ? await insertAccount(ctx, { name, email, passwordHash, locale }) : undefined
  const account = id ? await accountById(ctx, id) : undefined
  // Somebody was quicker with the same address, which is hers, too.
  if (!account) return refuse('stepExpired')
  await note(ctx, account.id, 'created')
  return ok(await enterFully(ctx, account, { way: 'signUp', to: challenge.facts.to, asked }))
}
