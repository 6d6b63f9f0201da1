import { currentLocale, type Locale, t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'

// To make a format costs more than to use it a thousand times.
const inBoth = <F,>(make: (language: string) => F): Record<Locale, F> => ({ de: make('de-DE'), en: make('en-GB') })
const inBerlin = (options: Intl.DateTimeFormatOptions) =>
  inBoth((language) => new Intl.DateTimeFormat(language, { timeZone: 'Europe/Berlin', ...options }))

const times = inBerlin({ dateStyle: 'long', timeStyle: 'short' })
const days = inBerlin({ dateStyle: 'long' })
const shortDays = inBerlin({ day: '2-digit', month: '2-digit', year: 'numeric' })
const relative = inBoth((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))

export const exactTime = (at: Date): string => times[currentLocale()].format(at)
export const exactDay = (at: Date): string => days[currentLocale()].format(at)
export const shortDay = (at: Date): string => shortDays[currentLocale()].format(at)

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "vor 3 Stunden", "in 2 Tagen"; the day itself when it is more than two weeks away. */
export function relativeTime(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  if (Math.abs(seconds) > 14 * 86_400) return exactDay(at)
  const [unit, size] = units.find(([, s]) => Math.abs(seconds) >= s) ?? ['minute', 60]
  if (Math.abs(seconds) < 60) return t('design.time.now')
  return relative[currentLocale()].format(Math.trunc(seconds / size), unit)
}

export type TimeProps = {
  at: Date
  /** `relative` (default), `exact` with the time of day, `day`, or `short` such as 05.03.2026 for tables. */
  show?: 'relative' | 'exact' | 'day' | 'short'
}

/** A moment: relative words with the exact date on hover and for screen readers. */
export function Time({ at, show = 'relative' }: TimeProps) {
  const iso = at.toISOString()
  if (show !== 'relative')
    return <time dateTime={iso}>{show === 'exact' ? exactTime(at) : show === 'day' ? exactDay(at) : shortDay(at)}</time>
  const words = relativeTime(at, frame().now)
  if (words === exactDay(at)) return <time dateTime={iso}>{words}</time>
  return (
    <time class="time" dateTime={iso} title={exactTime(at)} data-controller="relative-time">
      <span data-relative-time-target="words">{words}</span>
      <span class="kern-sr-only"> ({exactTime(at)})</span>
    </time>
  )
}
