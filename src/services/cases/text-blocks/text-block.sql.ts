import type { Ctx } from '#platform/context.ts'
import { type TextBlock, textBlockSteps } from './text-block.rules.ts'

/** As many as a town needs; the choice stays readable. */
export const MOST_TEXT_BLOCKS = 500

const all = (ctx: Ctx) => ctx.db.selectFrom('services.text_block').selectAll().where('tenant_id', '=', ctx.town.id)
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

const blockOf = (row: Row): TextBlock => ({
  id: row.id,
  name: row.name,
  unitId: row.unit_id ?? undefined,
  categoryId: row.category_id ?? undefined,
  step: textBlockSteps.find((step) => step === row.step),
  text: { de: row.text_de, en: row.text_en },
  changedAt: row.changed_at,
  changedBy: row.changed_by ?? undefined,
  closedAt: row.closed_at ?? undefined,
})

/** By name. */
export const textBlocks = async (ctx: Ctx): Promise<TextBlock[]> =>
  (await all(ctx).orderBy('name').orderBy('id').limit(MOST_TEXT_BLOCKS).execute()).map(blockOf)

export async function textBlockBy(ctx: Ctx, id: string): Promise<TextBlock | undefined> {
  const row = await all(ctx).where('id', '=', id).executeTakeFirst()
  return row && blockOf(row)
}

export async function putTextBlock(ctx: Ctx, it: TextBlock): Promise<void> {
  const values = {
    name: it.name,
    unit_id: it.unitId ?? null,
    category_id: it.categoryId ?? null,
    step: it.step ?? null,
    text_de: it.text.de,
    text_en: it.text.en,
    changed_at: it.changedAt,
    changed_by: it.changedBy ?? null,
    closed_at: it.closedAt ?? null,
  }
  await ctx.db
    .insertInto('services.text_block')
    .values({ tenant_id: ctx.town.id, id: it.id, ...values })
    .onConflict((known) => known.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

/** In which language the one who began the case reads. */
export async function localeOfReporter(ctx: Ctx, caseId: string): Promise<'de' | 'en'> {
  const row = await ctx.db
    .selectFrom('services.case_party')
    .select('locale')
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .where('role', 'in', ['reporter', 'applicant'])
    .limit(1)
    .executeTakeFirst()
  return row?.locale === 'en' ? 'en' : 'de'
}
