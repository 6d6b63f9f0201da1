import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { figureText } from '../content/figure.ts'
import { ChartFrame } from './chart-frame.tsx'

export type Bar = { label: string; value: number; href?: string }

/** The part of the longest bar, in percent; nothing stays nothing. */
export const barLength = (value: number, longest: number): number =>
  longest > 0 ? Math.max(0, Math.round((value / longest) * 1000) / 10) : 0

/** Lengths to compare, longest first or in their own order; labels stay readable on a phone. `end` is where the scale ends, such as 100 of percentages. */
export function BarChart({ title, unit, bars, end = 0 }: { title: string; unit?: string; bars: readonly Bar[]; end?: number }) {
  const longest = Math.max(end, ...bars.map((bar) => bar.value))
  return (
    <ChartFrame
      title={title}
      unit={unit}
      head={[t('design.chart.what'), unit ?? t('design.chart.value')]}
      rows={bars.map((bar) => [bar.label, bar.value])}
    >
      <ul class="bars" aria-label={title}>
        {bars.map((bar) => (
          <li key={bar.label} class="bars__row">
            <span class="bars__label">{bar.href ? <a href={href(bar.href)}>{bar.label}</a> : bar.label}</span>
            <svg class="bars__bar" width="100%" height="18" aria-hidden="true">
              <rect class="chart-track" width="100%" height="18" rx="3" />
              <rect class="chart-fill-1" width={`${barLength(bar.value, longest)}%`} height="18" rx="3" />
            </svg>
            <span class="bars__value">{figureText(bar.value)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
