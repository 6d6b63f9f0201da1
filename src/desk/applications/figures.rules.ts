import { z } from 'zod'
import type { FiguresAsked } from '#services/applications/index.ts'

/** Years that can be looked at: from when on there can be any, to this one. */
const FIRST_YEAR = 2024

/** `zeit`: a year, or nothing for the last twelve months. */
export const FiguresQuery = z.object({
  leistung: z.uuid().optional().catch(undefined),
  zeit: z
    .string()
    .regex(/^20\d\d$/)
    .optional()
    .catch(undefined),
})
export type FiguresQuery = z.output<typeof FiguresQuery>

export const periodOf = ({ zeit }: FiguresQuery, lastYear: { from: string; until: string }): Pick<FiguresAsked, 'from' | 'until'> =>
  zeit ? { from: `${zeit}-01-01`, until: `${zeit}-12-01` } : lastYear

export const yearsUntil = (today: string): string[] => {
  const last = Number(today.slice(0, 4))
  return Array.from({ length: Math.max(1, last - FIRST_YEAR + 1) }, (_, i) => String(last - i))
}

/** In whole percent; undefined where there is nothing to share. */
export const shareOf = (part: number, whole: number): number | undefined => (whole > 0 ? Math.round((part / whole) * 100) : undefined)
