import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test.each([
  ['einfach', 'einfach'],
  [undefined, ''],
  [2, '2'],
  [-2.5, '-2.5'],
  ['Markt; Rathaus', '"Markt; Rathaus"'],
  ['sagt "ja"', '"sagt ""ja"""'],
  ['zwei\nZeilen', '"zwei\nZeilen"'],
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=A1;"x"', '"\'=A1;""x"""'],
])('%j in a table', (cell, written) => expect(writeCsv([[cell]])).toBe(`\uFEFF${written}\r\n`))

test('lines end as on Windows, cells are parted by semicolons', () =>
  expect(
    writeCsv([
      ['Nummer', 'Ort'],
      ['M-1', undefined],
    ]),
  ).toBe('\uFEFFNummer;Ort\r\nM-1;\r\n'))

/** Reads what any reader of RFC 4180 would. */
function cellsOf(table: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of table.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ';') continue
    rows.push(row)
    row = []
  }
  return rows
}

const tricky = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(';', '"', '\r', '\n', '\t', '=', '+', '-', '@', "'", 'a') }))

test('what was written is read back, and nothing begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.array(tricky, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const read = cellsOf(writeCsv(rows))
      expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length))
      for (const [i, row] of rows.entries())
        for (const [j, cell] of row.entries()) {
          const back = read[i]?.[j] ?? ''
          expect(back).not.toMatch(/^[=+\-@\t\r]/)
          expect([cell, `'${cell}`]).toContain(back)
          expect(back === cell).toBe(!/^[=+\-@\t\r]/.test(cell))
        }
    }),
  )
})
