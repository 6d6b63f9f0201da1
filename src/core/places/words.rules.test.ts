import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slipsBetween } from '#core/search/index.ts'
import { understand } from './asked.rules.ts'
import { nameScore } from './score.rules.ts'
import { fold, plainNumber } from './words.rules.ts'

test.each([
  ['Lindenstraße', 'lindenstr'],
  ['LINDENSTRASSE', 'lindenstr'],
  ['Lindenstr.', 'lindenstr'],
  ['Lindenstrase', 'lindenstr'],
  ['Lübecker Str.', 'luebecker str'],
  ['Else-Lasker-Schüler-Straße', 'else lasker schueler str'],
  ['Dvořákstraße', 'dvorakstr'],
  ['Sankt-Georgs-Kirche', 'st georgs kirche'],
  ['  „Am   Ufer“ ', 'am ufer'],
  ['Goethepl.', 'goethepl'],
])('%s is read as %s', (written, folded) => expect(fold(written)).toBe(folded))

test('folding twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
})

test('a plate is compared without signs', () => expect(plainNumber('L-10 234')).toBe('l10234'))

const first = (line: string) => understand(line, 'Neustadt').meanings[0]

test.each([
  ['51.7421, 9.6123', { kind: 'point', lat: 51.7421, lon: 9.6123 }],
  ['51,7421 9,6123', { kind: 'point', lat: 51.7421, lon: 9.6123 }],
  ['51.7421° N, 9.6123° O', { kind: 'point', lat: 51.7421, lon: 9.6123 }],
  ['L-10234', { kind: 'asset', plain: 'l10234', digits: '' }],
  ['Laterne Nr. 10234', { kind: 'asset', plain: '', digits: '10234', assetKind: 'lamp' }],
  ['Straßenlaterne L 10234', { kind: 'asset', plain: 'l10234', digits: '10234', assetKind: 'lamp' }],
  ['10234', { kind: 'asset', plain: '', digits: '10234' }],
  ['Ecke Goethestraße Schillerstraße', { kind: 'crossing', pairs: [['goethestr', 'schillerstr']] }],
  ['Goethestr / Schillerstr', { kind: 'crossing', pairs: [['goethestr', 'schillerstr']] }],
  ['Goethestraße Ecke Schillerstraße', { kind: 'crossing', pairs: [['goethestr', 'schillerstr']] }],
  ['Goethestr. 3-9', { kind: 'between', street: 'goethestr', from: 3, to: 9 }],
  ['zwischen Goethestr. 3 und 9', { kind: 'between', street: 'goethestr', from: 3, to: 9 }],
  ['Goethestr.12a', { kind: 'address', street: 'goethestr', number: 12, suffix: 'a' }],
  ['Goethestraße Nr. 12 A', { kind: 'address', street: 'goethestr', number: 12, suffix: 'a' }],
  ['Goethestraße 12, 12345 Neustadt', { kind: 'address', street: 'goethestr', number: 12, suffix: '' }],
  ['12 Goethestraße', { kind: 'address', street: 'goethestr', number: 12, suffix: '' }],
  ['Rathaus in Neustadt', { kind: 'name', name: 'rathaus' }],
])('%s', (line, meaning) => expect(first(line)).toEqual(meaning))

test('what stands behind a comma may be the part of the town', () =>
  expect(understand('Dorfstraße 3, Auental', 'Neustadt').district).toBe('auental'))

test('whatever is typed is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string(), (line, town) =>
      Array.isArray(understand(line, town).meanings),
    ),
  )
})

test('slips are counted, swapped letters as one', () => {
  expect(slipsBetween('goethe', 'goehte', 3)).toBe(1)
  expect(slipsBetween('mozart', 'motzart', 3)).toBe(1)
  expect(slipsBetween('mozart', 'beethoven', 3)).toBeUndefined()
})

const word = fc
  .string({ unit: fc.constantFrom(...'abcdeinrst '), minLength: 1, maxLength: 20 })
  .map(fold)
  .filter(Boolean)

test('a score lies between nothing and all, and the name itself has all', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(nameScore(a, b)).toBeGreaterThanOrEqual(0)
      expect(nameScore(a, b)).toBeLessThanOrEqual(1)
      expect(nameScore(a, a)).toBe(1)
    }),
  )
})

test('nearer names score higher', () => {
  const score = (asked: string, name: string) => nameScore(fold(asked), fold(name))
  expect(score('Lindenweg', 'Lindenweg')).toBeGreaterThan(score('Lindnweg', 'Lindenweg'))
  expect(score('Lindnweg', 'Lindenweg')).toBeGreaterThan(score('Linden', 'Lindenweg'))
  expect(score('Linden', 'Lindenweg')).toBeGreaterThan(score('Linden', 'Edellindenplatz'))
  expect(score('Markt 3', 'Markt')).toBeLessThan(0.86)
})
