import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingsAt, findingsIn, publication, withoutFindings } from './personal.rules.ts'

test.each([
  ['Schreiben Sie mir: anna.b@example.org', ['email']],
  ['Rufen Sie an: 0911 / 123 45 67', ['phone']],
  ['Tel. +49 (0)911 1234567', ['phone']],
  ['Auto mit Kennzeichen LF-AB 123 steht im Weg', ['plate']],
  ['Das war Herr Müller von nebenan', ['name']],
  ['Bitte Frau Dr. Weiß fragen', ['name']],
  ['Geld an DE89 3704 0044 0532 0130 00', ['iban', 'phone']],
  ['Ich wohne in der Lindenstraße 12', ['home']],
  ['Schlagloch vor Lindenstraße 12', []],
  ['Die Laterne L-10234 ist dunkel', []],
  ['Loch von 20 x 30 cm, seit dem 3.5.2026, Hausnummer 12', []],
  ['Eine Frau ist hier gestürzt', []],
  ['Herr Bürgermeister, bitte helfen Sie', []],
])('%s', (text, findings) => {
  expect(findingsIn(text)).toEqual(findings)
})

test.each([
  ['atOnce', 'Loch', 0, true],
  ['atOnce', 'Loch', 2, true],
  ['atOnce', 'Tel. 0911 1234567', 0, false],
  ['afterCheck', 'Loch', 0, true],
  ['afterCheck', 'Loch', 1, false],
  ['never', 'Loch', 0, false],
] as const)('%s, "%s", %d photos: public at once %s', (mode, text, photos, now) => {
  expect(publication(mode, text, photos).now).toBe(now)
  expect(publication(mode, text, photos).toCheck).toBe(mode !== 'never' && !now)
})

test('found words are replaced, everything else stays', () => {
  expect(withoutFindings('Herr Müller (0911 / 123 45 67) parkt LF-AB 123 hier.')).toBe('[…] ([…]) parkt […] hier.')
  expect(withoutFindings('Herr Bürgermeister, bitte helfen Sie')).toBe('Herr Bürgermeister, bitte helfen Sie')
})

test('places lie in the text, in order and apart', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      let last = 0
      for (const { from, to } of findingsAt(`Frau Weiß ${text} a@example.org`)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
    }),
  )
})
