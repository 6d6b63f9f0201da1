import type { ComponentChildren } from 'preact'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'

/** The entries of an area beside its pages; on a phone above them, folded away. Without entries only the page. */
export const SideNavigation = ({ children }: { children: ComponentChildren }) => {
  const { side = [] } = frame()
  if (side.length === 0) return <>{children}</>
  return (
    <div class="with-side">
      <nav class="side-nav" aria-label={t('design.side')}>
        <details class="side-nav__fold">
          <summary class="side-nav__summary">
            <Icon name="list" size="small" /> {side.find(({ current }) => current)?.label ?? t('design.side')}
            <Icon name="arrow-down" size="small" />
          </summary>
        </details>
        <ul class="side-nav__list">
          {side.map((entry) => (
            <li key={entry.href}>
              <a class="side-nav__entry" href={href(entry.href)} aria-current={entry.current ? 'page' : undefined}>
                {entry.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="with-side__page">{children}</div>
    </div>
  )
}
