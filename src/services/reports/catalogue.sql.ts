import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesReportCategory } from '#platform/db/schema.generated.ts'
import { uuidPattern } from '#platform/ids.ts'
import { kept } from '#platform/kept.ts'
import type { Bilingual, Category, CategoryGroup, EmergencyNumber, Proof, PublishMode, Question } from './category.rules.ts'

// What stands in the jsonb columns went through the schemas of category.rules.ts.
const categoryOf = (row: Selectable<ServicesReportCategory>): Category => ({
  id: row.id,
  code: row.code,
  groupCode: row.group_code,
  name: row.name as Bilingual,
  hint: (row.hint as Partial<Bilingual>).de ? (row.hint as Bilingual) : undefined,
  keywords: row.keywords,
  questions: row.questions as unknown as Question[],
  icon: row.icon,
  radiusM: row.radius_m,
  deadlineDays: row.deadline_days,
  acceptDays: row.accept_days,
  proof: row.proof as Proof,
  publish: row.publish as PublishMode,
  anonymous: row.anonymous,
  confirmEmail: row.confirm_email,
  danger: (row.danger ?? undefined) as EmergencyNumber | undefined,
  unitId: row.unit_id ?? undefined,
  position: row.position,
  closedAt: row.closed_at ?? undefined,
})

/** In the order in which the form shows them; closed ones only if asked for. */
export async function categories(ctx: Ctx, { closed = false }: { closed?: boolean } = {}): Promise<Category[]> {
  const all = await kept(ctx, 'catalogue', 'categories', () => allCategories(ctx))
  return closed ? all : all.filter(({ closedAt }) => closedAt === undefined)
}

async function allCategories(ctx: Ctx): Promise<Category[]> {
  const rows = await ctx.db
    .selectFrom('services.report_category as c')
    .innerJoin('services.report_category_group as g', (join) =>
      join.onRef('g.tenant_id', '=', 'c.tenant_id').onRef('g.code', '=', 'c.group_code'),
    )
    .selectAll('c')
    .where('c.tenant_id', '=', ctx.town.id)
    .orderBy('g.position')
    .orderBy('g.code')
    .orderBy('c.position')
    .orderBy('c.code')
    .limit(500)
    .execute()
  return rows.map(categoryOf)
}

export const categoryGroups = (ctx: Ctx): Promise<CategoryGroup[]> => kept(ctx, 'catalogue', 'groups', () => allGroups(ctx))

async function allGroups(ctx: Ctx): Promise<CategoryGroup[]> {
  const rows = await ctx.db
    .selectFrom('services.report_category_group')
    .select(['code', 'name', 'icon', 'position'])
    .where('tenant_id', '=', ctx.town.id)
    .orderBy('position')
    .orderBy('code')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, name: row.name as Bilingual }))
}

/** By id or code. */
export async function categoryBy(ctx: Ctx, idOrCode: string): Promise<Category | undefined> {
  const row = await ctx.db
    .selectFrom('services.report_category')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where(uuidPattern.test(idOrCode) ? 'id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  return row && categoryOf(row)
}

/** Writes a new category or all of a known one. False if the code belongs to another one. */
export async function putCategory(ctx: Ctx, it: Category): Promise<boolean> {
  const values = {
    code: it.code,
    group_code: it.groupCode,
    name: JSON.stringify(it.name),
    hint: JSON.stringify(it.hint ?? {}),
    keywords: it.keywords,
    questions: JSON.stringify(it.questions),
    icon: it.icon,
    radius_m: it.radiusM,
    deadline_days: it.deadlineDays,
    accept_days: it.acceptDays,
    proof: it.proof,
    publish: it.publish,
    anonymous: it.anonymous,
    confirm_email: it.confirmEmail,
    danger: it.danger ?? null,
    unit_id: it.unitId ?? null,
    position: it.position,
    closed_at: it.closedAt ?? null,
  }
  const other = await ctx.db
    .selectFrom('services.report_category')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('code', '=', it.code)
    .where('id', '!=', it.id)
    .executeTakeFirst()
  if (other) return false
  await ctx.db
    .insertInto('services.report_category')
    .values({ tenant_id: ctx.town.id, id: it.id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
  return true
}

export async function putGroup(ctx: Ctx, it: CategoryGroup): Promise<void> {
  const values = { name: JSON.stringify(it.name), icon: it.icon, position: it.position }
  await ctx.db
    .insertInto('services.report_category_group')
    .values({ tenant_id: ctx.town.id, code: it.code, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doUpdateSet(values))
    .execute()
}

export const deleteGroup = (ctx: Ctx, code: string) =>
  ctx.db.deleteFrom('services.report_category_group').where('tenant_id', '=', ctx.town.id).where('code', '=', code).execute()
