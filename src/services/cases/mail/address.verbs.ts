import type { Ctx } from '#platform/context.ts'
import { newSecret } from '#platform/ids.ts'
import type { Case, Party } from '../case.rules.ts'
import { caseById, lockCase } from '../case.sql.ts'
import { partyByConfirmHash } from '../party.sql.ts'
import { confirmUntil, secretHash } from '../party.verbs.ts'
import { forgetMailsTo, putAddress, removeAddress } from './address.sql.ts'

/** Whose address the link of a confirmation mail is about. Of another kind, run out and unknown look the same. */
export async function behindLink(ctx: Ctx, kind: string, secret: string): Promise<{ case: Case; party: Party } | undefined> {
  const party = await waiting(ctx, secret)
  const it = party && (await caseById(ctx, party.caseId))
  return it?.kind === kind && party ? { case: it, party } : undefined
}

/** The same with the case held, which comes before the party wherever both are changed. */
export async function toConfirm(ctx: Ctx, kind: string, secret: string): Promise<{ case: Case; party: Party } | undefined> {
  const seen = await behindLink(ctx, kind, secret)
  const it = seen && (await lockCase(ctx, { id: seen.case.id }))
  const party = it && (await waiting(ctx, secret))
  return it && party ? { case: it, party } : undefined
}

const waiting = (ctx: Ctx, secret: string) => partyByConfirmHash(ctx, secretHash(secret), ctx.now())

/** Another address for a party, to be confirmed by the secret in the mail. What went to the one before is forgotten. */
export async function changeAddress(ctx: Ctx, it: Case, party: Party, given: string): Promise<{ party: Party; confirmSecret: string }> {
  const email = given.toLowerCase()
  if (party.email && party.email !== email) await forgetMailsTo(ctx, party.email, it.number)
  const confirmSecret = newSecret()
  const unconfirmed = { email, locale: ctx.locale, confirmHash: secretHash(confirmSecret), confirmUntil: confirmUntil(ctx) }
  return { party: await putAddress(ctx, party, unconfirmed), confirmSecret }
}

/** The address goes, with the mails that it got. Links in them open the case as before: who ends mails may still want to look. */
export async function endAddress(ctx: Ctx, it: Case, party: Party): Promise<void> {
  if (party.email) await forgetMailsTo(ctx, party.email, it.number)
  await removeAddress(ctx, party)
}
