import { z } from 'zod'
import { type ApplicationFilter, type ApplicationTab, applicationTabs } from '#services/applications/index.ts'
import { listAddress, listFields, periodOf } from '../worklist/index.ts'

export const PATH = '/amt/antraege'

/** Stages that a filter offers; a draft is no case yet. */
export const stages = ['received', 'accepted', 'inProgress', 'yourTurn', 'done', 'ended'] as const

/** What the address of the applications' list says. */
export const ListQuery = z.object({
  ...listFields,
  ansicht: z.enum(applicationTabs).optional().catch(undefined),
  leistung: z.uuid().optional().catch(undefined),
  stand: z.enum(stages).optional().catch(undefined),
})
export type ListQuery = z.output<typeof ListQuery>

export const applicationAddress = listAddress<ListQuery>(PATH, ListQuery, ['leistung', 'stelle', 'person', 'stand', 'q', 'von', 'bis'])

/** The question to the database; days are those of the town. */
export const filterOf = (query: ListQuery, tab: ApplicationTab, timeZone: string): ApplicationFilter => ({
  tab,
  serviceId: query.leistung,
  unitId: query.stelle,
  assigneeId: query.person,
  stage: query.stand,
  text: query.q,
  ...periodOf(query, timeZone),
})
