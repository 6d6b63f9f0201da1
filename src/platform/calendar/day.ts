import { LRUCache } from 'lru-cache'

/** A day of 24 hours; those on which clocks are set are shorter or longer. */
export const DAY_MS = 86_400_000

/** Days are texts `YYYY-MM-DD`: they sort, compare and travel as they are, and have no time of day to get wrong. */
export function addDays(day: string, days: number): string {
  const text = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString()
  // Years of more than four digits have a sign in front; days end where their texts do.
  return text.length === LENGTH ? text.slice(0, 10) : text.startsWith('-') ? '0000-01-01' : '9999-12-31'
}
const LENGTH = '2026-05-07T00:00:00.000Z'.length

/** Days from `first` to `last`; negative if `last` is earlier. */
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS)

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that it is at `at` in a time zone. */
export function dayIn(at: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

const ends = new LRUCache<string, number>({ max: 2_000 })

/** The last moment of a day in a time zone, to the second. */
export function endOfDay(day: string, timeZone: string): Date {
  const key = `${day} ${timeZone}`
  const known = ends.get(key) ?? endIn(day, timeZone)
  ends.set(key, known)
  return new Date(known)
}

function endIn(day: string, timeZone: string): number {
  // The offset to UTC at that moment, from how the clock there shows UTC's last second of the day.
  const utc = Date.parse(`${day}T23:59:59Z`)
  const offset = (at: number) => shownAsUtc(new Date(at), timeZone) - at
  return utc - offset(utc - offset(utc))
}

function shownAsUtc(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).formatToParts(at)
  const of = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value)
  // By numbers: the last evening of 9999 lies in a year of five digits here, which nobody reads as a text.
  const shown = new Date(0)
  shown.setUTCFullYear(of('year'), of('month') - 1, of('day'))
  return shown.setUTCHours(of('hour'), of('minute'), of('second'))
}

/** Easter Sunday of the Gregorian calendar by Gauss's rule, with both of its exceptions. */
export function easterSunday(year: number): string {
  const century = Math.floor(year / 100)
  const m = (15 + century - Math.floor(century / 4) - Math.floor((13 + 8 * century) / 25)) % 30
  const n = (4 + century - Math.floor(century / 4)) % 7
  const a = year % 19
  const d = (19 * a + m) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
  const late = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10) ? 7 : 0
  return addDays(`${year}-03-22`, d + e - late)
}
