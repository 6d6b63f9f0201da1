import { expect, test } from 'vitest'
import { newId, speakableCode, uuidPattern } from './ids.ts'

test('ids of one millisecond keep their order, and all are version 7', () => {
  const ids = Array.from({ length: 5000 }, () => {
    newId()
    return newId(1_778_138_400_000)
  })
  // The counter runs over once in some million ids; that may be here, once.
  expect(ids.filter((id, i) => i > 0 && id < ids[i - 1]!).length).toBeLessThanOrEqual(1)
  expect(new Set(ids).size).toBe(5000)
  for (const id of ids.slice(0, 50)) {
    expect(id).toMatch(uuidPattern)
    expect(id[14]).toBe('7')
    expect('89ab').toContain(id[19])
  }
})

test('ids of later milliseconds come later', () => {
  expect(newId(1000) < newId(1001)).toBe(true)
})

test('codes have no look-alikes', () => {
  expect(speakableCode(400)).not.toMatch(/[015BILOSUV8]/)
})
