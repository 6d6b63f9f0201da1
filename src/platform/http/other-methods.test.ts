import { expect, test } from 'vitest'
import { otherMethods } from './other-methods.ts'

const methods = otherMethods([
  { method: 'GET', path: '/form' },
  { method: 'POST', path: '/form' },
  { method: 'POST', path: '/things/:id{[0-9a-f-]{36}}' },
  { method: 'DELETE', path: '/things/:id{[0-9a-f-]{36}}' },
  { method: 'POST', path: '/words/:word/end' },
  { method: 'GET', path: '/rest/:rest{.+}' },
])

test.each([
  ['PUT', '/form', ['GET', 'POST']],
  ['POST', '/form', ['GET']],
  ['GET', '/things/0191f8a0-0000-7000-8000-000000000000', ['POST', 'DELETE']],
  ['GET', '/things/xyz', []],
  ['GET', '/words/any/end', ['POST']],
  ['GET', '/words/two/steps/end', []],
  ['POST', '/rest/a/b/c', ['GET']],
  ['GET', '/nowhere', []],
])('%s %s', (method, path, allowed) => {
  expect(methods(method, path)).toEqual(allowed)
})
