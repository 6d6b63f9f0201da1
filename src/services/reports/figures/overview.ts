import type { Ctx } from '#platform/context.ts'
import { type Cell, type Choice, cellsOf, type Dimension, figuresState, ZERO } from './figure.sql.ts'
import { type Figures, figuresOf, type Measures, sumOf } from './measures.rules.ts'
import type { Period } from './period.rules.ts'

/** Figures of one part; `code` is null for reports that belong to none. */
export type Row = Figures & { code: string | null }

/** Everything that the page shows, as the JSON file says it and the script computes it. */
export type Overview = {
  period: { from: string | null; to: string | null }
  total: Figures
  byMonth: Row[]
  byCategory: Row[]
  byDistrict: Row[]
  byUnit: Row[]
}

export type Codes = Record<Dimension, ReadonlyMap<string, string>>

/** The figures of a choice; parts in the order of their codes. */
export async function overviewOf(ctx: Ctx, choice: Choice & { period: Period }, codes: Codes): Promise<Overview> {
  const codeIn = (dimension: Dimension) => (cell: Cell) =>
    cell[dimension] === ZERO ? null : (codes[dimension].get(cell[dimension]) ?? null)
  const by = async (dimension: Dimension) => rowsOf(await cellsOf(ctx, choice, dimension), codeIn(dimension))
  const [cells, byCategory, byDistrict, byUnit] = await Promise.all([cellsOf(ctx, choice), by('category'), by('district'), by('unit')])
  return {
    period: { from: choice.period.from ?? null, to: choice.period.to ?? null },
    total: figuresOf(sumOf(cells)),
    byMonth: rowsOf(cells, ({ month }) => month),
    byCategory,
    byDistrict,
    byUnit,
  }
}

function rowsOf(cells: readonly Cell[], codeOf: (cell: Cell) => string | null): Row[] {
  const parts = Map.groupBy(cells, codeOf)
  return [...parts].map(([code, of]) => ({ code, ...figuresOf(sumOf(of)) })).sort(byCode)
}

/** In the order of the codes' characters, those without one last. */
const byCode = (a: Row, b: Row): number => (a.code === b.code ? 0 : a.code === null ? 1 : b.code === null || a.code < b.code ? -1 : 1)

/** Figures of the month that `at` lies in, and how many are open now. */
export type MonthFigures = { received: number; done: number; daysHalf: number | null; open: number }

export async function monthFigures(ctx: Ctx, month: string): Promise<MonthFigures | undefined> {
  if (!(await figuresState(ctx))) return undefined
  const cells: readonly (Measures & { month: string })[] = await cellsOf(ctx, {})
  const { received, done, daysHalf } = figuresOf(sumOf(cells.filter((cell) => cell.month === month)))
  return { received, done, daysHalf, open: sumOf(cells).open }
}
