import type { Allowed } from './plan.rules.ts'

/** Statements that may read a large table from front to back, each with its reason. */
export const allowedScans: readonly Allowed[] = [
  {
    site: 'services/cases/words.sql.ts countUpTo',
    table: 'services.case',
    reason: 'stops after 1,001 rows; where all fit, any order is good',
  },
  {
    site: 'services/cases/desk-list.sql.ts deskCounts',
    table: 'services.case',
    reason: 'each tab stops after 1,001 rows; where nearly all fit, any order is good',
  },
  { site: 'services/cases/words.sql.ts countWithWords', table: 'services.case', reason: 'looks at 5,000 rows at most, in any order' },
]
