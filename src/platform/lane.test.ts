import { expect, test } from 'vitest'
import { createLane } from './lane.ts'

const held = () => {
  let end = (): void => {}
  const work = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => work, end: () => end() }
}

test('so many go at once, so many wait, the next is turned away and told when to come again', async () => {
  const lane = createLane({ atOnce: 1, waiting: 1, what: 'things', retryAfter: 2 })
  const first = held()
  const order: string[] = []
  const going = lane(async () => {
    await first.work()
    order.push('first')
  })
  const waiting = lane(async () => void order.push('second'))
  await expect(lane(async () => {})).rejects.toMatchObject({ kind: 'unavailable', retryAfter: 2 })
  expect(order).toEqual([])
  first.end()
  await Promise.all([going, waiting])
  expect(order).toEqual(['first', 'second'])
})

test('work that fails gives its place on', async () => {
  const lane = createLane({ atOnce: 1, waiting: 0, what: 'things', retryAfter: 2 })
  await expect(lane(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await lane(async () => 'next')).toBe('next')
})
