import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PER_SHEET, readNumbers, sheetsOf } from './labels.rules.ts'

it.each([
  ['', []],
  ['L-10001', ['L-10001']],
  ['L-10001, L-10002;L-10003\nL-10004\tL-10005', ['L-10001', 'L-10002', 'L-10003', 'L-10004', 'L-10005']],
  ['l 10001 l 10002', ['l 10001', 'l 10002']],
  ['L-1 L-1', ['L-1']],
  ['B\n17', ['B', '17']],
])('reads %j', (text, numbers) => expect(readNumbers(text)).toEqual(numbers))

it('puts each label on one sheet in its order and leaves those free that are used up', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 240 }), fc.integer({ min: 1, max: PER_SHEET }), (labels, first) => {
      const sheets = sheetsOf(labels, first)
      const places = sheets.flat()
      expect(places.filter((label) => label !== undefined)).toEqual(labels)
      expect(sheets.every((sheet, i) => sheet.length === PER_SHEET || (i === sheets.length - 1 && sheet.length > 0))).toBe(true)
      if (labels.length > 0) expect(places.findIndex((label) => label !== undefined)).toBe(first - 1)
    }),
  ))
