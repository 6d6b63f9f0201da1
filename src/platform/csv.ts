export type Cell = string | number | undefined

/**
 * A table as German spreadsheets open it: UTF-8 with byte order mark, semicolons, CRLF (RFC 4180 apart from the separator).
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export const writeCsv = (rows: readonly (readonly Cell[])[]): string => `\uFEFF${csvLines(rows)}`

/** More lines of such a table, for one that is written in pieces. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(written).join(';')}\r\n`).join('')

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell ?? '')
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
