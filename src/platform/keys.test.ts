import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { digest, isSigned, keyedHash, seal, sign, unseal, useKeys } from './keys.ts'

beforeAll(() => useKeys((purpose) => createHmac('sha256', 'installation').update(purpose).digest()))

// Databases are full of these: whoever changes a line here locks people out.
test.each([
  ['a digest', () => digest('token'), '3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0'],
  ['a keyed hash', () => keyedHash('case-secret', 'x'), '4d75e1e2e75baff0cc37afd1f9ccf4c8eb2cc94deb0c42ea204122f573ab16ef'],
  [
    'a keyed hash of an area',
    () => keyedHash('accounts/code', 'id 123456'),
    'a14f8bc2f47ac263ce76db13ab65b1266ddfa2f730e345745d2fa6a793c843d1',
  ],
])('%s keeps its bytes', (_, make, hex) => expect(make().toString('hex')).toBe(hex))

test('what was signed and sealed once stays so', () => {
  expect(sign('party-link', 'a.b')).toBe('c_Dj-N5D2qxWYbYuaB_knd3FTQNdCyg-_PkS2s7lERM')
  expect(unseal('accounts/totp', 'YyWLuzKOMnapVQDR7rTEuh0KlenJvuxQ436IaRantzupoAB9mr401ThJd311VQ')).toBe('JBSWY3DPEHPK3PXP')
})

test('a sealed value is read back, for its purpose only, and not when a bit was changed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
      const sealed = seal('a/one', value)
      expect(JSON.stringify(unseal('a/one', sealed))).toBe(JSON.stringify(value))
      expect(unseal('a/two', sealed)).toBeUndefined()
      expect(unseal('b/one', sealed)).toBeUndefined()
      const bytes = Buffer.from(sealed, 'base64url')
      bytes[at % bytes.length]! ^= 1
      expect(unseal('a/one', bytes.toString('base64url'))).toBeUndefined()
    }),
  )
  fc.assert(fc.property(fc.option(fc.string(), { nil: undefined }), (junk) => unseal('a/one', junk) === undefined))
})

test('a signature fits its text and purpose alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const signature = sign('a', text)
      expect(isSigned('a', text, signature)).toBe(true)
      expect(isSigned('b', text, signature)).toBe(false)
      expect(isSigned('a', other, signature)).toBe(other === text)
      expect(isSigned('a', text, other)).toBe(false)
    }),
  )
})
