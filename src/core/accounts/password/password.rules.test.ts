import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCommon, Password } from './password.rules.ts'

test.each([
  'passwort123',
  'Passwort!!2024',
  '1234567890',
  '0987654321',
  'qwertzuiopü',
  'PoiuztRewQ',
  'aaaaaaaaaaaa',
  'abababababab',
  'willkommen2025',
  'stadtplatz-1',
  'geheimgeheim',
  '1q2w3e4r5t',
])('%s is guessed first', (password) => expect(isCommon(password)).toBe(true))

test.each(['Leuchtturm Kieselweg 7', 'drei blaue Ziegen', 'k8#mQ2!vXr0p', 'passwort auf dem Zettel am Kühlschrank'])(
  '%s is fine',
  (password) => expect(Password.safeParse(password).success).toBe(true),
)

test('too short and too long are refused, whatever they are made of', () => {
  fc.assert(fc.property(fc.string({ maxLength: 9 }), (short) => !Password.safeParse(short).success))
  expect(Password.safeParse('x1y2z3 '.repeat(40)).success).toBe(false)
})

test('a weak word stays weak with digits around it', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{0,6}$/), fc.stringMatching(/^[\d!?.]{0,6}$/), (a, b) => isCommon(`${a}Sommer${b}`)))
})
