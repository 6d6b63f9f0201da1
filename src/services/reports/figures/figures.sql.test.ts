import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { districtsOf } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { nextLines } from '#platform/open-data/lines.sql.ts'
import { root } from '#platform/root.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { reportTown } from '../../../../test/setup/reports.ts'
import { categories } from '../catalogue.sql.ts'
import { endReasons } from '../report.rules.ts'
import { figuresSpan, markStale } from './figure.sql.ts'
import { reportData } from './open-data.ts'
import { overviewOf } from './overview.ts'
import { choiceOf, type FiguresQuery } from './query.ts'
import { refreshFigures } from './refresh.ts'

const { pool } = await testDatabase()
const t = await reportTown(pool, 'rechnung')
const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-figures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const districts = [newId(), newId()] as const
await t.as(undefined, (ctx) =>
  ctx.db
    .insertInto('core.district')
    .values(
      districts.map((id, i) => ({
        tenant_id: t.town.id,
        id,
        // A code that has to be put into quotes.
        code: ['altstadt', 'nord; "süd"'][i]!,
        name: `Ortsteil ${i}`,
        polygon: '[]',
        west: 11,
        south: 49,
        east: 11.1,
        north: 49.1,
        lat: 49,
        lon: 11,
      })),
    )
    .execute(),
)
const kinds = await t.as(undefined, (ctx) => categories(ctx))

/** What `/meldungen/zahlen.json` says, and what the script makes of the lines of `/meldungen.csv`. */
const published = (ctx: Ctx, query: FiguresQuery) => async () => {
  const { units } = await figuresSpan(ctx)
  const known = { categories: kinds, districts: await districtsOf(ctx), units, now: ctx.now(), timeZone: t.town.timeZone }
  const codes = (all: readonly { id: string; code: string }[]) => new Map(all.map(({ id, code }) => [id, code]))
  return await overviewOf(ctx, choiceOf(query, known), { category: codes(kinds), district: codes(known.districts), unit: codes(units) })
}

async function fileOf(): Promise<string> {
  const reports = await t.as(undefined, async (ctx) => (await reportData(ctx))[0]!)
  let text = `\uFEFF${reports.columns.map(({ name }) => name).join(';')}\r\n`
  for (let after = ''; ; ) {
    const page = await t.as(undefined, (ctx) => nextLines(ctx, reports, 'csv', after, 7))
    if (!page) break
    text += page.lines
    after = page.last
  }
  const path = join(folder, `${newId()}.csv`)
  writeFileSync(path, text)
  return path
}

async function computed(path: string, options: readonly string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/report-figures.mjs'), path, '--json', ...options])
  return JSON.parse(stdout)
}

const moment = fc.integer({ min: Date.parse('2024-10-01T00:00:00Z'), max: Date.parse('2026-05-30T00:00:00Z') }).map((at) => new Date(at))
const fact = fc
  .record({
    received: moment,
    // Also much less than a day, and exactly one: where rounding could differ.
    took: fc.oneof(fc.constantFrom(1, 60, 86_399, 86_400, 86_401, 864_000), fc.integer({ min: 1, max: 90 * 86_400 })),
    stage: fc.constantFrom('received', 'accepted', 'inProgress', 'done', 'done', 'done', 'done', 'ended'),
    reason: fc.constantFrom(...endReasons),
    category: fc.nat({ max: kinds.length - 1 }),
    district: fc.constantFrom(...districts, null),
    unit: fc.constantFrom(t.roads, t.green, null),
    promiseUnit: fc.constantFrom(t.roads, t.green, null),
    stopped: fc.constantFrom(0, 0, 30, 86_400),
    basis: fc.constantFrom('experience', 'target', null),
    outcome: fc.constantFrom('kept', 'kept', 'broken', 'void', null),
    objections: fc.constantFrom(0, 0, 0, 2),
    reopenings: fc.constantFrom(0, 0, 1),
  })
  .map((it) => {
    const [seconds, closes] = [it.stopped + it.took, it.stage === 'done' || it.stage === 'ended']
    const received = new Date(Math.floor(it.received.getTime() / 1000) * 1000)
    const closed = closes ? new Date(received.getTime() + seconds * 1000) : null
    const firstDone = it.stage === 'done' ? closed : it.reopenings > 0 ? new Date(received.getTime() + 3_600_000) : null
    return { ...it, received, closed, firstDone, due: new Date(received.getTime() + 14 * 86_400_000).toISOString().slice(0, 10) }
  })

const inTown = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at).slice(0, 7)

it('the script computes from the open data what the page says, for any reports and any filter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fact, { minLength: 30, maxLength: 160 }),
      fc.record({
        zeit: fc.constantFrom(undefined, 'alles', '2025', '2025-11', 'vormonat'),
        art: fc.constantFrom(undefined, undefined, 'pothole', 'gruppe:street'),
        ortsteil: fc.constantFrom(undefined, undefined, 'altstadt', 'nord; "süd"'),
        amt: fc.constantFrom(undefined, undefined, 'roads'),
      }),
      async (facts, query) => {
        await t.as(undefined, async (ctx) => {
          for (const table of ['services.report_fact', 'services.report_figure', 'services.report_stale_month'] as const)
            await ctx.db.deleteFrom(table).where('tenant_id', '=', t.town.id).execute()
          await ctx.db
            .insertInto('services.report_fact')
            .values(
              facts.map((it, i) => ({
                tenant_id: t.town.id,
                case_id: newId(it.received.getTime()),
                number: `M-${i}`,
                category_id: kinds[it.category]!.id,
                district_id: it.district,
                unit_id: it.unit,
                stage: it.stage,
                received_at: it.received,
                first_done_at: it.firstDone,
                closed_at: it.closed,
                end_reason: it.stage === 'ended' ? it.reason : null,
                stopped_seconds: it.stopped,
                promise_basis: it.basis,
                promise_due_on: it.basis ? it.due : null,
                promise_outcome: it.basis ? it.outcome : null,
                promise_unit_id: it.basis ? it.promiseUnit : null,
                objections: it.objections,
                reopenings: it.reopenings,
                lat: 49.05,
                lon: 11.05,
                received_month: inTown(it.received),
                first_done_month: it.firstDone && inTown(it.firstDone),
                closed_month: it.closed && inTown(it.closed),
                due_month: it.basis ? it.due.slice(0, 7) : null,
              })),
            )
            .execute()
          await markStale(ctx, [
            ...new Set(facts.flatMap((it) => [it.received, it.firstDone, it.closed].flatMap((at) => (at ? inTown(at) : [])))),
          ])
          await markStale(ctx, [...new Set(facts.map(({ due }) => due.slice(0, 7)))])
          while (await refreshFigures(ctx));
        })
        const said = await t.as(undefined, (ctx) => published(ctx, query)())
        const { from, to } = said.period
        const group = query.art === 'gruppe:street' ? 'street' : undefined
        // Without a unit in the data the page knows none by this name.
        const unit =
          query.amt && facts.some((it) => it.unit === t.roads || (it.basis && it.promiseUnit === t.roads)) ? query.amt : undefined
        const options = { from, to, group, category: group ? undefined : query.art, district: query.ortsteil, unit }
        const made = await computed(
          await fileOf(),
          Object.entries(options).flatMap(([name, value]) => (value ? [`--${name}`, value] : [])),
        )
        expect(said).toEqual(made)
        // Not two empty ones: something was counted.
        if (!query.art && !query.ortsteil && !query.amt && query.zeit === 'alles')
          expect(said.total.received).toBe(facts.filter((it) => it.stage !== 'ended' || it.reason !== 'duplicate').length)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
