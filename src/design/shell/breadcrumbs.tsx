import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

export type Breadcrumb = { href: string; label: string }

export const Breadcrumbs = ({ items, current }: { items: readonly Breadcrumb[]; current: string }) => (
  <nav class="breadcrumbs" aria-label={t('design.breadcrumbs')}>
    <ol class="breadcrumbs__list">
      {items.map((item) => (
        <li key={item.href}>
          <a href={href(item.href)}>{item.label}</a>
        </li>
      ))}
      <li class="breadcrumbs__current" aria-current="page">
        {current}
      </li>
    </ol>
  </nav>
)
