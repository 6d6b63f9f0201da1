import { t } from '#platform/text.ts'
import { figureText } from '../content/figure.ts'
import { ChartFrame } from './chart-frame.tsx'
import { Legend } from './legend.tsx'

export type Line = { label: string; values: readonly number[] }

/** The next round figure above `value`: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value
}

/** How figures moved over time: `labels` along the bottom, up to four lines. */
export function LineChart({
  title,
  unit,
  labels,
  lines,
}: {
  title: string
  unit?: string
  labels: readonly string[]
  lines: readonly Line[]
}) {
  const top = roundUp(Math.max(0, ...lines.flatMap((line) => line.values)))
  const x = (i: number) => (labels.length > 1 ? (i / (labels.length - 1)) * 100 : 50)
  const y = (value: number) => 100 - (value / top) * 100
  const points = (line: Line) => line.values.map((value, i) => `${x(i).toFixed(2)},${y(value).toFixed(2)}`).join(' ')
  return (
    <ChartFrame
      title={title}
      unit={unit}
      head={[t('design.chart.when'), ...lines.map((line) => line.label)]}
      rows={labels.map((label, i) => [label, ...lines.map((line) => line.values[i] ?? 0)] as const)}
    >
      <Legend labels={lines.length > 1 ? lines.map((line) => line.label) : []} />
      <div class="line-chart" aria-hidden="true">
        <div class="line-chart__scale">
          <span>{figureText(top)}</span>
          <span>{figureText(top / 2)}</span>
          <span>0</span>
        </div>
        <svg class="line-chart__plot" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
          {[0, 50, 100].map((at) => (
            <line key={at} class="chart-grid" x1="0" x2="100" y1={at} y2={at} />
          ))}
          {lines.length === 1 && lines[0] ? <polygon class="chart-area-1" points={`0,100 ${points(lines[0])} 100,100`} /> : null}
          {lines.map((line, i) => (
            <polyline key={line.label} class={`chart-line-${i + 1}`} points={points(line)} />
          ))}
        </svg>
        <div class="line-chart__labels">
          <span>{labels[0]}</span>
          {labels.length > 4 ? <span>{labels[Math.floor((labels.length - 1) / 2)]}</span> : null}
          {labels.length > 1 ? <span>{labels.at(-1)}</span> : null}
        </div>
      </div>
    </ChartFrame>
  )
}
