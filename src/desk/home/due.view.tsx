import { Badge, exactDay, Icon } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { dueOf } from './due.rules.ts'

/** Until when, in words, with an icon and a colour once it is urgent. The exact day is there on hover and for screen readers. */
export function DueMark({ dueAt, closedAt }: { dueAt: Date; closedAt?: Date | undefined }) {
  const due = dueOf({ dueAt, closedAt }, frame().now)
  if (!due) return <span class="due due--closed">{t('desk.due.closed')}</span>
  const words = due.tone === 'overdue' ? t('desk.due.overdue', { days: -due.days }) : t('desk.due.in', { days: due.days })
  const exact = exactDay(dueAt)
  return (
    <time class="due" dateTime={dueAt.toISOString()} title={exact}>
      {due.tone === 'none' ? (
        <>
          <Icon name="calendar-today" size="small" /> {words}
        </>
      ) : (
        <Badge tone={due.tone === 'overdue' ? 'danger' : 'warning'} icon={due.tone === 'overdue' ? 'danger' : 'clock'}>
          {words}
        </Badge>
      )}
      <span class="kern-sr-only"> ({exact})</span>
    </time>
  )
}
