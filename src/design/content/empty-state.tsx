import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#design/icons.tsx'

/** Says what will be here, and offers the first step (`children`: usually a `ButtonLink`). */
export const EmptyState = ({
  icon = 'inbox',
  title,
  text,
  children,
}: {
  icon?: IconName
  title: ComponentChildren
  text?: ComponentChildren
  children?: ComponentChildren
}) => (
  <div class="empty-state">
    <span class="empty-state__icon">
      <Icon name={icon} size="large" />
    </span>
    <p class="kern-title">{title}</p>
    {text ? <p class="kern-body kern-body--muted">{text}</p> : null}
    {children ? <div class="empty-state__step">{children}</div> : null}
  </div>
)
