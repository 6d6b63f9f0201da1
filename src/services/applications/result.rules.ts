/** How an application ends: settled on the merits, taken back by who applied, or otherwise. */
export const applicationResults = ['done', 'withdrawn', 'ended'] as const
export type ApplicationResult = (typeof applicationResults)[number]
