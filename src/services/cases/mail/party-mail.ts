import { mayMail } from '#core/accounts/index.ts'
import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import type { TextParams } from '#platform/text.ts'
import type { Case, Party } from '../case.rules.ts'
import { partyLink } from '../party.verbs.ts'

/** Where the pages of each kind of case begin. */
const homes: Readonly<Record<string, string>> = { report: '/meldungen', application: '/antraege' }

export const unsubscribeHome = (kind: string): string => `${homes[kind]}/abmelden`

/** Where somebody ends the mails of one case without signing in. */
const unsubscribePath = (kind: string, party: Party): string => partyLink(party).replace(/^\/s\//, `${unsubscribeHome(kind)}/`)

/**
 * A mail to an address that nobody has confirmed yet; news go there only afterwards. Its words are `{kind}.mail.confirm.{role}`.
 * Nobody fills somebody else's mailbox by naming the address again and again, and nobody is told that it was enough.
 */
export async function askToConfirm(
  ctx: Ctx,
  it: Case,
  { party, confirmSecret }: { party: Party; confirmSecret: string | undefined },
): Promise<void> {
  if (!confirmSecret || !party.email || !(await mayMail(ctx, party.email))) return
  await mailTo(ctx, {
    email: party.email,
    locale: party.locale,
    text: `${it.kind}.mail.confirm.${party.role}`,
    params: { number: it.number, title: it.title, place: it.placeLabel },
    link: { text: `${it.kind}.mail.confirm.link`, path: `${homes[it.kind]}/bestaetigen/${confirmSecret}` },
  })
}

/** News for a party without an account, to the address that she confirmed, with the link that opens her case and the one that ends these mails. */
export async function mailParty(
  ctx: Ctx,
  { kind }: Pick<Case, 'kind'>,
  party: Party,
  { text, link, params }: { text: string; link: string; params: TextParams },
): Promise<void> {
  if (!party.email || !party.emailConfirmedAt) return
  await mailTo(ctx, {
    email: party.email,
    locale: party.locale,
    text,
    params,
    link: { text: link, path: partyLink(party) },
    unsubscribe: { path: unsubscribePath(kind, party) },
  })
}
