import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/setup/database.ts'
import { reportTown } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { addTask, caseByNumber, changeRule, deletionRecords, HOLD_CASES, holdCase, MANAGE_RETENTION } from '../../cases/index.ts'
import { runBatch, startNightly } from '../../cases/retention/retention.jobs.ts'
import { monthFigures } from '../figures/overview.ts'
import { refreshFigures } from '../figures/refresh.ts'
import { mergeReports } from '../incident/incident.verbs.ts'
import { takeStep } from '../index.ts'
import { keepReports } from './retention.ts'

keepReports()
const { pool } = await testDatabase()
const t = await reportTown(pool, 'zusammen')
const day = (count: number) => ({ now: new Date(thursday.getTime() + count * 86_400_000) })
const night = async (count: number) => {
  await t.as(undefined, startNightly, day(count))
  while (await t.as(undefined, runBatch, day(count)));
}

test('whatever refers to a case goes with it, also what refers to that; but for what is named here', async () => {
  const { rows: stays } = await pool.query<{ name: string; to: string }>(`
    WITH RECURSIVE goes AS (
      SELECT 'services.case'::regclass::oid AS id
      UNION SELECT f.conrelid FROM pg_constraint f JOIN goes ON f.confrelid = goes.id WHERE f.contype = 'f' AND f.confdeltype = 'c')
    SELECT f.conrelid::regclass::text AS name, f.confrelid::regclass::text AS to FROM pg_constraint f JOIN goes ON f.confrelid = goes.id
    WHERE f.contype = 'f' AND f.confdeltype NOT IN ('c', 'n')`)
  // Deleted in one statement with those that rest at it.
  expect(stays).toEqual([{ name: 'services."case"', to: 'services."case"' }])
  const { rows: loose } = await pool.query<{ name: string }>(`
    SELECT a.attrelid::regclass::text AS name FROM pg_attribute a JOIN pg_class r ON r.oid = a.attrelid AND r.relkind = 'r'
    WHERE a.attname = 'case_id' AND NOT EXISTS (
      SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = a.attrelid AND f.confdeltype IN ('c', 'n') AND a.attnum = ANY (f.conkey)) ORDER BY 1`)
  // What other programs were told in the last thirty days, what waits to be counted, the proof, and the facts of past years: ids,
  // codes and dates alone.
  expect(loose.map(({ name }) => name)).toEqual([
    'core.webhook_delivery',
    'services.case_change',
    'services.deletion_record',
    'services.report_fact',
  ])
})

test('reports of one damage go together with their tasks; the figures of their year stay, without the place', async () => {
  const [a, b, c] = [await t.send(), await t.send(), await t.send()]
  const merged = await t.as(t.clerk, (ctx) => mergeReports(ctx, { into: a.number, numbers: [b.number, c.number] }))
  expect(merged.ok).toBe(true)
  const task = { number: a.number, title: 'Nachmessen', note: '', days: 2, dueOn: '', who: `person:${t.clerk.personId}` } as const
  expect((await t.as(t.clerk, (ctx) => addTask(ctx, task))).ok).toBe(true)
  for (const step of [{ verb: 'accept' }, { verb: 'finish', noPhotoReason: 'unsafe' }] as const)
    expect((await t.as(t.clerk, (ctx) => takeStep(ctx, { number: a.number, ...step }))).ok).toBe(true)
  const figures = async () => {
    while (await t.as(undefined, (ctx) => refreshFigures(ctx)));
    return await t.as(undefined, (ctx) => monthFigures(ctx, '2026-05'), day(0))
  }
  const facts = () =>
    t.as(undefined, (ctx) =>
      ctx.db.selectFrom('services.report_fact').select(['number', 'lat', 'lon']).where('tenant_id', '=', ctx.town.id).execute(),
    )
  const before = await figures()
  expect(before?.done).toBe(1)
  expect((await facts()).every(({ lat }) => lat !== null)).toBe(true)

  const admin = { ...t.lead, permissions: new Set([...t.lead.permissions, MANAGE_RETENTION]) }
  const rule = { kind: 'report', result: 'done', archiveDays: 10, anonymiseDays: 20, deleteDays: 30, reason: 'Probe' }
  expect((await t.as(admin, (ctx) => changeRule(ctx, rule))).ok).toBe(true)
  for (const count of [15, 31]) await night(count)
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, a.number))).toBeDefined()
  await night(46)
  for (const { number } of [a, b, c]) expect(await t.as(undefined, (ctx) => caseByNumber(ctx, number)), number).toBeUndefined()
  const numbers = [a, b, c].map(({ number }) => number).sort()
  const records = await t.as(undefined, (ctx) => deletionRecords(ctx, undefined, 50))
  expect(
    records
      .filter(({ action }) => action === 'deleted')
      .map(({ number }) => number)
      .sort(),
  ).toEqual(numbers)

  expect(await figures()).toEqual(before)
  expect((await facts()).map(({ number }) => number).sort()).toEqual(numbers)
  expect((await facts()).every(({ lat, lon }) => lat === null && lon === null)).toBe(true)
})

test('a hold that is set while the run has chosen already keeps the whole damage', async () => {
  const [head, member] = [await t.send(), await t.send()]
  expect((await t.as(t.clerk, (ctx) => mergeReports(ctx, { into: head.number, numbers: [member.number] }))).ok).toBe(true)
  for (const step of [{ verb: 'accept' }, { verb: 'finish', noPhotoReason: 'unsafe' }] as const)
    expect((await t.as(t.clerk, (ctx) => takeStep(ctx, { number: head.number, ...step }))).ok).toBe(true)

  const [set, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const admin = { ...t.lead, permissions: new Set([...t.lead.permissions, HOLD_CASES]) }
  const holding = t.as(admin, async (ctx) => {
    expect((await holdCase(ctx, { number: member.number, reason: 'Klage', untilOn: '2030-01-01' })).ok).toBe(true)
    set.resolve()
    await go.promise
  })
  await set.promise
  await t.as(undefined, startNightly, day(11))
  const running = t.as(undefined, runBatch, day(11))
  // The run waits for the member now, with its choice made.
  await expect.poll(async () => (await pool.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount).toBeGreaterThan(0)
  go.resolve()
  await holding
  await running
  await night(12)
  const archived = await t.as(undefined, (ctx) =>
    ctx.db
      .selectFrom('services.case')
      .select('archived_at')
      .where('tenant_id', '=', ctx.town.id)
      .where('number', 'in', [head.number, member.number])
      .execute(),
  )
  expect(archived).toEqual([{ archived_at: null }, { archived_at: null }])
})
