import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { defineJob } from '#platform/module.ts'
import { accountByEmail, accountById, isTaken } from '../account.sql.ts'
import { type Challenge, spacedCode } from './challenge.rules.ts'
import { challengeById } from './challenge.sql.ts'
import { makeAnswers } from './challenge.verbs.ts'

/** The mail for a challenge is written by the worker: so the request does the same for known and unknown addresses. */
export const enqueueMail = (ctx: Ctx, challengeId: string): void => enqueue(ctx, 'accounts.mail', { challengeId })

export const challengeMailJob = defineJob({
  name: 'accounts.mail',
  payload: z.object({ challengeId: z.uuid() }),
  run: async (ctx, { challengeId }) => {
    const challenge = await challengeById(ctx, challengeId)
    if (!challenge) return
    const { purpose, email } = challenge
    if (purpose === 'signUp' && email) return await forNewAddress(ctx, challenge, email, 'accounts.mail.signUp', '/registrieren/link', null)
    if (purpose === 'newEmail' && email)
      return await forNewAddress(ctx, challenge, email, 'accounts.mail.newEmail', '/mein/konto/email/link', challenge.accountId)
    if (purpose === 'signIn' && email) return await forAccount(ctx, challenge, email, 'accounts.mail.signIn', '/anmelden/link')
    if (purpose === 'reset' && email) return await forAccount(ctx, challenge, email, 'accounts.mail.reset', '/passwort/neu')
    if (purpose === 'confirm' && challenge.accountId) await forOwner(ctx, challenge, challenge.accountId)
  },
})

/** Somebody wants to use an address that is new here. Where it is not, its owner hears of it, and nobody else does. */
async function forNewAddress(
  ctx: Ctx,
  challenge: Challenge,
  email: string,
  text: string,
  path: string,
  accountId: string | null,
): Promise<void> {
  const { locale } = challenge
  if (await isTaken(ctx, email)) {
    const owner = await accountByEmail(ctx, email)
    if (owner)
      await mailTo(ctx, {
        email,
        locale: owner.locale,
        text: 'accounts.mail.taken',
        params: { name: owner.name },
        link: { text: 'accounts.mail.taken.link', path: '/anmelden' },
      })
    return
  }
  const { code, link } = await makeAnswers(ctx, challenge.id, accountId)
  await mailTo(ctx, {
    email,
    locale,
    text,
    params: { name: challenge.name ?? '' },
    code: spacedCode(code),
    link: { text: `${text}.link`, path: `${path}?schluessel=${link}` },
  })
}

/** Somebody wants to get into an account. Where there is none, nothing is sent. */
async function forAccount(ctx: Ctx, challenge: Challenge, email: string, text: string, path: string): Promise<void> {
  const account = await accountByEmail(ctx, email)
  if (!account) return
  const { code, link } = await makeAnswers(ctx, challenge.id, account.id)
  await mailTo(ctx, {
    email,
    locale: account.locale,
    text,
    params: { name: account.name },
    code: spacedCode(code),
    link: { text: `${text}.link`, path: `${path}?schluessel=${link}` },
  })
}

async function forOwner(ctx: Ctx, challenge: Challenge, accountId: string): Promise<void> {
  const account = await accountById(ctx, accountId)
  if (!account) return
  const { code } = await makeAnswers(ctx, challenge.id, accountId)
  await mailTo(ctx, {
    email: account.email,
    locale: account.locale,
    text: 'accounts.mail.stepUp',
    params: { name: account.name },
    code: spacedCode(code),
  })
}
