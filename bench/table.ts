import type { Compared } from './compare.ts'
import type { Measured } from './measure.ts'
import type { Spread } from './rounds.rules.ts'

const heads = ['callers', '/s', 'p50', 'p95', 'p99', '±p95', 'failed', 'stmts', 'web', 'worker', 'database', 'MiB']
const WIDTH = 26

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2).replace(/\.?0+$/, '')
const columns = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(9)).join('')
/** How far the rounds were apart, in percent of the middle one. */
const apart = ({ median, min, max }: Spread): string => (median > 0 ? `${Math.round(((max - min) / median) * 100)} %` : '')

export const tableHead = (group: string): string =>
  `${group.padEnd(WIDTH)}${columns(heads)}   (milliseconds; web, worker and database: processor time of one request; MiB of the web process)`

export const tableLine = (row: Measured): string =>
  row.name.padEnd(WIDTH) +
  columns([
    String(row.callers),
    ...[row.perSecond, row.p50, row.p95, row.p99].map(({ median }) => number(median)),
    apart(row.p95),
    String(row.failed),
    number(row.statements),
    ...[row.webMs, row.workerMs, row.databaseMs].map(({ median }) => number(median)),
    String(row.webMiB),
  ])

const headings: Record<string, string> = { perSecond: '/s', webMs: 'web', databaseMs: 'database', statements: 'stmts' }

/** Ratios of this run to the earlier one; `!` where that is more than noise. */
export function comparisonLines(all: readonly Compared[]): string[] {
  const names = all[0]?.ratios.map(({ figure }) => headings[figure] ?? figure) ?? []
  return [
    `${'this run ÷ the earlier one'.padEnd(WIDTH)}${columns(['callers', ...names])}   (! beyond what rounds differ by themselves)`,
    ...all.map(
      ({ name, callers, ratios }) =>
        name.padEnd(WIDTH) +
        columns([
          String(callers),
          ...ratios.map(({ ratio, mark }) => (Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)}${mark ? '!' : ''}`)),
        ]),
    ),
    ...all.flatMap(({ name, callers, ratios }) =>
      ratios.flatMap(({ figure, ratio, mark }) => (mark ? [`${mark}: ${name} (${callers}) ${figure} × ${ratio.toFixed(2)}`] : [])),
    ),
  ]
}
