import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { type Case, type Party, partyByCode } from '../../cases/index.ts'
import { unconfirmedApplicants } from '../../cases/mail/address.sql.ts'
import { changeAddress, endAddress, toConfirm } from '../../cases/mail/address.verbs.ts'
import { askToConfirm, mailParty } from '../../cases/mail/party-mail.ts'
import { confirmParty, partyById } from '../../cases/party.sql.ts'
import { tell } from '../../cases/step.verbs.ts'
import { applicationEvents } from '../application.events.ts'
import { titleFor } from './title.read.ts'

/** So many addresses one applicant gives in the life of a case: nobody sends mails to strangers by way of an own application. */
const MOST_ADDRESSES = 10

/** Whoever types for her at the counter is staff in the memory. */
const roleOf = (ctx: Ctx) => (ctx.actor.kind === 'person' ? {} : { role: 'applicant' })

type Held = { case: Case; party: Party }

/** The case of an applicant without account, held, and she as she is now. */
async function held(ctx: Ctx, { caseId, id }: Party): Promise<Held | undefined> {
  const it = await lockCase(ctx, { id: caseId })
  const party = it?.kind === 'application' ? await partyById(ctx, caseId, id) : undefined
  return it && party?.role === 'applicant' && !party.personId ? { case: it, party } : undefined
}

/** The secret stands in the mail alone; there is none where the address was confirmed before. */
export type Wanted = { number: string; confirmSecret: string | undefined }

/**
 * News by mail to an address, once it is confirmed, for who applied without an account. It takes the place of the one before. The
 * answer is the same whether or not the address is known to anybody, and whether or not a mail could go there at this time.
 */
export async function wantNews(
  ctx: Ctx,
  applicant: Party,
  { email }: { email: string },
): Promise<Result<Wanted, 'notAllowed' | 'tooManyAddresses'>> {
  const found = await held(ctx, applicant)
  if (!found) return refuse('notAllowed')
  const { case: it, party } = found
  if (party.email === email.toLowerCase() && party.emailConfirmedAt) return ok({ number: it.number, confirmSecret: undefined })
  if (party.addressNo >= MOST_ADDRESSES) return refuse('tooManyAddresses', { field: 'email', facts: { count: MOST_ADDRESSES } })
  const changed = await changeAddress(ctx, it, party, email)
  await tell(ctx, it, { event: applicationEvents.newsAsked, data: { partyId: party.id }, ...roleOf(ctx), shownTo: 'internal' })
  await askToConfirm(ctx, it, changed)
  return ok({ number: it.number, confirmSecret: changed.confirmSecret })
}

/**
 * The second half of the double opt-in. An address with a slip of the pen must not show a stranger what somebody applied for, so who
 * confirms shows that she is the applicant: `by` is whom her browser stands for, else the code from the receipt is asked.
 */
export async function confirmNews(
  ctx: Ctx,
  { secret, code = '', by }: { secret: string; code?: string | undefined; by: Party | undefined },
): Promise<Result<Held, 'confirmOver' | 'unknownCode'>> {
  const found = await toConfirm(ctx, 'application', secret)
  if (!found || found.party.personId) return refuse('confirmOver')
  const { case: it, party } = found
  if (by?.id !== party.id) {
    const opened = await partyByCode(ctx, { number: it.number, code })
    if (!opened.ok || opened.value.party.id !== party.id) return refuse('unknownCode', { field: 'code' })
  }
  if (party.emailConfirmedAt) return ok(found)
  await confirmParty(ctx, party)
  const confirmed = { ...party, emailConfirmedAt: ctx.now() }
  await tell(ctx, it, { event: applicationEvents.newsConfirmed, data: { partyId: party.id }, role: 'applicant', shownTo: 'parties' })
  const params = { number: it.number, title: await titleFor(ctx, it, party.locale) }
  await mailParty(ctx, it, confirmed, { text: 'application.mail.receipt', link: 'application.mail.news.link', params })
  return ok({ case: it, party: confirmed })
}

/** No more news: the address is taken out. Ending it twice changes nothing. */
export async function endNews(ctx: Ctx, applicant: Party): Promise<Result<{ number: string }, 'notAllowed'>> {
  const found = await held(ctx, applicant)
  if (!found) return refuse('notAllowed')
  const { case: it, party } = found
  if (party.email) {
    await endAddress(ctx, it, party)
    await tell(ctx, it, { event: applicationEvents.newsEnded, data: { partyId: party.id }, role: 'applicant', shownTo: 'parties' })
  }
  return ok({ number: it.number })
}

/** Addresses that nobody confirmed in time are taken out again. Returns how many. */
export async function dropUnconfirmed(ctx: Ctx, limit: number): Promise<number> {
  let count = 0
  for (const waiting of await unconfirmedApplicants(ctx, limit)) {
    const found = await held(ctx, waiting)
    // Confirmed or replaced while this waited for the case.
    if (!found || found.party.emailConfirmedAt || found.party.addressNo !== waiting.addressNo) continue
    const { case: it, party } = found
    await endAddress(ctx, it, party)
    await tell(ctx, it, { event: applicationEvents.newsExpired, data: { partyId: party.id }, role: 'system', shownTo: 'internal' })
    count++
  }
  return count
}
