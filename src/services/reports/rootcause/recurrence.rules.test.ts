import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Past, REPAIRS, recurrence, yearBefore } from './recurrence.rules.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const past = (repairs: string[], more: Partial<Past> = {}): Past => ({
  repairs: repairs.map(day),
  underWay: false,
  dismissedAt: undefined,
  closedAt: undefined,
  ...more,
})
const three = ['2025-08-01', '2026-01-10', '2026-05-07']

describe('the third repair within twelve months', () => {
  it.each<[string, Past, number]>([
    ['three', past(three), 3],
    ['in any order', past([...three].reverse()), 3],
    ['two', past(three.slice(1)), 0],
    ['three, the first a year before to the day', past(['2025-05-07', '2026-01-10', '2026-05-07']), 0],
    ['three, the first a day later', past(['2025-05-08', '2026-01-10', '2026-05-07']), 3],
    ['while one is under way', past(three, { underWay: true }), 0],
    ['turned down after the last repair', past(three, { dismissedAt: day('2026-05-08') }), 0],
    ['turned down, and repaired again', past([...three, '2026-06-01'], { dismissedAt: day('2026-05-08') }), 4],
    ['closed, and repaired again', past([...three, '2026-06-01'], { closedAt: day('2026-05-08') }), 0],
    ['closed, and three more', past([...three, '2026-06-01', '2026-07-01', '2026-08-01'], { closedAt: day('2026-05-08') }), 3],
    ['nothing', past([]), 0],
  ])('%s', (_, given, expected) => expect(recurrence(given)).toHaveLength(expected))
})

/** Years of a thing: a repair on some days, and what the lead says to each proposal. */
const years = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 400 }), answer: fc.constantFrom('dismiss', 'close', 'wait') }), {
  maxLength: 40,
})

it('over synthetic years it proposes exactly when the last three repairs since the last end lie within a year', () =>
  fc.assert(
    fc.property(years, (plan) => {
      let now = day('2010-01-01')
      const repairs: Date[] = []
      let state: Omit<Past, 'repairs'> = { underWay: false, dismissedAt: undefined, closedAt: undefined }
      let since: Date[] = []
      for (const { gap, answer } of plan) {
        now = new Date(now.getTime() + gap * 86_400_000)
        repairs.push(now)
        since.push(now)
        const found = recurrence({ repairs, ...state })
        const third = since.at(-REPAIRS)
        expect(found.length > 0).toBe(!state.underWay && third !== undefined && third > yearBefore(now))
        // Asked again without a new repair it says the same.
        expect(recurrence({ repairs, ...state })).toEqual(found)
        if (found.length === 0) {
          if (state.underWay && answer === 'close') {
            state = { ...state, underWay: false, closedAt: now }
            since = []
          }
          continue
        }
        if (answer === 'dismiss') state = { ...state, dismissedAt: now }
        else state = { ...state, underWay: true }
        // What was turned down or taken up is not proposed again by the same repairs.
        expect(recurrence({ repairs, ...state })).toEqual([])
      }
    }),
  ))
