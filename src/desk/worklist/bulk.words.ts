import type { Ctx } from '#platform/context.ts'
import { type Locale, textIn } from '#platform/text.ts'
import { emptyVariables, fillIn, namesOf, type Values, type Variable } from '#services/cases/index.ts'
import { categories } from '#services/reports/index.ts'
import type { BulkAction } from './bulk.rules.ts'
import { type Picked, type Reach, reachOf } from './bulk.sql.ts'

/** What is said about one report: its own facts in the text, what of it stays empty, and who reads it. */
export type Words = { text: string; empty: Variable[]; reach: Reach }

const nobody: Reach = { parties: 0, told: 0, locale: 'de' }

/**
 * The text for each report, with the facts of that report in place of the variables, in the language of whoever began it. Public
 * words are for everybody and stay German.
 */
export async function wordsFor(
  ctx: Ctx,
  was: BulkAction,
  reports: readonly Picked[],
  { text = '', textEn = '' }: { text?: string | undefined; textEn?: string | undefined },
): Promise<Map<string, Words>> {
  const reach = await reachOf(
    ctx,
    reports.map(({ id }) => id),
    was !== 'write',
  )
  const valuesOf = await factsOf(ctx, reports)
  return new Map(
    reports.map((report) => {
      const read = reach.get(report.id) ?? nobody
      const locale: Locale = was === 'write' && textEn !== '' ? read.locale : 'de'
      const words = locale === 'en' ? textEn : text
      const values = valuesOf(report, locale)
      return [report.number, { text: fillIn(words, values), empty: emptyVariables(words, values), reach: read }]
    }),
  )
}

async function factsOf(ctx: Ctx, reports: readonly Picked[]): Promise<(report: Picked, locale: Locale) => Values> {
  const kinds = new Map((await categories(ctx, { closed: true })).map(({ id, name }) => [id, name]))
  const units = await namesOf(
    ctx,
    'core.organisation',
    reports.flatMap(({ unitId }) => unitId ?? []),
  )
  const day = (locale: Locale) =>
    new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: ctx.town.timeZone })
  return ({ number, typeId, title, placeLabel, unitId, state, dueAt, closedAt }, locale) => ({
    nummer: number,
    art: kinds.get(typeId)?.[locale] ?? title,
    ort: placeLabel,
    stelle: units.get(unitId ?? '') ?? '',
    stand: textIn(locale, `report.state.${state}`),
    // What is closed is due no more: a text that names the day would say something wrong.
    frist: closedAt ? '' : day(locale).format(dueAt),
    heute: day(locale).format(ctx.now()),
  })
}
