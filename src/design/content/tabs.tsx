import type { ComponentChildren } from 'preact'
import { href } from '#platform/view.ts'
import { figureText } from './figure.ts'

export type Tab = { href: string; label: ComponentChildren; current: boolean; count?: number | string | undefined }

/** Views of one thing, each with its own address. */
export const Tabs = ({ items, label }: { items: readonly Tab[]; label: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul class="tabs__list">
      {items.map((tab) => (
        <li key={tab.href}>
          <a class="tabs__tab" href={href(tab.href)} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count === undefined ? null : (
              <span class="tabs__count">{typeof tab.count === 'number' ? figureText(tab.count) : tab.count}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
