/** Months are texts `YYYY-MM`; without one the period is open on that side. */
export type Period = { from?: string; to?: string }

export const addMonths = (month: string, more: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + more
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** What `zeit` means in the month `now`: a year, a month, this month, the last one, everything; the last twelve months unless said. */
export function periodOf(zeit: string | undefined, now: string): Period {
  if (zeit === 'alles') return {}
  if (zeit === 'monat') return { from: now, to: now }
  if (zeit === 'vormonat') return { from: addMonths(now, -1), to: addMonths(now, -1) }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(zeit ?? '')) return { from: zeit!, to: zeit! }
  if (/^\d{4}$/.test(zeit ?? '')) return { from: `${zeit}-01`, to: `${zeit}-12` }
  return { from: addMonths(now, -11), to: now }
}

const MOST_MONTHS = 1200

/** All months from the first to the last, both included; also those in which nothing happened. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = first; month <= last && months.length < MOST_MONTHS; month = addMonths(month, 1)) months.push(month)
  return months
}
