import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'

const SECRET = 'a secret for tests that nobody else has'
const demo = (environment: Record<string, string>) => loadConfig({ SECRET, ...environment }).demo

test.each([
  [{}, true],
  [{ DATABASE_URL: 'postgres://one:x@localhost/town' }, true],
  [{ PUBLIC_URL: 'https://neustadt.example' }, false],
  [{ PUBLIC_URL: 'https://neustadt.example', DEMO: '1' }, true],
])('%j: the demo is %s', (environment, expected) => {
  expect(demo(environment)).toBe(expected)
})

test('an installation for people has an address', () => {
  expect(() => demo({ SMTP_URL: 'smtp://mail.example' })).toThrow('Set PUBLIC_URL')
  expect(() => demo({ DEMO: '0' })).toThrow('Set PUBLIC_URL')
})

test('what cannot be used is named', () => {
  expect(() => loadConfig({ PORT: 'door', SECRET: 'short' })).toThrow(/Set PORT[\s\S]*Set SECRET to another value: at least 32 characters/)
})
