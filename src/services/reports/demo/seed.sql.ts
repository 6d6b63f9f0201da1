import type { Ctx } from '#platform/context.ts'

/** Mails about what happened a year ago are not sent again. */
export const forgetMails = (ctx: Ctx) => ctx.db.deleteFrom('core.mail').where('tenant_id', '=', ctx.town.id).execute()

/** In the demo everybody has opened the link in the mail. */
export const confirmAddresses = (ctx: Ctx) =>
  ctx.db
    .updateTable('services.case_party')
    .set((set) => ({ email_confirmed_at: set.ref('since'), confirm_hash: null }))
    .where('tenant_id', '=', ctx.town.id)
    .where('email', 'is not', null)
    .execute()
