import type { Stage } from '#platform/process.ts'
import type { Count } from '../cases/index.ts'
import type { DeskCase } from '../cases/list.rules.ts'

/** `acceptance`, `opinion`, `approval` and `letter` are what waits for the units of who looks. */
export const applicationTabs = [
  'mine',
  'cover',
  'team',
  'acceptance',
  'opinion',
  'approval',
  'letter',
  'overdue',
  'waiting',
  'open',
  'closed',
  'all',
] as const
export type ApplicationTab = (typeof applicationTabs)[number]

export type ApplicationFilter = {
  tab: ApplicationTab
  serviceId?: string | undefined
  unitId?: string | undefined
  assigneeId?: string | undefined
  stage?: Stage | undefined
  text?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
}

/** A row of the list. */
export type ApplicationRow = DeskCase & { stateWords: { de: string; en: string } }

export type ApplicationCounts = Record<ApplicationTab, Count>
