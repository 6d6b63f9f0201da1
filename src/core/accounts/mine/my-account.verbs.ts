import type { Ctx } from '#platform/context.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { accountById, emptyAccount, isTaken, updateAccount } from '../account.sql.ts'
import { note, removeLog } from '../account-log.sql.ts'
import { enqueueMail } from '../challenges/challenge.jobs.ts'
import type { Challenge } from '../challenges/challenge.rules.ts'
import { removeChallengesOf } from '../challenges/challenge.sql.ts'
import { answerByCode, answerByLink, openChallenge } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { mayMail } from '../guessing/guessing.verbs.ts'
import { deviceCookie } from '../guessing/known-device.ts'
import { deletePasskeys } from '../passkeys/passkey.sql.ts'
import { setPassword } from '../password/reset.verbs.ts'
import { deleteIdentities } from '../providers/identity.sql.ts'
import { replaceRecoveryCodes } from '../second-factor/second-factor.sql.ts'
import { deleteSessions } from '../sessions/session.sql.ts'
import type { Asked } from '../sign-in/enter.ts'
import { updatePerson } from '../towns/person.sql.ts'
import { tellTowns } from '../towns/towns.jobs.ts'

const mine = (ctx: Ctx) => accountById(ctx, ctx.actor.accountId ?? '')

/** Changes name and language, here at once and in the other towns soon. */
export async function changeProfile(
  ctx: Ctx,
  { name, locale }: { name: string; locale: 'de' | 'en' },
): Promise<Result<{ locale: string }>> {
  const account = await mine(ctx)
  if (!account) return refuse('unknown')
  await updateAccount(ctx, account.id, { name, locale })
  await updatePerson(ctx, account.id, { name, email: account.email, locale })
  await tellTowns(ctx, account.id)
  if (name !== account.name) await note(ctx, account.id, 'nameChanged')
  return ok({ locale })
}

/** Sends a code and a link to the new address; nothing changes before they are used. Refuses: `tooManyMails`, `sameEmail`. */
export async function askForNewEmail(ctx: Ctx, { email }: { email: string }): Promise<Result<{ holder: string }>> {
  const account = await mine(ctx)
  if (!account) return refuse('unknown')
  if (email === account.email) return refuse('sameEmail', { field: 'email' })
  if (!(await mayMail(ctx, email))) return refuse('tooManyMails', { keep: true })
  const { id, holder } = await openChallenge(ctx, 'newEmail', { accountId: account.id, email, name: account.name })
  enqueueMail(ctx, id)
  return ok({ holder })
}

/** Refuses: `codeWrong`, `stepExpired`. */
export async function confirmNewEmailByCode(ctx: Ctx, { code }: { code: string }, asked: Asked): Promise<Result<undefined>> {
  const answer = await answerByCode(ctx, 'newEmail', holderIn(ctx, asked.headers), code)
  if (answer.ok && answer.value.accountId !== ctx.actor.accountId) return refuse('stepExpired')
  return answer.ok ? await changeEmail(ctx, answer.value) : answer
}

/** By the link in the mail, also in a browser that is not signed in. Refuses: `stepExpired`. */
export async function confirmNewEmailByLink(ctx: Ctx, { schluessel }: { schluessel: string }): Promise<Result<undefined>> {
  const answer = await answerByLink(ctx, 'newEmail', schluessel)
  return answer.ok ? await changeEmail(ctx, answer.value) : answer
}

async function changeEmail(ctx: Ctx, { accountId, email }: Challenge): Promise<Result<undefined>> {
  const account = accountId ? await accountById(ctx, accountId) : undefined
  if (!account || !email || (await isTaken(ctx, email))) return refuse('stepExpired')
  await updateAccount(ctx, account.id, { email })
  await updatePerson(ctx, account.id, { name: account.name, email, locale: account.locale })
  await tellTowns(ctx, account.id)
  await note(ctx, account.id, 'emailChanged')
  await mailTo(ctx, { email: account.email, locale: account.locale, text: 'accounts.mail.emailChanged', params: { name: account.name } })
  return ok(undefined)
}

/** A new password ends every other session. Returns the cookie that keeps this device known. */
export async function changePassword(ctx: Ctx, { password }: { password: string }): Promise<Result<SetCookie>> {
  const account = await mine(ctx)
  if (!account) return refuse('unknown')
  const passwordHash = await setPassword(ctx, account, password, ctx.actor.sessionId)
  await note(ctx, account.id, 'passwordChanged')
  return ok(deviceCookie(ctx, { id: account.id, passwordHash }))
}

/** Ends the account: nothing personal stays in it, nobody gets in any more, and every town is told. */
export async function deleteAccount(ctx: Ctx): Promise<Result<undefined>> {
  const account = await mine(ctx)
  if (!account) return refuse('unknown')
  await deleteSessions(ctx, account.id)
  await removeChallengesOf(ctx, account.id)
  await deletePasskeys(ctx, account.id)
  await deleteIdentities(ctx, account.id)
  await replaceRecoveryCodes(ctx, account.id, [])
  await removeLog(ctx, account.id)
  await emptyAccount(ctx, account.id)
  await tellTowns(ctx, account.id)
  await mailTo(ctx, { email: account.email, locale: account.locale, text: 'accounts.mail.deleted', params: { name: account.name } })
  return ok(undefined)
}
