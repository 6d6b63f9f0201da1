import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesRoutingRule } from '#platform/db/schema.generated.ts'
import { newId } from '#platform/ids.ts'
import type { Bilingual } from './category.rules.ts'
import type { RoadOwner } from './place.rules.ts'
import type { RoutingRule } from './route.rules.ts'
import { MOST_RULES, type RoutingVersion } from './routing/version.rules.ts'
import { versionInForce } from './routing/version.sql.ts'

/** A rule as it is kept. `lineId` is the same in all versions in which it goes on. */
export type KeptRule = RoutingRule & { lineId: string; unitName: string }

const noteOf = (note: unknown): Bilingual | undefined => ((note as Partial<Bilingual>).de ? (note as Bilingual) : undefined)

const ruleOf = (row: Selectable<ServicesRoutingRule> & { unit_name: string }): KeptRule => ({
  id: row.id,
  lineId: row.line_id ?? row.id,
  position: row.position,
  categoryId: row.category_id ?? undefined,
  groupCode: row.group_code ?? undefined,
  districtId: row.district_id ?? undefined,
  owner: (row.owner ?? undefined) as RoadOwner | undefined,
  assetKind: row.asset_kind ?? undefined,
  unitId: row.unit_id,
  unitName: row.unit_name,
  publicNote: noteOf(row.public_note),
})

/** The rules of one version, in their order. */
export async function rulesOf(ctx: Ctx, versionId: string): Promise<KeptRule[]> {
  const rows = await ctx.db
    .selectFrom('services.routing_rule as r')
    .innerJoin('core.organisation as o', (join) => join.onRef('o.tenant_id', '=', 'r.tenant_id').onRef('o.id', '=', 'r.unit_id'))
    .selectAll('r')
    .select('o.name as unit_name')
    .where('r.tenant_id', '=', ctx.town.id)
    .where('r.version_id', '=', versionId)
    .orderBy('r.position')
    .orderBy('r.id')
    .limit(MOST_RULES)
    .execute()
  return rows.map(ruleOf)
}

/** The rules that count now, and the version that they stand in. */
export async function rulesInForce(ctx: Ctx): Promise<{ version: RoutingVersion | undefined; rules: KeptRule[] }> {
  const version = await versionInForce(ctx)
  return { version, rules: version ? await rulesOf(ctx, version.id) : [] }
}

/** The sentence for the public of a rule in whatever version. */
export async function publicNoteOf(ctx: Ctx, ruleId: string): Promise<Bilingual | undefined> {
  const row = await ctx.db
    .selectFrom('services.routing_rule')
    .select('public_note')
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', ruleId)
    .executeTakeFirst()
  return row && noteOf(row.public_note)
}

const valuesOf = (it: RoutingRule) => ({
  position: it.position,
  category_id: it.categoryId ?? null,
  group_code: it.groupCode ?? null,
  district_id: it.districtId ?? null,
  owner: it.owner ?? null,
  asset_kind: it.assetKind ?? null,
  unit_id: it.unitId,
  public_note: JSON.stringify(it.publicNote ?? {}),
})

export async function putRule(ctx: Ctx, versionId: string, it: RoutingRule & { lineId: string }): Promise<void> {
  await ctx.db
    .insertInto('services.routing_rule')
    .values({ tenant_id: ctx.town.id, id: it.id, version_id: versionId, line_id: it.lineId, ...valuesOf(it) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(valuesOf(it)))
    .execute()
}

/** The rules of an earlier version stand in the new one as well. */
export async function copyRules(ctx: Ctx, from: string, to: string): Promise<void> {
  const rules = await rulesOf(ctx, from)
  if (rules.length === 0) return
  await ctx.db
    .insertInto('services.routing_rule')
    .values(
      rules.map((it) => ({
        tenant_id: ctx.town.id,
        id: newId(ctx.now().getTime()),
        version_id: to,
        line_id: it.lineId,
        ...valuesOf(it),
      })),
    )
    .execute()
}

export const deleteRule = (ctx: Ctx, versionId: string, id: string) =>
  ctx.db
    .deleteFrom('services.routing_rule')
    .where('tenant_id', '=', ctx.town.id)
    .where('version_id', '=', versionId)
    .where('id', '=', id)
    .execute()
