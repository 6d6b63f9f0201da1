import type { Ctx } from '#platform/context.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'
import { nextLines } from '#platform/open-data/lines.sql.ts'

export type ExampleRow = Record<string, string | number | boolean | null>

const ROWS = 3

/** The first rows as they stand in the file. */
export async function exampleRows(ctx: Ctx, set: DataSet): Promise<ExampleRow[]> {
  const page = await nextLines(ctx, set, 'json', '', ROWS)
  return page ? (JSON.parse(`[${page.lines}]`) as ExampleRow[]) : []
}
