import { photoOf } from '#core/files/index.ts'
import { Icon, Picture } from '#design/index.ts'
import type { Stage } from '#platform/process.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Priority } from '#services/cases/index.ts'
import { CategoryIcon } from '#services/reports/index.ts'
import { DueMark, PriorityMark, StateMark } from '../home/index.ts'
import type { From, Stop } from './outside.read.ts'
import { wayTo } from './outside.rules.ts'
import { cardPath } from './paths.ts'

type Props = { stop: Stop; from: From | undefined; way: string; n: number | undefined }

/** One stop: all of it leads to the report. */
export const StopCard = ({ stop, from, way, n }: Props) => (
  <li class="outside-stop" data-list-item="">
    <div class="outside-stop__picture">
      {stop.photo ? (
        <Picture photo={photoOf(stop.photo.file, '')} sizes="5rem" />
      ) : (
        <CategoryIcon group={stop.category?.groupCode ?? ''} large />
      )}
    </div>
    <div class="outside-stop__words">
      <h2 class="outside-stop__title">
        <a class="kern-link--stretched" href={href(cardPath(stop.number, way))}>
          {n ? `${n}. ` : ''}
          {stop.category?.name[currentLocale()] ?? stop.title}
        </a>
      </h2>
      <p>{stop.placeLabel}</p>
      {from ? <Distance from={from} to={stop} /> : null}
      <div class="desk-marks">
        <StateMark state={stop.state} stage={stop.stage as Stage} />
        <DueMark dueAt={stop.dueAt} />
        <PriorityMark priority={stop.priority as Priority} />
      </div>
    </div>
  </li>
)

export const Distance = ({ from, to }: { from: { lat: number; lon: number }; to: { lat: number; lon: number } }) => {
  const { metres, wind } = wayTo(from, to)
  return (
    <p class="outside-stop__way">
      <Icon name="pin" size="small" />{' '}
      {metres === 0
        ? t('outside.here')
        : t(metres < 1000 ? 'outside.metres' : 'outside.kilometres', {
            metres,
            kilometres: metres / 1000,
            wind: t(`outside.wind.${wind}`),
          })}
    </p>
  )
}
