import { Badge, exactDay } from '#design/index.ts'
import { addDays } from '#platform/calendar/day.ts'
import { currentLocale, t } from '#platform/text.ts'
import { comingChanges, type DayHours, hasOpening, type Opening, type Span, stateAt, weekLines } from './opening.rules.ts'

/** What a page needs to tell when somebody is there: the hours, the moment in the town's time, and whose holidays count. */
export type OpeningShown = { opening: Opening; now: { day: string; time: string }; land: string }

const said = (both: { de: string; en: string }): string => (currentLocale() === 'en' && both.en ? both.en : both.de)
const dayText = (day: string): string => exactDay(new Date(`${day}T12:00:00Z`))
const weekdayText = (day: string): string =>
  new Intl.DateTimeFormat(currentLocale() === 'de' ? 'de-DE' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** `08:00` → 8:00 */
const clock = (time: string): string => time.replace(/^0/, '')
const spansWords = (spans: readonly Span[]): string =>
  spans.length === 0
    ? t('opening.closed')
    : spans.map(({ from, until }) => t('opening.span', { from: clock(from), until: clock(until) })).join(t('opening.and'))

/** When somebody is there: now, in an ordinary week, and what is otherwise soon. Nothing where the town said nothing. */
export const OpeningHours = ({ opening, now, land, folded }: OpeningShown & { folded?: boolean }) => {
  if (!hasOpening(opening)) return null
  const note = said(opening.note)
  const coming = comingChanges(opening, now.day, land)
  return (
    <div class="opening">
      <Now opening={opening} now={now} land={land} />
      <dl class="opening__week" aria-label={t('opening.title')}>
        {weekLines(opening.week).map(({ days, spans }) => (
          <div key={days[0]} class="opening__line">
            <dt>{days.map((day) => t(`opening.day.${day}`)).join(', ')}</dt>
            <dd>{spansWords(spans)}</dd>
          </div>
        ))}
      </dl>
      {note ? <p class="opening__note">{note}</p> : null}
      {coming.length > 0 ? <Coming changes={coming} folded={folded === true} /> : null}
    </div>
  )
}

type Changes = readonly (DayHours & { until: string })[]

const Coming = ({ changes, folded }: { changes: Changes; folded: boolean }) => {
  const list = (
    <ul class="opening__changes">
      {changes.map((change) => (
        <Change key={change.day} change={change} />
      ))}
    </ul>
  )
  return folded ? (
    <details class="opening__soon">
      <summary>{t('opening.soon')}</summary>
      {list}
    </details>
  ) : (
    <>
      <p class="opening__soon">{t('opening.soon')}</p>
      {list}
    </>
  )
}

const Change = ({ change: { day, until, spans, why, reason } }: { change: DayHours & { until: string } }) => {
  const about = why === 'holiday' ? t('opening.holiday') : reason ? said(reason) : ''
  return (
    <li>
      {until === day ? dayText(day) : t('opening.days', { from: dayText(day), until: dayText(until) })}
      {': '}
      {spansWords(spans)}
      {about ? ` (${about})` : ''}
    </li>
  )
}

const Now = ({ opening, now, land }: OpeningShown) => {
  if (opening.week.every((spans) => spans.length === 0)) return null
  const state = stateAt(opening, now, land)
  if (state.open)
    return (
      <p class="opening__now">
        <Badge tone="success" icon="check">
          {t('opening.now', { until: clock(state.until) })}
        </Badge>
      </p>
    )
  const { next } = state
  const when = !next
    ? t('opening.now.closed')
    : next.day === now.day
      ? t('opening.now.today', { from: clock(next.from) })
      : next.day <= addDays(now.day, 6)
        ? t('opening.now.soon', { day: weekdayText(next.day), from: clock(next.from) })
        : t('opening.now.later', { day: weekdayText(next.day), date: dayText(next.day), from: clock(next.from) })
  return (
    <p class="opening__now">
      <Badge icon="clock">{when}</Badge>
    </p>
  )
}
