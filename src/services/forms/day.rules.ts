import { addDays } from '#platform/calendar/day.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** A day that there is, between 1800 and 2299, as YYYY-MM-DD. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  if (year < 1800 || year > 2299 || month < 1 || month > 12 || day < 1) return undefined
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= last ? `${year}-${two(month)}-${two(day)}` : undefined
}

export const isDay = (text: string): boolean => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return !!found && dayOf(Number(found[1]), Number(found[2]), Number(found[3])) === text
}

/** The same day so many years later; 29 February becomes 1 March where there is none (§ 188 Abs. 2 BGB). */
export function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years
  const rest = day.slice(5)
  if (year < 1800) return '1800-01-01'
  if (year > 2299) return '2299-12-31'
  return dayOf(year, Number(rest.slice(0, 2)), Number(rest.slice(3))) ?? `${year}-03-01`
}

/** A day so many years and days later, kept between 1800 and 2299. */
export function moveDay(day: string, { years = 0, days = 0 }: { years?: number | undefined; days?: number | undefined }): string {
  const moved = addDays(addYears(day, years), days)
  return isDay(moved) ? moved : days < 0 ? '1800-01-01' : '2299-12-31'
}

/** Whole years from `birth` to `on`; who is born on 29 February is a year older on 1 March of other years. Negative before birth. */
export function yearsBetween(birth: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0)
}
