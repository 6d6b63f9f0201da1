import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded, seedOf } from './seeded.ts'

const first = (n: number, ...parts: (string | number)[]) => {
  const { next } = seeded(...parts)
  return Array.from({ length: n }, next)
}

describe('seeded', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(first(20, 7, 'lamps')).toEqual(first(20, 7, 'lamps'))
    expect(first(20, 7, 'lamps')).not.toEqual(first(20, 7, 'trees'))
  })

  it('keeps the parts of a seed apart', () => {
    expect(seedOf('ab', 'c')).not.toBe(seedOf('a', 'bc'))
  })

  it('stays in range', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
        const random = seeded(seed)
        const whole = random.int(low, low + width)
        const part = random.next()
        return whole >= low && whole <= low + width && Number.isInteger(whole) && part >= 0 && part < 1
      }),
    )
  })

  it('spreads evenly', () => {
    const counts = [0, 0, 0, 0]
    const random = seeded(1)
    for (let i = 0; i < 8000; i++) {
      const quarter = random.int(0, 3)
      counts[quarter] = (counts[quarter] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200)
  })

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 30 }, (_, i) => i)
    const shuffled = seeded(3).shuffle(items)
    expect(shuffled).not.toEqual(items)
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items)
  })

  it('never picks what has no weight', () => {
    const random = seeded(5)
    for (let i = 0; i < 200; i++) expect(random.weighted(['never', 'always'], (item) => (item === 'never' ? 0 : 1))).toBe('always')
    expect(() => random.pick([])).toThrow()
  })
})
