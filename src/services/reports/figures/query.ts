import { z } from 'zod'
import type { District } from '#core/places/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Category } from '../category.rules.ts'
import { typeIdsOf } from '../pages/list-query.ts'
import type { Choice } from './figure.sql.ts'
import { type Period, periodOf } from './period.rules.ts'

const word = z.string().trim().max(100).optional().catch(undefined)

/** What the address of the figures may say; what is not understood is as if it were not there. */
export const FiguresQuery = z.object({
  /** `YYYY`, `YYYY-MM`, `monat`, `vormonat` or `alles`; the last twelve months unless said. */
  zeit: word,
  /** Code of a category, or of a group as `gruppe:street`. */
  art: word,
  /** Code of a district. */
  ortsteil: word,
  /** Code of a department or team. */
  amt: word,
})
export type FiguresQuery = z.output<typeof FiguresQuery>

export type FiguresUnit = { id: string; code: string; name: string }
export type Known = {
  categories: readonly Category[]
  districts: readonly District[]
  units: readonly FiguresUnit[]
  now: Date
  timeZone: string
}

/** What a query means. */
export function choiceOf(query: FiguresQuery, { categories, districts, units, now, timeZone }: Known): Choice & { period: Period } {
  const period = periodOf(query.zeit, dayIn(now, timeZone).slice(0, 7))
  return {
    period,
    ...period,
    categoryIds: query.art ? typeIdsOf(query.art, categories) : undefined,
    districtId: query.ortsteil ? districts.find(({ code }) => code === query.ortsteil)?.id : undefined,
    unitId: query.amt ? units.find(({ code }) => code === query.amt)?.id : undefined,
  }
}

export const activeFilters = (query: FiguresQuery): number => [query.zeit, query.art, query.ortsteil, query.amt].filter(Boolean).length

/** The address of a page or file with these filters. */
export function figuresAddress(path: string, query: FiguresQuery, more: Record<string, string | undefined> = {}): string {
  const set = Object.entries({ ...query, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path
}
