import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Account } from '../account.rules.ts'
import { accountById } from '../account.sql.ts'
import { note } from '../account-log.sql.ts'
import { removeChallenge } from '../challenges/challenge.sql.ts'
import { held, openChallenge } from '../challenges/challenge.verbs.ts'
import { holderIn } from '../challenges/step-cookie.ts'
import { type Arrival, type Asked, enter } from '../sign-in/enter.ts'
import { deletePasskey, insertPasskey, markUsed, passkeyByCredential, passkeysOf } from './passkey.sql.ts'
import { askingOptions, credentialIdOf, madePasskey, makingOptions, rpIdOf, usedPasskey } from './webauthn.ts'

type Question = { options: object; holder: string }

/** What the browser needs for making a passkey. Refuses: `noPasskeysHere`. */
export async function askForNewPasskey(ctx: Ctx): Promise<Result<Question, 'noPasskeysHere'>> {
  const account = await accountById(ctx, ctx.actor.accountId ?? '')
  const rpId = rpIdOf(ctx.town)
  if (!account || !rpId) return refuse('noPasskeysHere')
  const known = await passkeysOf(ctx, account.id)
  const { options, sign } = await makingOptions(
    rpId,
    { town: ctx.town.name, email: account.email, name: account.name },
    { id: account.id, credentialIds: known.map((passkey) => passkey.credentialId) },
  )
  const { holder } = await openChallenge(ctx, 'passkey', { accountId: account.id, facts: { sign } })
  return ok({ options, holder })
}

/** Refuses: `passkeyFailed`. */
export async function addPasskey(
  ctx: Ctx,
  { name, answer }: { name: string; answer: string },
  asked: Asked,
): Promise<Result<undefined, 'passkeyFailed'>> {
  const accountId = ctx.actor.accountId ?? ''
  const expected = await expectation(ctx, asked, accountId)
  const key = expected && (await madePasskey(answer, expected))
  if (!key || !(await insertPasskey(ctx, { accountId, name, rpId: expected.rpId, key }))) return refuse('passkeyFailed', { keep: true })
  await note(ctx, accountId, 'passkeyAdded')
  return ok(undefined)
}

/** Refuses: `unknown`. */
export async function removePasskey(ctx: Ctx, { id }: { id: string }): Promise<Result<undefined, 'unknown'>> {
  const accountId = ctx.actor.accountId ?? ''
  if (!(await deletePasskey(ctx, accountId, id))) return refuse('unknown')
  await note(ctx, accountId, 'passkeyRemoved')
  return ok(undefined)
}

/** What the browser needs for signing in with any passkey it has for this town. Refuses: `noPasskeysHere`. */
export async function askForPasskey(ctx: Ctx): Promise<Result<Question, 'noPasskeysHere'>> {
  const rpId = rpIdOf(ctx.town)
  if (!rpId) return refuse('noPasskeysHere')
  const { options, sign } = await askingOptions(rpId)
  const { holder } = await openChallenge(ctx, 'passkey', { facts: { sign } })
  return ok({ options, holder })
}

/** Refuses: `passkeyFailed`. */
export async function signInByPasskey(
  ctx: Ctx,
  { answer, weiter }: { answer: string; weiter?: string | undefined },
  asked: Asked,
): Promise<Result<Arrival, 'passkeyFailed'>> {
  const account = await ownerOf(ctx, answer, asked)
  return account ? ok(await enter(ctx, account, { way: 'passkey', to: weiter, asked })) : refuse('passkeyFailed', { keep: true })
}

/** The account whose passkey gave this answer, once; undefined when anything about it is wrong. */
export async function ownerOf(ctx: Ctx, answer: string, asked: Asked): Promise<Account | undefined> {
  const expected = await expectation(ctx, asked, null)
  const credentialId = credentialIdOf(answer)
  const passkey = credentialId ? await passkeyByCredential(ctx, credentialId) : undefined
  if (!expected || !passkey) return undefined
  const counter = await usedPasskey(answer, passkey.key, expected)
  if (counter === undefined) return undefined
  await markUsed(ctx, passkey.id, counter)
  return await accountById(ctx, passkey.accountId)
}

/** What this browser was asked to sign; it can be answered once. */
async function expectation(ctx: Ctx, asked: Asked, accountId: string | null) {
  const challenge = await held(ctx, 'passkey', holderIn(ctx, asked.headers))
  const rpId = rpIdOf(ctx.town)
  if (!challenge?.facts.sign || !rpId || challenge.accountId !== accountId) return undefined
  await removeChallenge(ctx, challenge.id)
  return { sign: challenge.facts.sign, origin: ctx.town.origin, rpId }
}
