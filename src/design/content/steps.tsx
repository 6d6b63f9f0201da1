import type { ComponentChildren } from 'preact'
import { t } from '#platform/text.ts'

/** Where one is in a form of several pages: `at` counts from 1. */
export const Steps = ({ at, titles }: { at: number; titles: readonly ComponentChildren[] }) => (
  <div class="steps">
    <p class="steps__words">
      {t('design.steps', { at, of: titles.length })}: <strong>{titles[at - 1]}</strong>
    </p>
    <svg class="steps__bar" aria-hidden="true" width="100%" height="8">
      {titles.map((_, i) => (
        <rect
          key={i}
          class={i < at ? 'steps__done' : 'steps__left'}
          x={`${(100 / titles.length) * i + 0.4}%`}
          width={`${100 / titles.length - 0.8}%`}
          height="8"
          rx="4"
        />
      ))}
    </svg>
  </div>
)
