import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import {
  appended,
  type Case,
  fillIn,
  fits,
  localeOfReporter,
  type TextBlock,
  textBlocks,
  type Values,
  workingUnits,
} from '#services/cases/index.ts'

/** The texts that fit a case, whatever the form, and the language that is read by who began it. */
export type Blocks = { all: readonly TextBlock[]; locale: Locale }

export async function blocksFor(ctx: Ctx, { case: it }: { case: Pick<Case, 'id' | 'unitId' | 'typeId'> }): Promise<Blocks> {
  const units = [...(await workingUnits(ctx)), ...(it.unitId ? [it.unitId] : [])]
  const all = (await textBlocks(ctx)).filter((block) => fits(block, { unitIds: units, categoryId: it.typeId }))
  return { all, locale: all.length > 0 ? await localeOfReporter(ctx, it.id) : 'de' }
}

type Shown = { number: string; unitName: string | undefined; dueAt: Date }
type Own = Pick<Values, 'art' | 'ort' | 'stand'>

/** What stands in the form afterwards: what was typed, then the text with the facts of the case. */
export function insertedAt(ctx: Ctx, it: Shown, block: TextBlock, locale: Locale, typed: string, own: Own): string {
  const day = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone })
  const values: Values = {
    ...own,
    nummer: it.number,
    stelle: it.unitName ?? ctx.town.name,
    frist: day.format(it.dueAt),
    heute: day.format(ctx.now()),
  }
  return appended(typed, fillIn(block.text[locale] || block.text.de, values))
}
