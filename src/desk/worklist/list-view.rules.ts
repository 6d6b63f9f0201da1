import { z } from 'zod'
import type { DeskFilter, DeskSort, DeskTab, PageAsked } from '#services/cases/index.ts'
import { deskTabs } from '#services/cases/index.ts'
import { type ReportState, reportProcess } from '#services/reports/index.ts'

const states = Object.keys(reportProcess.states) as [ReportState, ...ReportState[]]
const sorts = ['due', 'received', 'oldest'] as const satisfies readonly DeskSort[]

/** What the address of the work list says. Values that mean nothing are left out: an old bookmark still opens the list. */
export const ListQuery = z.object({
  ansicht: z.enum(deskTabs).optional().catch(undefined),
  /** Id of a category, or `gruppe:{code}`. */
  art: z.string().max(80).optional().catch(undefined),
  ortsteil: z.uuid().optional().catch(undefined),
  stelle: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  stand: z.enum(states).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  von: z.iso.date().optional().catch(undefined),
  bis: z.iso.date().optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  nach: z.string().max(200).optional().catch(undefined),
  vor: z.string().max(200).optional().catch(undefined),
})
export type ListQuery = z.output<typeof ListQuery>

const filterNames = ['art', 'ortsteil', 'stelle', 'person', 'stand', 'q', 'von', 'bis'] as const

/** How many filters narrow the list, beside its tab. */
export const activeFilters = (query: ListQuery): number => filterNames.filter((name) => query[name]).length

/** The part of the address after `?`, always in the same order and without the page: what is kept as a view. */
export function writeQuery(query: ListQuery, changes: Partial<ListQuery> = {}): string {
  const { nach: _, vor: __, ...kept } = { ...query, ...changes }
  const params = new URLSearchParams()
  for (const name of ['ansicht', ...filterNames, 'sort'] as const) if (kept[name]) params.set(name, kept[name])
  return params.toString()
}

export const readQuery = (text: string): ListQuery => ListQuery.parse(Object.fromEntries(new URLSearchParams(text)))

/** Open lists show first what is due first; lists with closed reports the newest. */
export const sortOf = (query: ListQuery, tab: DeskTab): DeskSort => query.sort ?? (tab === 'closed' || tab === 'all' ? 'received' : 'due')

export type ListFilter = Omit<DeskFilter, 'kind'>

/** The question to the database. `typeIdsOf` gives the categories of a group; days are those of the town. */
export function filterOf(query: ListQuery, tab: DeskTab, timeZone: string, typeIdsOf: (group: string) => readonly string[]): ListFilter {
  const group = query.art?.startsWith('gruppe:') ? query.art.slice('gruppe:'.length) : undefined
  return {
    tab,
    typeIds: group !== undefined ? typeIdsOf(group) : z.uuid().safeParse(query.art).success ? [query.art!] : undefined,
    districtId: query.ortsteil,
    unitId: query.stelle,
    assigneeId: query.person,
    states: query.stand ? [query.stand] : undefined,
    stillOpen: query.stand && !reportProcess.ends.includes(query.stand),
    text: query.q,
    from: query.von ? startOfDay(query.von, timeZone) : undefined,
    until: query.bis ? startOfDay(dayAfter(query.bis), timeZone) : undefined,
  }
}

export const pageOf = (query: ListQuery, tab: DeskTab, limit: number): PageAsked<DeskSort> => ({
  sort: sortOf(query, tab),
  after: query.nach,
  before: query.vor,
  limit,
})

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The moment a day begins in the town: midnight there, whatever the offset is on that day. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const offsetAt = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(at))
    const match = /([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
    return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000 : 0
  }
  const guess = utc - offsetAt(utc)
  return new Date(utc - offsetAt(guess))
}
