import { expect, it } from 'vitest'
import { writeCsv } from './csv.rules.ts'

it('writes a table that spreadsheets open as it is', () =>
  expect(
    writeCsv([
      ['Nummer', 'Ort'],
      ['M-1', 'Markt; "Rathaus"'],
      [2, undefined],
    ]),
  ).toBe('\uFEFFNummer;Ort\r\nM-1;"Markt; ""Rathaus"""\r\n2;\r\n'))

it.each(['=1+1', '+49', '-1', '@x', '\t='])('makes no formula of %j', (text) => expect(writeCsv([[text]])).toContain(`'${text}`))
