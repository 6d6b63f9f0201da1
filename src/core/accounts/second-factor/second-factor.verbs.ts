import type { Ctx } from '#platform/context.ts'
import { speakableCode } from '#platform/ids.ts'
import { keyedHash, seal, unseal } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Account } from '../account.rules.ts'
import { accountById, updateAccount } from '../account.sql.ts'
import { note } from '../account-log.sql.ts'
import { removeChallenge } from '../challenges/challenge.sql.ts'
import { held } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { mayGuess } from '../guessing/guessing.verbs.ts'
import { deviceCookieName, knownDevice } from '../guessing/known-device.ts'
import { ways } from '../sessions/session.rules.ts'
import { type Arrival, type Asked, enterFully } from '../sign-in/enter.ts'
import { replaceRecoveryCodes, takeStep, useRecoveryCode } from './second-factor.sql.ts'
import { stepOf } from './totp.ts'

/** The second step of signing in: a code of the app, or one of the recovery codes. Refuses: `codeWrong`, `stepExpired`, `tooManyAttempts`. */
export async function signInBySecondFactor(ctx: Ctx, { code }: { code: string }, asked: Asked): Promise<Result<Arrival>> {
  const challenge = await held(ctx, 'secondFactor', holderIn(ctx, asked.headers))
  const account = challenge?.accountId ? await accountById(ctx, challenge.accountId) : undefined
  if (!challenge || !account) return refuse('stepExpired')
  const checked = await checkSecondFactor(ctx, account, code, asked)
  if (!checked.ok) return checked
  await removeChallenge(ctx, challenge.id)
  const way = ways.find((known) => known === challenge.facts.way) ?? 'password'
  return ok(await enterFully(ctx, account, { way, to: challenge.facts.to, asked }))
}

/** Checks and uses up a code. Refuses: `codeWrong`, `tooManyAttempts`. */
export async function checkSecondFactor(
  ctx: Ctx,
  account: Account,
  code: string,
  asked: Asked,
): Promise<Result<undefined, 'codeWrong' | 'tooManyAttempts'>> {
  const device = knownDevice(asked.cookie(deviceCookieName(ctx)), account)
  if (!(await mayGuess(ctx, 'secondFactor', account.id, device))) return refuse('tooManyAttempts', { keep: true })
  const plain = code.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(plain) && account.totpConfirmedAt) {
    const step = stepOf(totpSecretOf(account) ?? '', plain, ctx.now())
    if (step !== undefined && (await takeStep(ctx, account.id, step))) return ok(undefined)
  } else if (await useRecoveryCode(ctx, account.id, recoveryHash(account.id, plain))) {
    await note(ctx, account.id, 'recoveryCodeUsed')
    return ok(undefined)
  }
  return refuse('codeWrong', { field: 'code', keep: true })
}

const totpSecretOf = (account: Account): string | undefined => {
  const secret = unseal('accounts/totp', account.totpSecret ?? undefined)
  return typeof secret === 'string' ? secret : undefined
}

const recoveryHash = (accountId: string, code: string): Buffer => keyedHash('accounts/recovery', `${accountId} ${code}`)

/** Turns the second factor on, when the app shows the right code. Returns ten recovery codes. Refuses: `codeWrong`. */
export async function turnOn(ctx: Ctx, { secret, code }: { secret: string; code: string }): Promise<Result<{ codes: string[] }>> {
  const accountId = ctx.actor.accountId ?? ''
  const step = stepOf(secret, code, ctx.now())
  if (step === undefined) return refuse('codeWrong', { field: 'code' })
  await updateAccount(ctx, accountId, { totp_secret: seal('accounts/totp', secret), totp_confirmed_at: ctx.now(), totp_last_step: step })
  await note(ctx, accountId, 'secondFactorOn')
  return ok({ codes: await newRecoveryCodes(ctx, accountId) })
}

/** New recovery codes; the old ones are worth nothing any more. */
export async function renewCodes(ctx: Ctx): Promise<Result<{ codes: string[] }, 'wrongState'>> {
  const account = await accountById(ctx, ctx.actor.accountId ?? '')
  if (!account?.totpConfirmedAt) return refuse('wrongState')
  await note(ctx, account.id, 'recoveryCodesMade')
  return ok({ codes: await newRecoveryCodes(ctx, account.id) })
}

export async function turnOff(ctx: Ctx): Promise<Result<undefined>> {
  const accountId = ctx.actor.accountId ?? ''
  await updateAccount(ctx, accountId, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
  await replaceRecoveryCodes(ctx, accountId, [])
  await note(ctx, accountId, 'secondFactorOff')
  return ok(undefined)
}

async function newRecoveryCodes(ctx: Ctx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => speakableCode(10))
  await replaceRecoveryCodes(
    ctx,
    accountId,
    codes.map((code) => recoveryHash(accountId, code)),
  )
  return codes
}
