import { expect, test } from 'vitest'
import { createPatience } from './patience.ts'

const taking = (ms: number) => () => new Promise((resolve) => setTimeout(() => resolve('done'), ms))

test('what is done in time is handed on, also what it throws', async () => {
  const patience = createPatience(1_000)
  expect(await patience(taking(1))).toBe('done')
  await expect(patience(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('the parts together have so much time; then one is asked to come back', async () => {
  const patience = createPatience(60)
  await patience(taking(40))
  await expect(patience(taking(40))).rejects.toMatchObject({ kind: 'unavailable', retryAfter: 5 })
  await expect(patience(taking(40))).rejects.toMatchObject({ kind: 'unavailable' })
})

test('work that waited for its turn until nobody wanted it does not begin', async () => {
  const patience = createPatience(20)
  const begun: string[] = []
  const waited = patience(async (stillWanted) => {
    await taking(60)()
    stillWanted()
    begun.push('late')
  })
  await expect(waited).rejects.toMatchObject({ kind: 'unavailable' })
  await taking(60)()
  expect(begun).toEqual([])
})
