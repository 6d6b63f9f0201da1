import type { Measured } from './measure.ts'
import { differs } from './rounds.rules.ts'

const figures = [
  ['perSecond', true],
  ['p50', false],
  ['p95', false],
  ['p99', false],
  ['webMs', false],
  ['databaseMs', false],
] as const

export type Compared = { name: string; callers: number; ratios: { figure: string; ratio: number; mark: '' | 'better' | 'WORSE' }[] }

/** This run against an earlier one: ratios, marked where they are beyond what rounds differ by themselves. */
export function compared(before: readonly Measured[], after: readonly Measured[]): Compared[] {
  return after.flatMap((now) => {
    const then = before.find(({ name, callers }) => name === now.name && callers === now.callers)
    if (!then) return []
    const ratios = figures.map(([figure, moreIsBetter]) => {
      const { ratio, beyondNoise, better } = differs(then[figure], now[figure], moreIsBetter)
      return { figure, ratio, mark: beyondNoise ? (better ? ('better' as const) : ('WORSE' as const)) : ('' as const) }
    })
    const statements = then.statements > 0 ? now.statements / then.statements : Number.NaN
    // Nothing about statements is chance.
    const mark = now.statements === then.statements ? '' : now.statements < then.statements ? 'better' : 'WORSE'
    return [{ name: now.name, callers: now.callers, ratios: [...ratios, { figure: 'statements', ratio: statements, mark } as const] }]
  })
}

/** Whether results have the shape that is written now: since there are rounds each figure has a middle, a least and a most. */
export const isOfNow = (results: readonly object[]): boolean =>
  results.every((row) => figures.every(([figure]) => typeof (row as Partial<Measured>)[figure]?.median === 'number'))
