import { z } from 'zod'
import type { District } from '#core/places/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Stage } from '#platform/process.ts'
import type { PublicFilter, PublicSort } from '../../cases/index.ts'
import type { Category } from '../category.rules.ts'

/** Stages as the public filters them; `open` and `closed` sum up. */
export const stageFilters: ReadonlyMap<string, readonly Stage[]> = new Map<string, readonly Stage[]>([
  ['offen', ['received', 'accepted', 'inProgress', 'yourTurn']],
  ['eingegangen', ['received']],
  ['angenommen', ['accepted']],
  ['inArbeit', ['inProgress', 'yourTurn']],
  ['erledigt', ['done']],
  ['beendet', ['ended']],
])

/** Days back. */
export const periods: ReadonlyMap<string, number> = new Map([
  ['woche', 7],
  ['monat', 30],
  ['vierteljahr', 91],
  ['jahr', 365],
])

const word = z.string().trim().max(100).optional().catch(undefined)

/** What the address of a list may say; what is not understood is as if it were not there. */
export const ListQuery = z.object({
  stand: word,
  /** Code of a category, or of a group as `gruppe:street`. */
  art: word,
  /** Code of a district. */
  ortsteil: word,
  zeit: word,
  q: word,
  sort: z.enum(['neu', 'alt']).optional().catch(undefined),
  nach: z.string().max(200).optional().catch(undefined),
  vor: z.string().max(200).optional().catch(undefined),
})
export type ListQuery = z.output<typeof ListQuery>

export type Known = { categories: readonly Category[]; districts: readonly District[]; now: Date }

/** The filter that a query means. */
export function filterOf(query: ListQuery, { categories, districts, now }: Known): Omit<PublicFilter, 'kind'> {
  const days = query.zeit ? periods.get(query.zeit) : undefined
  return {
    stages: query.stand ? stageFilters.get(query.stand) : undefined,
    typeIds: query.art ? typeIdsOf(query.art, categories) : undefined,
    districtId: query.ortsteil ? districts.find(({ code }) => code === query.ortsteil)?.id : undefined,
    from: days ? new Date(now.getTime() - days * DAY_MS) : undefined,
    text: query.q || undefined,
  }
}

/** The categories that a word of the filter means: one, or those of a group; undefined where it means none. */
export function typeIdsOf(art: string, categories: readonly Category[]): string[] | undefined {
  const group = /^gruppe:(.+)$/.exec(art)?.[1]
  const found = categories.filter(({ code, groupCode }) => (group ? groupCode === group : code === art))
  return found.length > 0 ? found.map(({ id }) => id) : undefined
}

export const sortOf = ({ sort }: ListQuery): PublicSort => (sort === 'alt' ? 'oldest' : 'received')

/** How many filters are set. */
export const activeFilters = (query: ListQuery): number =>
  [query.stand, query.art, query.ortsteil, query.zeit, query.q].filter(Boolean).length

/** The address of the list with these filters, without the page one is on. */
export function listAddress(path: string, query: ListQuery, more: Partial<ListQuery> = {}): string {
  const { nach, vor, ...rest } = { ...query, nach: undefined, vor: undefined, ...more }
  const set = Object.entries({ ...rest, nach, vor }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path
}
