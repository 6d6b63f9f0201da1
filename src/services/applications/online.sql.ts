import type { Ctx } from '#platform/context.ts'
import type { OnlineService } from './online.rules.ts'

export async function onlineBy(ctx: Ctx, by: { slug: string } | { serviceId: string }): Promise<OnlineService | undefined> {
  const query = ctx.db.selectFrom('services.online_service').selectAll().where('tenant_id', '=', ctx.town.id)
  const row = await ('slug' in by ? query.where('slug', '=', by.slug) : query.where('service_id', '=', by.serviceId)).executeTakeFirst()
  return (
    row && {
      serviceId: row.service_id,
      slug: row.slug,
      name: { de: row.name_de, en: row.name_en },
      formId: row.form_id,
      workflowId: row.workflow_id,
      unitId: row.unit_id,
    }
  )
}

export async function putOnline(ctx: Ctx, it: OnlineService): Promise<void> {
  const values = {
    slug: it.slug,
    name_de: it.name.de,
    name_en: it.name.en,
    form_id: it.formId,
    workflow_id: it.workflowId,
    unit_id: it.unitId,
  }
  await ctx.db
    .insertInto('services.online_service')
    .values({ tenant_id: ctx.town.id, service_id: it.serviceId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'service_id']).doUpdateSet(values))
    .execute()
}
