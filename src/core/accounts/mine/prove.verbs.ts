import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Account } from '../account.rules.ts'
import { accountById } from '../account.sql.ts'
import { enqueueMail } from '../challenges/challenge.jobs.ts'
import { answerByCode, openChallenge } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { mayGuess, mayMail } from '../guessing/guessing.verbs.ts'
import { deviceCookieName, knownDevice } from '../guessing/known-device.ts'
import { ownerOf } from '../passkeys/passkey.verbs.ts'
import { verifyPassword } from '../password/hash.ts'
import { safePath } from '../safe-path.ts'
import { checkSecondFactor } from '../second-factor/second-factor.verbs.ts'
import { setConfirmed } from '../sessions/session.sql.ts'
import type { Asked } from '../sign-in/enter.ts'

type Proof = {
  password?: string | undefined
  code?: string | undefined
  secondFactor?: string | undefined
  answer?: string | undefined
  weiter?: string | undefined
}

/**
 * The person proves that it is she who sits there: by passkey, by password, or by a code that was mailed; with her second
 * factor where she has one. Refuses: `passwordWrong`, `codeWrong`, `stepExpired`, `passkeyFailed`, `tooManyAttempts`.
 */
export async function prove(ctx: Ctx, proof: Proof, asked: Asked): Promise<Result<{ to: string }>> {
  const { sessionId, accountId } = ctx.actor
  const account = await accountById(ctx, accountId ?? '')
  if (!account || !sessionId) return refuse('stepExpired')
  const proved = proof.answer ? await byPasskey(ctx, account, proof.answer, asked) : await byKnowledge(ctx, account, proof, asked)
  if (!proved.ok) return proved
  await setConfirmed(ctx, sessionId)
  return ok({ to: safePath(proof.weiter, '/mein/konto') })
}

async function byPasskey(ctx: Ctx, account: Account, answer: string, asked: Asked): Promise<Result<undefined>> {
  const owner = await ownerOf(ctx, answer, asked)
  return owner?.id === account.id ? ok(undefined) : refuse('passkeyFailed', { keep: true })
}

async function byKnowledge(ctx: Ctx, account: Account, proof: Proof, asked: Asked): Promise<Result<undefined>> {
  const first = proof.code
    ? await answerByCode(ctx, 'confirm', holderIn(ctx, asked.headers), proof.code)
    : await byPassword(ctx, account, proof.password ?? '', asked)
  if (!first.ok) return first
  return account.totpConfirmedAt ? await checkSecondFactor(ctx, account, proof.secondFactor ?? '', asked) : ok(undefined)
}

async function byPassword(ctx: Ctx, account: Account, password: string, asked: Asked): Promise<Result<undefined>> {
  const device = knownDevice(asked.cookie(deviceCookieName(ctx)), account)
  if (!(await mayGuess(ctx, 'password', account.email, device))) return refuse('tooManyAttempts', { keep: true })
  return (await verifyPassword(password, account.passwordHash)) ? ok(undefined) : refuse('passwordWrong', { field: 'password', keep: true })
}

/** Mails a code to prove it with. Refuses: `tooManyMails`. */
export async function mailProofCode(
  ctx: Ctx,
  { weiter }: { weiter?: string | undefined },
): Promise<Result<{ holder: string; to: string }, 'tooManyMails'>> {
  const account = await accountById(ctx, ctx.actor.accountId ?? '')
  if (!account || !(await mayMail(ctx, account.email))) return refuse('tooManyMails', { keep: true })
  const { id, holder } = await openChallenge(ctx, 'confirm', { accountId: account.id, email: account.email })
  enqueueMail(ctx, id)
  return ok({ holder, to: safePath(weiter, '/mein/konto') })
}
