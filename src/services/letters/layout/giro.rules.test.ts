import fc from 'fast-check'
import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { giroCode, ibanInGroups, isIban } from './giro.rules.ts'

const transfer = { name: 'Stadt Lindenfurt', iban: 'DE89 3704 0044 0532 0130 00', bic: '', cents: 1250, reference: 'A-7K4P-29QX' }

test('a code by the guideline, line by line', () => {
  expect(giroCode(transfer)).toEqual({
    ok: true,
    value: 'BCD\n002\n1\nSCT\n\nStadt Lindenfurt\nDE89370400440532013000\nEUR12.50\n\n\nA-7K4P-29QX',
  })
  const withBic = giroCode({ ...transfer, bic: 'COBADEFFXXX', cents: 5, reference: ' zwei\nZeilen ' })
  expect(withBic.ok && withBic.value.split('\n').slice(4)).toEqual([
    'COBADEFFXXX',
    'Stadt Lindenfurt',
    'DE89370400440532013000',
    'EUR0.05',
    '',
    '',
    'zwei Zeilen',
  ])
})

describe('what a code cannot say is refused', () => {
  test.each<[string, Partial<typeof transfer>]>([
    ['ibanWrong', { iban: 'DE88 3704 0044 0532 0130 00' }],
    ['ibanWrong', { iban: '' }],
    ['bicWrong', { bic: 'SPARKASSE' }],
    ['amountWrong', { cents: 0 }],
    ['amountWrong', { cents: 1.5 }],
    ['amountWrong', { cents: 100_000_000_000 }],
    ['giroTooLong', { name: 'x'.repeat(71) }],
    ['giroTooLong', { name: '' }],
    ['giroTooLong', { reference: 'x'.repeat(141) }],
    ['giroTooLong', { reference: 'ä'.repeat(140) }],
  ])('%s %j', (code, more) => expect(giroCode({ ...transfer, ...more })).toMatchObject({ ok: false, refusal: { code } }))
})

test.each(['DE89370400440532013000', 'AT611904300234573201', 'FR1420041010050500013M02606', 'de89 3704 0044 0532 0130 00'])(
  '%s is an IBAN',
  (iban) => expect(isIban(iban)).toBe(true),
)

test('one wrong digit is found, and so are two neighbours that changed places', () => {
  const iban = 'DE89370400440532013000'
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const other = String((Number(iban[at]) + by) % 10)
      expect(isIban(iban.slice(0, at) + other + iban.slice(at + 1))).toBe(false)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), (at) => {
      fc.pre(iban[at] !== iban[at + 1])
      expect(isIban(iban.slice(0, at) + iban[at + 1] + iban[at] + iban.slice(at + 2))).toBe(false)
    }),
  )
  expect(ibanInGroups(iban)).toBe('DE89 3704 0044 0532 0130 00')
})

test('whatever is taken fits version 13 with error correction M, as banks expect', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc.integer({ min: 1, max: 99_999_999_999 }),
      (name, reference, cents) => {
        const code = giroCode({ ...transfer, name, reference, cents })
        if (!code.ok) return
        expect(code.value.split('\n')).toHaveLength(11)
        expect(code.value.split('\n')[7]).toMatch(/^EUR\d{1,9}\.\d\d$/)
        expect(QRCode.create(code.value, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(13)
      },
    ),
  ))
