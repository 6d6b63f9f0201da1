import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { newNumber, readCode, readNumber, showCode } from './number.rules.ts'
import { pageOf, prefixQuery, readCursor, writeCursor } from './page.rules.ts'

test('a number is read however it was typed', () => {
  const number = newNumber('M')
  expect(number).toMatch(/^M-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  for (let nth = 0; nth < 1000; nth += 1) expect(readNumber(newNumber('M'))).toBeDefined()
  for (const typed of [number, number.toLowerCase(), number.replaceAll('-', ' '), number.replaceAll('-', ''), ` ${number} `])
    expect(readNumber(typed)).toBe(number)
  for (const wrong of ['', 'M-7K4P', 'M-7K4P-29QX-1', 'Lindenstraße', '123456789', 'Baustelle', 'Mülleimer', 'mauerwerks'])
    expect(readNumber(wrong)).toBeUndefined()
})

test('a code is shown in groups of four and read without them', () => {
  expect(showCode('7K4P29QXACDE')).toBe('7K4P-29QX-ACDE')
  expect(readCode(showCode('7K4P29QXACDE').toLowerCase())).toBe('7K4P29QXACDE')
})

test('a cursor is read as it was written, and nothing else is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
      const cursor = { at: new Date(ms), id: newId(ms) }
      expect(readCursor(writeCursor(cursor))).toEqual(cursor)
    }),
  )
  const made = [`1 ${'-'.repeat(36)}`, `1 ${'0'.repeat(36)}`, `999999999999999 ${newId()}`, 'x y']
  for (const wrong of ['', 'abc', '💥', ...made.map((text) => Buffer.from(text).toString('base64url'))])
    expect(readCursor(wrong), wrong).toBeUndefined()
})

test('pages know their neighbours in both directions', () => {
  const rows = [3, 2, 1].map((n) => ({ at: new Date(n), id: newId(n) }))
  const page = (over: { limit: number; backwards: boolean; began: boolean }) => {
    const { items, next, previous } = pageOf(
      rows,
      over,
      (row) => row,
      (row) => row.at.getTime(),
    )
    return [items, next !== undefined, previous !== undefined]
  }
  expect(page({ limit: 2, backwards: false, began: false })).toEqual([[3, 2], true, false])
  expect(page({ limit: 3, backwards: false, began: true })).toEqual([[3, 2, 1], false, true])
  expect(page({ limit: 2, backwards: true, began: true })).toEqual([[2, 3], true, true])
})

test('words of a search become a query that cannot break', () => {
  expect(prefixQuery('Loch & Straße:*!')).toBe('loch:* & straße:*')
  expect(prefixQuery('  !?')).toBeUndefined()
})
