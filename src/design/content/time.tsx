import { currentLocale, t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'

const language = () => (currentLocale() === 'de' ? 'de-DE' : 'en-GB')
const formats = new Map<string, Intl.DateTimeFormat>()

const format = (at: Date, options: Intl.DateTimeFormatOptions): string => {
  const key = `${language()} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language(), { timeZone: 'Europe/Berlin', ...options })
  formats.set(key, known)
  return known.format(at)
}

export const exactTime = (at: Date): string => format(at, { dateStyle: 'long', timeStyle: 'short' })
export const exactDay = (at: Date): string => format(at, { dateStyle: 'long' })
export const shortDay = (at: Date): string => format(at, { day: '2-digit', month: '2-digit', year: 'numeric' })

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
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
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
