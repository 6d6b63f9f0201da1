import { exactDay, Icon } from '#design/index.ts'
import { daysBetween } from '#platform/calendar/day.ts'
import { t } from '#platform/text.ts'
import { today } from '#platform/view.ts'
import type { KeptPromise } from './promise.sql.ts'

const shown = (day: string) => exactDay(new Date(`${day}T12:00:00Z`))

/** Until when it is done, on what that rests, and how many days are left. `doneAt`: when it was done, if it is. */
export const PromiseView = ({ promise, doneAt }: { promise: KeptPromise; doneAt: Date | undefined }) => {
  const state = doneAt ? undefined : standing(promise)
  return (
    <div class="promise">
      <p>
        <Icon name="calendar-today" size="small" /> {wordsOf(promise)}
      </p>
      <p class="kern-body kern-body--small kern-body--muted">
        {promise.level === 'norm' ? t('promise.basis.norm') : t('promise.basis', { n: promise.n })}
      </p>
      {state ? <p class="kern-body kern-body--small">{state}</p> : null}
    </div>
  )
}

function wordsOf({ usualOn, dueOn, renewedOn, reason }: KeptPromise): string {
  if (renewedOn && reason) return t('promise.renewed', { day: shown(renewedOn), reason: t(`promise.reason.${reason}`) })
  return usualOn && usualOn < dueOn
    ? t('promise.both', { usual: shown(usualOn), due: shown(dueOn) })
    : t(usualOn ? 'promise.due' : 'promise.norm', { due: shown(dueOn) })
}

function standing({ dueOn, stoppedOn, outcome, renewedOn }: KeptPromise): string | undefined {
  if (outcome === 'kept' || outcome === 'void') return undefined
  if (stoppedOn) return t('promise.stopped')
  const days = daysBetween(today(), renewedOn ?? dueOn)
  return days < 0 ? t('promise.late', { days: -days }) : t('promise.left', { days })
}
