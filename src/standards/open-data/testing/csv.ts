import { expect } from 'vitest'

/** The cells of a CSV file, which ends as CSV files do. */
export function table(csv: string): string[][] {
  expect(csv.endsWith('\r\n')).toBe(true)
  const rows: string[][] = [[]]
  for (const [, cell = '', end = ''] of csv.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end !== ';') rows.push([])
  }
  return rows.slice(0, -1)
}
