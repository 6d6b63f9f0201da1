import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'
import { readProviders, trustOf } from './providers/provider.rules.ts'
import { safePath } from './safe-path.ts'
import { expiryOf } from './sessions/session.rules.ts'

test('a path to go on to never leaves the town', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((tail) => `/${tail}`),
    fc.string().map((tail) => `//${tail}`),
  )
  fc.assert(
    fc.property(hostile, (path) => {
      const safe = safePath(path)
      expect(new URL(safe, 'http://town.test/deep/page').origin).toBe('http://town.test')
      expect(safe).toMatch(/^\/(?!\/)/)
    }),
  )
})

test.each([
  ['/mein/konto?a=b#c', '/mein/konto?a=b#c'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/evil.example'],
  ['https://evil.example', '/'],
  ['/a\nb', '/'],
  [undefined, '/'],
])('%s leads to %s', (given, expected) => expect(safePath(given)).toBe(expected))

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome · Android'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge · Windows'],
  ['curl/8', ''],
])('%s', (agent, name) => expect(deviceName(agent)).toBe(name))

test('a session ends after 30 days without use, and after 180 whatever happens', () => {
  const start = new Date('2026-01-01T00:00:00Z')
  const day = (n: number) => new Date(start.getTime() + n * 86_400_000)
  expect(expiryOf(start, start)).toEqual(day(30))
  expect(expiryOf(start, day(100))).toEqual(day(130))
  expect(expiryOf(start, day(170))).toEqual(day(180))
})

test('providers are read and checked; trust is never more than declared', () => {
  const one = { id: 'land', name: 'Land', issuer: 'https://id.example', clientId: 'x', trustClaim: 'acr', trustMap: { hoch: 'high' } }
  const [provider] = readProviders(JSON.stringify([one]))
  if (!provider) throw new Error('no provider')
  expect(trustOf(provider, { acr: 'hoch' })).toBe('high')
  for (const acr of ['niedrig', 'constructor', '__proto__', 1, undefined, ['hoch']]) expect(trustOf(provider, { acr })).toBe('basic')
  expect(readProviders(undefined)).toEqual([])
  expect(() => readProviders('{')).toThrow('Set OIDC_PROVIDERS')
  expect(() => readProviders(JSON.stringify([one, one]))).toThrow('same id')
  expect(() => readProviders(JSON.stringify([{ ...one, issuer: 'nowhere' }]))).toThrow('issuer')
})
