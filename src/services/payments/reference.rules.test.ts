import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReference, REFERENCE_LENGTH, referenceFor, referenceInGroups, referencesIn } from './reference.rules.ts'

// The example of the standard's own introduction (ISO 11649).
test('the check digits are those of ISO 11649', () => {
  expect(isReference('RF18539007547034')).toBe(true)
  expect(isReference('RF19539007547034')).toBe(false)
})

const alphabet = '0123456789ACDEFGHJKMNPQRTWXYZ'
const caseNumber = fc
  .array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 })
  .map((signs) => `A-${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`)
const nth = fc.integer({ min: 1, max: 99 })

test('every case has its references: sound, of one length, found again however they are written', () => {
  fc.assert(
    fc.property(
      caseNumber,
      nth,
      fc.constantFrom('', 'Hundesteuer ', 'Danke! '),
      fc.constantFrom('', ' fuer Bello', '/2026'),
      (number, n, before, after) => {
        const reference = referenceFor(number, n)
        expect([isReference(reference), reference.length]).toEqual([true, REFERENCE_LENGTH])
        for (const written of [reference, referenceInGroups(reference), reference.toLowerCase(), reference.replace(/(.{5})/g, '$1\n')])
          expect(referencesIn(`${before}${written}${after}`)).toContain(reference)
      },
    ),
  )
})

// A letter counts as two digits, so a letter in place of a digit may slip through.
test('one wrong digit, and one wrong letter, is found out', () => {
  fc.assert(
    fc.property(caseNumber, nth, fc.integer({ min: 2, max: REFERENCE_LENGTH - 1 }), fc.constantFrom(...alphabet), (number, n, at, sign) => {
      const reference = referenceFor(number, n)
      const wrong = reference.slice(0, at) + sign + reference.slice(at + 1)
      if (wrong !== reference && /\d/.test(sign) === /\d/.test(reference[at]!)) expect(isReference(wrong)).toBe(false)
    }),
  )
})

test('words without a reference have none', () => {
  expect(referencesIn('Rechnung RF 12 vom Mai, Kfz-Reifen')).toEqual([])
})
