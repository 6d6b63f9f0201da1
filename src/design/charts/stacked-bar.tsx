import { t } from '#platform/text.ts'
import { figureText } from '../content/figure.ts'
import { ChartFrame } from './chart-frame.tsx'
import { Legend } from './legend.tsx'

export type Part = { label: string; value: number }

/** Where each part begins and how wide it is, in percent of the whole. */
export function shares(parts: readonly Part[]): { from: number; width: number }[] {
  const whole = parts.reduce((sum, part) => sum + part.value, 0)
  let from = 0
  return parts.map(({ value }) => {
    const width = whole > 0 ? (value / whole) * 100 : 0
    const share = { from, width }
    from += width
    return share
  })
}

/** The parts of a whole in one bar; up to six parts. */
export function StackedBar({ title, unit, parts }: { title: string; unit?: string; parts: readonly Part[] }) {
  const at = shares(parts)
  return (
    <ChartFrame
      title={title}
      unit={unit}
      head={[t('design.chart.what'), unit ?? t('design.chart.value')]}
      rows={parts.map((part) => [part.label, part.value])}
    >
      <svg class="stacked-bar" width="100%" height="28" aria-hidden="true">
        <rect class="chart-track" width="100%" height="28" />
        {parts.map((part, i) => (
          <rect
            key={part.label}
            class={`stacked-bar__part chart-fill-${i + 1}`}
            x={`${at[i]?.from.toFixed(2)}%`}
            width={`${at[i]?.width.toFixed(2)}%`}
            height="28"
          />
        ))}
      </svg>
      <Legend labels={parts.map((part) => `${part.label}: ${figureText(part.value)}`)} />
    </ChartFrame>
  )
}
