import { LRUCache } from 'lru-cache'
import { currentLocale, type Locale, t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'

// To make a format costs more than to use it a thousand times.
const inBoth = <F,>(make: (language: string) => F): Record<Locale, F> => ({ de: make('de-DE'), en: make('en-GB') })
/** A list names each of its moments in several ways, and so does the next page that shows them: what was said is kept. */
const inBerlin = (options: Intl.DateTimeFormatOptions): ((at: Date) => string) => {
  const formats = inBoth((language) => new Intl.DateTimeFormat(language, { timeZone: 'Europe/Berlin', ...options }))
  const said = inBoth(() => new LRUCache<number, string>({ max: 5_000 }))
  return (at) => {
    const locale = currentLocale()
    const known = said[locale].get(at.getTime()) ?? formats[locale].format(at)
    said[locale].set(at.getTime(), known)
    return known
  }
}

export const exactTime = inBerlin({ dateStyle: 'long', timeStyle: 'short' })
export const exactDay = inBerlin({ dateStyle: 'long' })
export const shortDay = inBerlin({ day: '2-digit', month: '2-digit', year: 'numeric' })
const relative = inBoth((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const secondsTo = (at: Date, now: Date): number => Math.round((at.getTime() - now.getTime()) / 1000)
const isFar = (at: Date, now: Date): boolean => Math.abs(secondsTo(at, now)) > 14 * 86_400

/** "vor 3 Stunden", "in 2 Tagen"; the day itself when it is more than two weeks away. */
export function relativeTime(at: Date, now: Date): string {
  const seconds = secondsTo(at, now)
  if (isFar(at, now)) return exactDay(at)
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
  const { now } = frame()
  if (isFar(at, now)) return <time dateTime={iso}>{exactDay(at)}</time>
  const exact = exactTime(at)
  return (
    <time class="time" dateTime={iso} title={exact} data-controller="relative-time">
      <span data-relative-time-target="words">{relativeTime(at, now)}</span>
      <span class="kern-sr-only"> ({exact})</span>
    </time>
  )
}
