import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '#design/icons.tsx'
import { href } from '#platform/view.ts'

export type Door = { href: string; icon: IconName; title: ComponentChildren; text?: ComponentChildren }

/** The few large ways into the site from its first page. */
export const Doors = ({ doors, label }: { doors: readonly Door[]; label: string }) => (
  <ul class="doors" aria-label={label}>
    {doors.map((door, i) => (
      <li key={door.href}>
        <a class={`door door--${(i % 4) + 1}`} href={href(door.href)}>
          <span class="door__icon">
            <Icon name={door.icon} size="large" />
          </span>
          <span class="door__title">{door.title}</span>
          {door.text ? <span class="door__text">{door.text}</span> : null}
        </a>
      </li>
    ))}
  </ul>
)
