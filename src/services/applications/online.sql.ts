import type { Ctx } from '#platform/context.ts'
import type { OnlineService } from './online.rules.ts'

export async function onlineBy(
  ctx: Ctx,
  by: { slug: string } | { serviceId: string } | { workflowId: string },
): Promise<OnlineService | undefined> {
  const query = ctx.db.selectFrom('services.online_service').selectAll().where('tenant_id', '=', ctx.town.id).limit(1)
  const row = await ('slug' in by
    ? query.where('slug', '=', by.slug)
    : 'serviceId' in by
      ? query.where('service_id', '=', by.serviceId)
      : query.where('workflow_id', '=', by.workflowId).orderBy('service_id')
  ).executeTakeFirst()
  return (
    row && {
      serviceId: row.service_id,
      slug: row.slug,
      name: { de: row.name_de, en: row.name_en },
      formId: row.form_id,
      workflowId: row.workflow_id,
      unitId: row.unit_id,
      remedy: row.remedy === 'suit' ? 'suit' : 'objection',
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
    remedy: it.remedy,
  }
  await ctx.db
    .insertInto('services.online_service')
    .values({ tenant_id: ctx.town.id, service_id: it.serviceId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'service_id']).doUpdateSet(values))
    .execute()
}

/** What these services are called. */
export async function onlineNames(ctx: Ctx, serviceIds: readonly string[]): Promise<Map<string, { de: string; en: string }>> {
  if (serviceIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('services.online_service')
    .select(['service_id', 'name_de', 'name_en'])
    .where('tenant_id', '=', ctx.town.id)
    .where('service_id', 'in', [...new Set(serviceIds)])
    .execute()
  return new Map(rows.map((row) => [row.service_id, { de: row.name_de, en: row.name_en }]))
}

/** Every service with a form in force, with that form. */
export async function onlineForms(
  ctx: Ctx,
): Promise<{ serviceId: string; slug: string; name: { de: string; en: string }; content: unknown }[]> {
  const rows = await ctx.db
    .selectFrom('services.online_service as o')
    .innerJoin('services.form_version as v', (join) => join.onRef('v.tenant_id', '=', 'o.tenant_id').onRef('v.form_id', '=', 'o.form_id'))
    .select(['o.service_id', 'o.slug', 'o.name_de', 'o.name_en', 'v.content'])
    .where('o.tenant_id', '=', ctx.town.id)
    .where('v.retired_at', 'is', null)
    .limit(3000)
    .execute()
  return rows.map((row) => ({
    serviceId: row.service_id,
    slug: row.slug,
    name: { de: row.name_de, en: row.name_en },
    content: row.content,
  }))
}
