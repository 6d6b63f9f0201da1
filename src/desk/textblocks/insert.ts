import type { Ctx } from '#platform/context.ts'
import { type Locale, textIn } from '#platform/text.ts'
import { appended, fillIn, fits, localeOfReporter, type TextBlock, textBlocks, type Values, workingUnits } from '#services/cases/index.ts'
import type { DeskReport } from '#services/reports/index.ts'

/** The texts that fit a report, whatever the form, and the language its reporter reads. */
export type Blocks = { all: readonly TextBlock[]; locale: Locale }

export async function blocksFor(ctx: Ctx, { case: it }: DeskReport): Promise<Blocks> {
  const units = [...(await workingUnits(ctx)), ...(it.unitId ? [it.unitId] : [])]
  const all = (await textBlocks(ctx)).filter((block) => fits(block, { unitIds: units, categoryId: it.typeId }))
  return { all, locale: all.length > 0 ? await localeOfReporter(ctx, it.id) : 'de' }
}

const valuesOf = (ctx: Ctx, report: DeskReport, locale: Locale): Values => {
  const day = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone })
  return {
    nummer: report.case.number,
    art: report.category.name[locale],
    ort: report.place.label,
    stelle: report.case.unitName ?? ctx.town.name,
    stand: textIn(locale, `report.state.${report.state}`),
    frist: day.format(report.case.dueAt),
    heute: day.format(ctx.now()),
  }
}

/** What stands in the form afterwards: what was typed, then the text with this report's facts. */
export const inserted = (ctx: Ctx, report: DeskReport, block: TextBlock, locale: Locale, typed: string): string =>
  appended(typed, fillIn(block.text[locale] || block.text.de, valuesOf(ctx, report, locale)))
