import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#design/icons.tsx'
import type { Stage } from '#platform/process.ts'
import { t } from '#platform/text.ts'

export type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent'

/** A short mark: an icon and a word, so that it is never only a colour. */
export const Badge = ({ tone = 'neutral', icon, children }: { tone?: BadgeTone; icon?: IconName; children: ComponentChildren }) => (
  <span class={`badge badge--${tone}`}>
    {icon ? <Icon name={icon} size="small" /> : null}
    <span class="badge__word">{children}</span>
  </span>
)

const looks: Record<Stage, { tone: BadgeTone; icon: IconName }> = {
  draft: { tone: 'neutral', icon: 'draft' },
  received: { tone: 'info', icon: 'inbox' },
  accepted: { tone: 'info', icon: 'check' },
  inProgress: { tone: 'accent', icon: 'tool' },
  yourTurn: { tone: 'warning', icon: 'hand' },
  done: { tone: 'success', icon: 'success' },
  ended: { tone: 'neutral', icon: 'flag' },
}

/** Where something stands, in the words that are the same everywhere. `label` replaces the word where the person is not meant. */
export const StageBadge = ({ stage, label }: { stage: Stage; label?: ComponentChildren }) => (
  <Badge {...looks[stage]}>{label ?? t(`stage.${stage}`)}</Badge>
)
