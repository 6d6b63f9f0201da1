import { exactTime } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { dayNumber } from './due.rules.ts'

/** For how many days it has been there, in a few words; the exact time is there on hover and for screen readers. */
export const Age = ({ since }: { since: Date }) => (
  <time class="age" dateTime={since.toISOString()} title={exactTime(since)}>
    {t('desk.age', { days: dayNumber(frame().now) - dayNumber(since) })}
    <span class="kern-sr-only"> ({exactTime(since)})</span>
  </time>
)
