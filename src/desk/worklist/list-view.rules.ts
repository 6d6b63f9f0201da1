import { z } from 'zod'
import type { DeskFilter, DeskTab } from '#services/cases/index.ts'
import { deskTabs } from '#services/cases/index.ts'
import { type ReportState, reportProcess } from '#services/reports/index.ts'
import { listAddress, listFields, periodOf } from './list-address.rules.ts'

const states = Object.keys(reportProcess.states) as [ReportState, ...ReportState[]]

/** What the address of the reports' list says. */
export const ListQuery = z.object({
  ...listFields,
  ansicht: z.enum(deskTabs).optional().catch(undefined),
  /** Id of a category, or `gruppe:{code}`. */
  art: z.string().max(80).optional().catch(undefined),
  ortsteil: z.uuid().optional().catch(undefined),
  stand: z.enum(states).optional().catch(undefined),
})
export type ListQuery = z.output<typeof ListQuery>

export const reportList = listAddress<ListQuery>('/amt/meldungen', ListQuery, [
  'art',
  'ortsteil',
  'stelle',
  'person',
  'stand',
  'q',
  'von',
  'bis',
])

export const readQuery = (text: string): ListQuery => reportList.read(text)

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
    ...periodOf(query, timeZone),
  }
}
