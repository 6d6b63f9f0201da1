import type { Ctx } from '#platform/context.ts'

/** How many people are filling in a form right now. */
export async function openDraftsOf(ctx: Ctx, formId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.draft')
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('form_id', '=', formId)
    .where('expires_at', '>', ctx.now())
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The newest answers that were sent by a form, with the version of each. */
export async function answersSent(ctx: Ctx, formId: string, limit: number) {
  const rows = await ctx.db
    .selectFrom('services.submission')
    .select(['id', 'form_number', 'answers', 'sent_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('form_id', '=', formId)
    .orderBy('sent_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, form_number, answers, sent_at }) => ({ id, formNumber: form_number, answers, sentAt: sent_at }))
}

/** Which service each form is for: by the offer, or because its key is the address of the service. At most as many as are listed. */
export async function servicesOfForms(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const offered = await ctx.db
    .selectFrom('services.online_service')
    .select(['form_id', 'service_id'])
    .where('tenant_id', '=', ctx.town.id)
    .limit(5_000)
    .execute()
  const named = await ctx.db
    .selectFrom('services.form as f')
    .innerJoin('services.service as s', (join) => join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.slug', '=', 'f.key'))
    .select(['f.id as form_id', 's.id as service_id'])
    .where('f.tenant_id', '=', ctx.town.id)
    .limit(5_000)
    .execute()
  return new Map([...named, ...offered].map(({ form_id, service_id }) => [form_id, service_id]))
}

/** The service that a form is for, in the same way. */
export async function serviceOfForm(ctx: Ctx, formId: string): Promise<string | undefined> {
  const offered = await ctx.db
    .selectFrom('services.online_service')
    .select('service_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('form_id', '=', formId)
    .limit(1)
    .executeTakeFirst()
  if (offered) return offered.service_id
  const named = await ctx.db
    .selectFrom('services.form as f')
    .innerJoin('services.service as s', (join) => join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.slug', '=', 'f.key'))
    .select('s.id')
    .where('f.tenant_id', '=', ctx.town.id)
    .where('f.id', '=', formId)
    .executeTakeFirst()
  return named?.id
}
