/** So many repairs of one thing in twelve months are no accident any more. */
export const REPAIRS = 3

export type Past = {
  /** When something at the thing was repaired, in any order. */
  repairs: readonly Date[]
  /** A proposal or a search for the cause is under way. */
  underWay: boolean
  /** When the last proposal was turned down: it comes again only after another repair. */
  dismissedAt: Date | undefined
  /** When the last search ended: what was before it counts no more. */
  closedAt: Date | undefined
}

/** The same moment a year before; 29 February becomes 1 March. */
export function yearBefore(at: Date): Date {
  const before = new Date(at)
  before.setUTCFullYear(before.getUTCFullYear() - 1)
  return before
}

/** The repairs that say it is time to ask for the cause, oldest first; empty while it is not. */
export function recurrence({ repairs, underWay, dismissedAt, closedAt }: Past): Date[] {
  if (underWay) return []
  const counted = repairs.filter((at) => !closedAt || at > closedAt).sort((a, b) => a.getTime() - b.getTime())
  const last = counted.at(-1)
  if (!last || (dismissedAt && last <= dismissedAt)) return []
  const within = counted.filter((at) => at > yearBefore(last))
  return within.length >= REPAIRS ? within : []
}
