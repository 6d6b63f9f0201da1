import type { Ctx } from '#platform/context.ts'
import type { Bilingual } from './category.rules.ts'
import type { RoadOwner } from './place.rules.ts'
import type { RoutingRule } from './route.rules.ts'

/** The rules that count, in their order. */
export async function rulesInForce(ctx: Ctx): Promise<(RoutingRule & { unitName: string })[]> {
  const rows = await ctx.db
    .selectFrom('services.routing_rule as r')
    .innerJoin('core.organisation as o', (join) => join.onRef('o.tenant_id', '=', 'r.tenant_id').onRef('o.id', '=', 'r.unit_id'))
    .selectAll('r')
    .select('o.name as unit_name')
    .where('r.tenant_id', '=', ctx.town.id)
    .where('r.closed_at', 'is', null)
    .orderBy('r.position')
    .orderBy('r.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    categoryId: row.category_id ?? undefined,
    groupCode: row.group_code ?? undefined,
    districtId: row.district_id ?? undefined,
    owner: (row.owner ?? undefined) as RoadOwner | undefined,
    assetKind: row.asset_kind ?? undefined,
    unitId: row.unit_id,
    unitName: row.unit_name,
    publicNote: (row.public_note as Partial<Bilingual>).de ? (row.public_note as Bilingual) : undefined,
  }))
}

export async function putRule(ctx: Ctx, it: RoutingRule): Promise<void> {
  const values = {
    position: it.position,
    category_id: it.categoryId ?? null,
    group_code: it.groupCode ?? null,
    district_id: it.districtId ?? null,
    owner: it.owner ?? null,
    asset_kind: it.assetKind ?? null,
    unit_id: it.unitId,
    public_note: JSON.stringify(it.publicNote ?? {}),
  }
  await ctx.db
    .insertInto('services.routing_rule')
    .values({ tenant_id: ctx.town.id, id: it.id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export const endRule = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('services.routing_rule')
    .set({ closed_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()
