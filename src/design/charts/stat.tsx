import type { ComponentChildren } from 'preact'
import { href } from '#platform/view.ts'
import { figureText } from '../content/figure.ts'

export type StatProps = {
  label: ComponentChildren
  value: ComponentChildren
  note?: ComponentChildren
  href?: string
  tone?: 'warning' | 'danger' | 'success'
}

/** One figure. Stands in `Stats`. */
export const Stat = ({ label, value, note, href: to, tone }: StatProps) => (
  <div class={`stat${tone ? ` stat--${tone}` : ''}`}>
    <dt class="stat__label">{to ? <a href={href(to)}>{label}</a> : label}</dt>
    <dd class="stat__value">{typeof value === 'number' ? figureText(value) : value}</dd>
    {note ? <dd class="stat__note">{note}</dd> : null}
  </div>
)

export const Stats = ({ children }: { children: ComponentChildren }) => <dl class="stats">{children}</dl>
