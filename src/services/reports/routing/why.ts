import { districtsOf } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Locale, textIn } from '#platform/text.ts'
import type { Case } from '../../cases/index.ts'
import { categoryGroups } from '../catalogue.sql.ts'
import type { Bilingual, Category } from '../category.rules.ts'
import type { RoutingTrace } from '../route.rules.ts'
import { publicNoteOf } from '../routing.sql.ts'

/** Why it is this unit, in one sentence for everybody: that of the rule that was taken, else one made from the trace. */
export async function whyThisUnit(
  ctx: Ctx,
  of: Case,
  category: Category,
  trace: RoutingTrace | undefined,
  unit: string | undefined,
): Promise<Bilingual | undefined> {
  const taken = trace?.tried.find((one) => one.taken)
  if (!trace || !unit || taken?.unitId !== of.unitId) return undefined
  const note = taken?.ruleId ? await publicNoteOf(ctx, taken.ruleId) : undefined
  if (note) return note
  const { facts } = trace
  const named = facts.districtId && (trace.taken === 'categoryArea' || trace.taken === 'area')
  const district = named ? (await districtsOf(ctx)).find(({ id }) => id === facts.districtId)?.name : undefined
  const group = trace.taken === 'group' ? (await categoryGroups(ctx)).find(({ code }) => code === facts.groupCode) : undefined
  const sentence = (locale: Locale) =>
    textIn(locale, `routing.why.${trace.taken}`, {
      unit,
      category: category.name[locale],
      district: district ?? '',
      group: group?.name[locale] ?? '',
      owner: facts.roadOwner ?? 'other',
    })
  return { de: sentence('de'), en: sentence('en') }
}
