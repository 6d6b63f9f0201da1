import { Badge, type IconName, StageBadge } from '#design/index.ts'
import type { Stage } from '#platform/process.ts'
import { t } from '#platform/text.ts'
import type { Priority } from '#services/cases/index.ts'

/** Where a report stands in the words of the staff, in the colour of its public stage. */
export const StateMark = ({ state, stage }: { state: string; stage: Stage }) => (
  <StageBadge stage={stage} label={t(`report.state.${state}`)} />
)

const looks: Record<Exclude<Priority, 0>, { tone: 'danger' | 'warning' | 'neutral'; icon: IconName }> = {
  2: { tone: 'danger', icon: 'arrow-up' },
  1: { tone: 'warning', icon: 'arrow-up' },
  '-1': { tone: 'neutral', icon: 'arrow-down' },
}

/** Nothing while it is normal. */
export const PriorityMark = ({ priority }: { priority: Priority }) =>
  priority === 0 ? null : <Badge {...looks[priority]}>{t(`case.priority.${priority}`)}</Badge>
