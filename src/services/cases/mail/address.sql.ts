import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Party } from '../case.rules.ts'
import { partyOf } from '../party.sql.ts'

type Waiting = { email: string; locale: 'de' | 'en'; confirmHash: Buffer; confirmUntil: Date }

const own = (ctx: Ctx, party: Party) =>
  ctx.db
    .updateTable('services.case_party')
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', party.caseId)
    .where('id', '=', party.id)
    .where('until', 'is', null)

/** In the place of the address that was there; nobody has confirmed it yet. */
export async function putAddress(ctx: Ctx, party: Party, it: Waiting): Promise<Party> {
  const row = await own(ctx, party)
    .set({
      email: it.email,
      email_confirmed_at: null,
      locale: it.locale,
      confirm_hash: it.confirmHash,
      confirm_until: it.confirmUntil,
      address_no: party.addressNo + 1,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return partyOf(row)
}

export const removeAddress = (ctx: Ctx, party: Party) =>
  own(ctx, party).set({ email: null, email_confirmed_at: null, confirm_hash: null, confirm_until: null }).execute()

/** Mails to an address about a case go with it, and those that still wait are not sent. */
export const forgetMailsTo = (ctx: Ctx, email: string, number: string) =>
  ctx.db
    .deleteFrom('core.mail')
    .where('tenant_id', '=', ctx.town.id)
    .where('to_address', '=', email)
    .where(sql<boolean>`position(${number} IN subject || text) > 0`)
    .execute()

/** Applicants whose address was not confirmed in time. */
export async function unconfirmedApplicants(ctx: Ctx, limit: number): Promise<Party[]> {
  const rows = await ctx.db
    .selectFrom('services.case_party')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('until', 'is', null)
    .where('role', '=', sql.lit('applicant'))
    .where('email', 'is not', null)
    .where('email_confirmed_at', 'is', null)
    .where('confirm_until', '<=', ctx.now())
    .orderBy('confirm_until')
    .limit(limit)
    .execute()
  return rows.map(partyOf)
}
