import { z } from 'zod'
import { addDays } from '#platform/calendar/day.ts'
import { holidaysOf, isLand } from '#platform/calendar/holidays.rules.ts'

/** From a time of day until another, `HH:MM`. */
export type Span = { from: string; until: string }
/** Days that are otherwise than usual, both included: without spans it is closed. */
export type OpeningException = { from: string; until: string; spans: Span[]; reason: { de: string; en: string } }
/** When somebody is there. `week` begins with Monday; public holidays are closed unless an exception says otherwise. */
export type Opening = { week: Span[][]; note: { de: string; en: string }; exceptions: OpeningException[] }

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]

export const noOpening: Opening = { week: [[], [], [], [], [], [], []], note: { de: '', en: '' }, exceptions: [] }

/** Whether anything is known about when it is open. */
export const hasOpening = ({ week, note }: Opening): boolean => week.some((spans) => spans.length > 0) || note.de !== ''

const TIME = /^(\d{1,2})(?:[:.](\d{2}))?$/

function timeOf(text: string): string | undefined {
  const [, hour = '', minute = '00'] = TIME.exec(text) ?? []
  if (hour === '' || Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && minute !== '00')) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** Times as people write them: "8–12 und 14.30–18 Uhr", "closed". Undefined where they are not understood or run into each other. */
export function spansOf(text: string): Span[] | undefined {
  const plain = text
    .toLowerCase()
    .replace(/\b(uhr|h|geschlossen|zu|closed|von|from)\b/g, ' ')
    .replace(/\b(und|and)\b|[;/+&]/g, ',')
    .replace(/\s*(–|—|-|\bbis\b|\bto\b|\buntil\b)\s*/g, '-')
    .trim()
  if (plain === '') return []
  const spans = plain.split(',').map((part) => {
    const [from = '', until = '', ...more] = part.trim().split('-')
    const [begin, end] = [timeOf(from.trim()), timeOf(until.trim())]
    return begin && end && begin < end && more.length === 0 ? { from: begin, until: end } : undefined
  })
  const sound = spans.every((span, i) => span && (i === 0 || spans[i - 1]!.until <= span.from))
  return sound && spans.length <= 4 ? (spans as Span[]) : undefined
}

/** `08:00` → `8`, `14:30` → `14:30`: as the form shows them again. */
const short = (time: string): string => time.replace(/^0/, '').replace(/:00$/, '')
export const spansText = (spans: readonly Span[]): string => spans.map(({ from, until }) => `${short(from)}–${short(until)}`).join(', ')

const spans = z
  .string()
  .trim()
  .max(80)
  .default('')
  .refine((text) => spansOf(text) !== undefined, 'error.opening')
const line = (max: number) => z.string().trim().max(max).default('')

export const OpeningInput = z.object({
  mo: spans,
  tu: spans,
  we: spans,
  th: spans,
  fr: spans,
  sa: spans,
  su: spans,
  noteDe: line(200),
  noteEn: line(200),
})
export type OpeningInput = z.output<typeof OpeningInput>

export const ExceptionInput = z
  .object({ from: z.iso.date(), until: z.iso.date().optional(), spans, reasonDe: line(120), reasonEn: line(120) })
  .refine(({ from, until }) => !until || until >= from, { path: ['until'], message: 'error.openingUntil' })
export type ExceptionInput = z.output<typeof ExceptionInput>

export const MOST_EXCEPTIONS = 40

/** The week as it is entered. */
export const weekOf = (input: OpeningInput): Span[][] => weekdays.map((day) => spansOf(input[day]) ?? [])

/** Monday is 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

export type DayHours = { day: string; spans: readonly Span[]; why: 'usual' | 'exception' | 'holiday'; reason?: { de: string; en: string } }

/** When it is open on a day: exceptions win, then public holidays, then the week. */
export function hoursOn(opening: Opening, day: string, land: string): DayHours {
  const exception = opening.exceptions.findLast(({ from, until }) => from <= day && day <= until)
  if (exception) return { day, spans: exception.spans, why: 'exception', reason: exception.reason }
  const usual = opening.week[weekdayOf(day)] ?? []
  const holiday = isLand(land) && holidaysOf(land, Number(day.slice(0, 4))).has(day)
  return holiday && usual.length > 0 ? { day, spans: [], why: 'holiday' } : { day, spans: usual, why: 'usual' }
}

/** Open until a time, or closed until a time on a day; `next` is undefined where nobody comes within a month. */
export type OpenState = { open: true; until: string } | { open: false; next: { day: string; from: string } | undefined }

export function stateAt(opening: Opening, { day, time }: { day: string; time: string }, land: string): OpenState {
  const now = hoursOn(opening, day, land).spans.find(({ from, until }) => from <= time && time < until)
  if (now) return { open: true, until: now.until }
  const later = hoursOn(opening, day, land).spans.find(({ from }) => from > time)
  if (later) return { open: false, next: { day, from: later.from } }
  for (let i = 1; i <= 31; i++) {
    const at = addDays(day, i)
    const [first] = hoursOn(opening, at, land).spans
    if (first) return { open: false, next: { day: at, from: first.from } }
  }
  return { open: false, next: undefined }
}

/** Days of the next `days` that are otherwise than the week says, weekends apart. Days in a row with the same hours are one. */
export function comingChanges(opening: Opening, today: string, land: string, days = 42): (DayHours & { until: string })[] {
  const found: (DayHours & { until: string })[] = []
  for (let i = 0; i < days; i++) {
    const day = addDays(today, i)
    const hours = hoursOn(opening, day, land)
    const usual = opening.week[weekdayOf(day)] ?? []
    if (hours.why === 'usual' || (hours.spans.length === 0 && usual.length === 0)) continue
    const before = found.at(-1)
    const same =
      before && before.why === hours.why && before.reason?.de === hours.reason?.de && spansText(before.spans) === spansText(hours.spans)
    if (same && nextDayOfUse(opening, before.until) === day) before.until = day
    else found.push({ ...hours, until: day })
  }
  return found
}

/** The next day on which it would be open in an ordinary week. */
function nextDayOfUse(opening: Opening, day: string): string {
  let at = addDays(day, 1)
  for (let i = 0; i < 7 && (opening.week[weekdayOf(at)] ?? []).length === 0; i++) at = addDays(at, 1)
  return at
}

export type WeekLine = { days: readonly Weekday[]; spans: readonly Span[] }

/** The week in as few lines as it needs, in the order of its days; days with the same hours share a line. Closed days stand last. */
export function weekLines(week: Opening['week']): WeekLine[] {
  const lines: { days: Weekday[]; spans: Span[] }[] = []
  for (const [i, day] of weekdays.entries()) {
    const own = week[i] ?? []
    const same = lines.find(({ spans: others }) => spansText(others) === spansText(own))
    if (same) same.days.push(day)
    else lines.push({ days: [day], spans: own })
  }
  return [...lines.filter((each) => each.spans.length > 0), ...lines.filter((each) => each.spans.length === 0)]
}
