import { describe, expect, it } from 'vitest'
import { BulkInput, bulkActions, fits, ResultQuery } from './bulk.rules.ts'
import { readResult, writeResult } from './bulk-result.rules.ts'

describe('many reports at once', () => {
  it('takes at most 200', () => {
    const numbers = (n: number) => Array.from({ length: n }, (_, i) => `M-${i}`)
    expect(BulkInput.safeParse({ was: 'accept', n: numbers(200) }).success).toBe(true)
    expect(BulkInput.safeParse({ was: 'accept', n: numbers(201) }).success).toBe(false)
    expect(BulkInput.safeParse({ was: 'accept', n: [] }).success).toBe(false)
  })

  it.each([
    ['accept', 'assigned', true],
    ['accept', 'inWork', false],
    ['end', 'triage', true],
    ['end', 'done', false],
    ['reopen', 'ended', true],
    ['route', 'inWork', false],
    ['say', 'done', true],
  ] as const)('%s from %s: %s', (action, state, expected) => expect(fits(action, state)).toBe(expected))

  it('shows the same result after loading again', () => {
    for (const was of bulkActions) {
      const result = { was, done: ['M-1', 'M-2'], failed: [{ number: 'M-3', code: 'wrongState' }], liste: 'ansicht=team&q=a b' }
      expect(readResult(ResultQuery.parse(Object.fromEntries(new URLSearchParams(writeResult(result)))))).toEqual(result)
    }
  })
})
