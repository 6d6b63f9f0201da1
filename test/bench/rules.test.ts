import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compared, isOfNow } from '../../bench/compare.ts'
import type { Measured } from '../../bench/measure.ts'
import { differs, LEAST_NOISE, median, percentile, spread } from '../../bench/rounds.rules.ts'
import { judged, longScans, type PlanNode, planLines, withoutValues } from '../../bench/sql/plan.rules.ts'
import { functionsIn } from '../../bench/sql/reached.ts'

const some = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 })

describe('figures of several rounds', () => {
  it.each([
    [[5], 50, 5],
    [[1, 2, 3, 4], 50, 2],
    [[1, 2, 3, 4], 95, 4],
    [[4, 3, 2, 1], 25, 1],
    [[1, 2, 3, 4], 100, 4],
    [[7, 9], 0, 7],
  ])('of %j the %s. percentile is %s', (values, percent, expected) => expect(percentile(values, percent)).toBe(expected))

  it('a percentile is one of the values, and at least so many do not exceed it; a larger one is never less', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (values, a, b) => {
        const found = percentile(values, a)
        expect(values).toContain(found)
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual((a / 100) * values.length)
        expect(percentile(values, Math.max(a, b))).toBeGreaterThanOrEqual(percentile(values, Math.min(a, b)))
      }),
    )
  })

  it('the middle lies between least and most, in whatever order the rounds were', () => {
    fc.assert(
      fc.property(some, (values) => {
        const { median: middle, min, max } = spread(values)
        expect(min <= middle && middle <= max).toBe(true)
        expect(median([...values].reverse())).toBe(middle)
      }),
    )
  })
})

describe('what is beyond noise', () => {
  const at = (...values: number[]) => spread(values)
  it.each<[string, number[], number[], boolean]>([
    ['rounds that overlap', [10, 11, 14], [13, 13, 13], false],
    ['apart, but by less than the rounds stray', [10, 12, 14], [14.1, 14.2, 14.3], false],
    ['apart by much', [10, 10.2, 10.4], [20, 21, 22], true],
    ['hardly anything', [100, 100, 100], [102, 102, 102], false],
    ['a little more than hardly anything', [100, 100, 100], [104, 104, 104], true],
  ])('%s', (_, before, after, beyond) => {
    expect(differs(at(...before), at(...after), false).beyondNoise).toBe(beyond)
    // Whichever was first.
    expect(differs(at(...after), at(...before), false).beyondNoise).toBe(beyond)
  })

  it('a run is never beyond noise against itself, and a mark needs more than the least noise', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(differs(spread(a), spread(a), true).beyondNoise).toBe(false)
        const { beyondNoise, ratio } = differs(spread(a), spread(b), true)
        if (beyondNoise) expect(Math.abs(ratio - 1)).toBeGreaterThan(LEAST_NOISE)
      }),
    )
  })

  it('more a second is better, more milliseconds are worse, another number of statements always counts', () => {
    const measured = (perSecond: number, ms: number, statements: number): Measured => {
      const [quick, slow] = [spread([perSecond]), spread([ms])]
      return {
        name: 'list',
        callers: 8,
        rounds: 3,
        failed: 0,
        statements,
        webMiB: 100,
        perSecond: quick,
        p50: slow,
        p95: slow,
        p99: slow,
        webMs: slow,
        workerMs: slow,
        databaseMs: slow,
      }
    }
    const [row] = compared([measured(100, 10, 12)], [measured(200, 20, 13), { ...measured(1, 1, 1), name: 'new' }])
    const marks = Object.fromEntries(row!.ratios.map(({ figure, mark }) => [figure, mark]))
    expect(marks).toMatchObject({ perSecond: 'better', p95: 'WORSE', databaseMs: 'WORSE', statements: 'WORSE' })
    expect(compared([measured(100, 10, 12)], [{ ...measured(1, 1, 1), callers: 2 }])).toEqual([])
    expect([isOfNow([measured(100, 10, 12)]), isOfNow([{ name: 'list', connections: 8, perSecond: 100, p50: 10 }])]).toEqual([true, false])
  })
})

describe('the plans of statements', () => {
  const scan = (table: string, more: Partial<PlanNode> = {}): PlanNode => ({
    'Node Type': 'Seq Scan',
    'Relation Name': table,
    Schema: 'core',
    ...more,
  })
  const plan: PlanNode = {
    'Node Type': 'Nested Loop',
    Plans: [
      scan('district'),
      {
        'Node Type': 'Index Scan',
        'Relation Name': 'event',
        Schema: 'core',
        'Index Name': 'event_kind',
        'Index Cond': "(kind = 'a''b'::text)",
        Plans: [scan('event'), scan('event')],
      },
    ],
  }
  const rows = new Map([
    ['core.district', 12],
    ['core.event', 4_000_000],
  ])

  it('tell which large tables are read from front to back, however deep; small ones may be', () => {
    expect(longScans(plan, rows)).toEqual(['core.event'])
    expect(longScans(plan, new Map([['core.event', 10_000]]))).toEqual([])
    expect(longScans({ 'Node Type': 'Result' }, rows)).toEqual([])
  })

  it('are printed without what somebody typed', () => {
    expect(planLines(plan)[2]).toBe("  Index Scan core.event by event_kind (kind = '…'::text) rows ?")
    expect(withoutValues("name = 'O''Hara' AND n = 12.5 LIMIT $1")).toBe("name = '…' AND n = … LIMIT $1")
  })

  it('are sent by these functions of a room, whatever they are written like', () => {
    const room = `
      export const one = (ctx) => ctx.db.selectFrom('a').execute()
      const part = (ctx) => ctx.db.selectFrom('a')
      export async function two(ctx) { return await sql\`SELECT 1\`.executeTakeFirst(ctx.db) }
      export const LIMIT = 5`
    expect(functionsIn(room)).toEqual(['one', 'two'])
  })

  it('a reason allows one statement one table; what was run and needs it no longer is told', () => {
    const allowed = [
      { site: 'a.sql.ts all', table: 'core.event', reason: 'nightly' },
      { site: 'b.sql.ts all', table: 'core.event', reason: 'nightly' },
      { site: 'c.sql.ts all', table: 'core.event', reason: 'nightly' },
    ]
    const scans = [
      { site: 'a.sql.ts all', table: 'core.event' },
      { site: 'a.sql.ts all', table: 'core.mail' },
    ]
    expect(judged(scans, allowed, new Set(['a.sql.ts all', 'b.sql.ts all']))).toEqual({ wrong: [scans[1]], unneeded: [allowed[1]] })
  })
})
