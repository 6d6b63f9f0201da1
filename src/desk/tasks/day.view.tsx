import { Badge, exactDay, Icon } from '#design/index.ts'
import { daysBetween } from '#platform/calendar/day.ts'
import { t } from '#platform/text.ts'
import { today } from '#platform/view.ts'

/** A day in words: overdue, today, in so many days. The day itself is there on hover and for screen readers. */
export function DayMark({ day }: { day: string }) {
  const days = daysBetween(today(), day)
  const exact = exactDay(new Date(`${day}T12:00:00Z`))
  const words = days < 0 ? t('tasks.overdue', { days: -days }) : t('desk.due.in', { days })
  return (
    <time class="due" dateTime={day} title={exact}>
      {days > 0 ? (
        <>
          <Icon name="calendar-today" size="small" /> {words}
        </>
      ) : (
        <Badge tone={days < 0 ? 'danger' : 'warning'} icon={days < 0 ? 'danger' : 'clock'}>
          {words}
        </Badge>
      )}
      <span class="kern-sr-only"> ({exact})</span>
    </time>
  )
}
