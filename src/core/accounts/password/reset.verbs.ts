import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Account } from '../account.rules.ts'
import { accountById, updateAccount } from '../account.sql.ts'
import { note } from '../account-log.sql.ts'
import { enqueueMail } from '../challenges/challenge.jobs.ts'
import { removeChallengesOf } from '../challenges/challenge.sql.ts'
import { answerByCode, answerByLink, openChallenge } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { mayMail } from '../guessing/guessing.verbs.ts'
import { deleteSessions } from '../sessions/session.sql.ts'
import type { Asked } from '../sign-in/enter.ts'
import { hashPassword } from './hash.ts'

/** Sends a code and a link to set a new password with, if there is an account. Refuses: `tooManyMails`. */
export async function askForReset(ctx: Ctx, { email }: { email: string }): Promise<Result<{ holder: string }, 'tooManyMails'>> {
  if (!(await mayMail(ctx, email))) return refuse('tooManyMails', { keep: true })
  const { id, holder } = await openChallenge(ctx, 'reset', { email })
  enqueueMail(ctx, id)
  return ok({ holder })
}

type Reset = { code?: string | undefined; schluessel?: string | undefined; password: string }

/** Sets a new password and ends every session. Refuses: `codeWrong`, `stepExpired`. */
export async function resetPassword(ctx: Ctx, { code, schluessel, password }: Reset, asked: Asked): Promise<Result<undefined>> {
  const answer = schluessel
    ? await answerByLink(ctx, 'reset', schluessel)
    : await answerByCode(ctx, 'reset', holderIn(ctx, asked.headers), code ?? '')
  if (!answer.ok) return answer
  const account = answer.value.accountId ? await accountById(ctx, answer.value.accountId) : undefined
  if (!account) return refuse('stepExpired')
  await setPassword(ctx, account, password)
  await note(ctx, account.id, 'passwordReset')
  return ok(undefined)
}

/** With the old password everything ends that was begun with it; the owner hears of it. */
export async function setPassword(ctx: Ctx, account: Account, password: string, keepSession?: string): Promise<string> {
  const passwordHash = await hashPassword(password)
  await updateAccount(ctx, account.id, { password_hash: passwordHash })
  await deleteSessions(ctx, account.id, keepSession)
  await removeChallengesOf(ctx, account.id)
  await mailTo(ctx, {
    email: account.email,
    locale: account.locale,
    text: 'accounts.mail.passwordChanged',
    params: { name: account.name },
    link: { text: 'accounts.mail.passwordChanged.link', path: '/passwort/vergessen' },
  })
  return passwordHash
}
