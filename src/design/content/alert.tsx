import type { ComponentChildren } from 'preact'
import { Icon } from '#design/icons.tsx'

export type Tone = 'info' | 'success' | 'warning' | 'danger'

export type AlertProps = {
  tone: Tone
  title: ComponentChildren
  /** Answers what the person just did: read out at once when something went wrong, soon otherwise. */
  live?: boolean
  children?: ComponentChildren
}

export const Alert = ({ tone, title, live, children }: AlertProps) => (
  <div class={`kern-alert kern-alert--${tone} alert`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <div class="kern-alert__header">
      <Icon name={tone} />
      <p class="kern-title">{title}</p>
    </div>
    {children ? <div class="kern-alert__body kern-body">{children}</div> : null}
  </div>
)
