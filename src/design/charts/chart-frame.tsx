import type { ComponentChildren } from 'preact'
import { t } from '#platform/text.ts'
import { figureText } from '../content/figure.ts'

type ChartFrameProps = {
  title: string
  unit?: string | undefined
  head: readonly string[]
  rows: readonly (readonly [string, ...number[]])[]
  children: ComponentChildren
}

/** A picture of figures with its title, and the same figures as a table behind it. */
export const ChartFrame = ({ title, unit, head, rows, children }: ChartFrameProps) => (
  <figure class="chart">
    <figcaption class="chart__title">
      {title}
      {unit ? <span class="chart__unit"> ({unit})</span> : null}
    </figcaption>
    {children}
    <details class="chart__table">
      <summary>{t('design.chart.asTable')}</summary>
      <table class="kern-table kern-table--small">
        <caption class="kern-sr-only">{title}</caption>
        <thead>
          <tr>
            {head.map((label) => (
              <th key={label} class="table__header" scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, ...values]) => (
            <tr key={label}>
              <th class="table__cell" scope="row">
                {label}
              </th>
              {values.map((value, i) => (
                <td key={i} class="table__cell table__cell--numeric">
                  {figureText(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </figure>
)
