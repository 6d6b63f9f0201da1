import { expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, type ReportTown, reportTown } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import {
  caseByNumber,
  changeRule,
  countDue,
  deletionRecords,
  HOLD_CASES,
  holdCase,
  lastRuns,
  MANAGE_RETENTION,
  partyBySecret,
  publicCases,
  releaseCase,
  retentionRules,
  startRun,
} from '../../cases/index.ts'
import { runBatch, startNightly } from '../../cases/retention/retention.jobs.ts'
import { takeStep, writeToParties } from '../index.ts'
import { keepReports } from './retention.ts'

keepReports()
const { pool } = await testDatabase()
const t = await reportTown(pool, 'aufbewahrung')
const other = await reportTown(pool, 'anderswo')

const day = (count: number) => ({ now: new Date(thursday.getTime() + count * 86_400_000) })
const admin: Actor = { ...t.lead, permissions: new Set([...t.lead.permissions, MANAGE_RETENTION, HOLD_CASES]) }

const run = async (town: ReportTown, when: { now: Date }) => {
  await town.as(undefined, startNightly, when)
  while (await town.as(undefined, runBatch, when));
}
const caseOf = (number: string) => t.as(undefined, (ctx) => caseByNumber(ctx, number))
const finish = async (town: ReportTown, number: string) => {
  expect((await town.as(town.clerk, (ctx) => takeStep(ctx, { number, verb: 'accept' }))).ok).toBe(true)
  expect((await town.as(town.clerk, (ctx) => takeStep(ctx, { number, verb: 'finish', noPhotoReason: 'unsafe' }))).ok).toBe(true)
}
const end = async (number: string) => {
  const ended = await t.as(t.clerk, (ctx) => takeStep(ctx, { number, verb: 'end', reason: 'notFound', text: 'Wir haben nichts gefunden.' }))
  expect(ended.ok).toBe(true)
}
const listed = async (number: string) =>
  (await t.as(anybody, (ctx) => publicCases(ctx, { kind: 'report' }, { limit: 100 }))).items.some((it) => it.number === number)

/** Every table with a town: where a word stands in any column of this town, whatever its type. */
async function whereIs(town: ReportTown, word: string): Promise<string[]> {
  return await town.as(undefined, async (ctx) => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, r.relname) AS name FROM pg_class r JOIN pg_namespace n ON n.oid = r.relnamespace
       JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = 'tenant_id' WHERE r.relkind = 'r'`,
    )
    expect(rows.length).toBeGreaterThan(30)
    const found: string[] = []
    const { sql } = await import('kysely')
    for (const { name } of rows) {
      const table = sql.raw(name)
      const hit =
        await sql`SELECT 1 FROM ${table} x WHERE tenant_id = ${ctx.town.id} AND position(lower(${word}) IN lower(to_jsonb(x)::text)) > 0 LIMIT 1`.execute(
          ctx.db,
        )
      if (hit.rows.length > 0) found.push(name)
    }
    return found
  })
}

const planted = ['Zwetschgenmüller', 'zwetschge@post.example', '0151-7654321', 'Hintereingangsgeheimnis', 'Rückruferlaubnis']

async function plantedReport(town: ReportTown) {
  const sent = await town.send({
    text: 'Ein tiefes Loch, Rückruferlaubnis gilt, Herr Zwetschgenmüller',
    contact: { name: 'Erna Zwetschgenmüller', email: 'zwetschge@post.example', phone: '0151-7654321' },
  } as never)
  await town.as(undefined, async (ctx) => {
    await ctx.db
      .updateTable('services.case_party')
      .set({ name: 'Erna Zwetschgenmüller', email: 'zwetschge@post.example', phone: '0151-7654321', email_confirmed_at: ctx.now() })
      .where('tenant_id', '=', ctx.town.id)
      .where('case_id', '=', sent.caseId)
      .execute()
    await ctx.db
      .updateTable('services.report')
      .set({ place_note: 'Hintereingangsgeheimnis', answers: JSON.stringify({ who: 'Zwetschgenmüller' }) })
      .where('tenant_id', '=', ctx.town.id)
      .where('case_id', '=', sent.caseId)
      .execute()
    // What a moderator has published of it.
    await ctx.db
      .updateTable('services.case')
      .set({ published: true, public_text: 'Ein tiefes Loch in der Fahrbahn' })
      .where('tenant_id', '=', ctx.town.id)
      .where('id', '=', sent.caseId)
      .execute()
  })
  await town.as(undefined, (ctx) =>
    ctx.db
      .insertInto('services.public_text_version')
      .values({ tenant_id: ctx.town.id, case_id: sent.caseId, version: 90, text: 'Herr Zwetschgenmüller', made_at: ctx.now() })
      .execute(),
  )
  const written = await town.as(town.clerk, (ctx) =>
    writeToParties(ctx, { number: sent.number, text: 'Guten Tag Frau Zwetschgenmüller, wir kommen.' }),
  )
  expect(written.ok).toBe(true)
  return sent
}

test('leaves the lists after 180 days, loses what is personal after a year, in every table of its town alone', async () => {
  const { number, secret } = await plantedReport(t)
  const elsewhere = await plantedReport(other)
  await finish(t, number)
  await finish(other, elsewhere.number)
  for (const word of planted) expect(await whereIs(t, word), word).not.toEqual([])

  await run(t, day(179))
  expect(await listed(number)).toBe(true)
  await run(t, day(181))
  expect(await listed(number)).toBe(false)
  expect((await caseOf(number))?.publicText).toBe('Ein tiefes Loch in der Fahrbahn')
  for (const word of planted) expect(await whereIs(t, word), word).not.toEqual([])

  await run(t, day(366))
  for (const word of planted) expect(await whereIs(t, word), word).toEqual([])
  expect((await caseOf(number))?.publicText).toBe('Ein tiefes Loch in der Fahrbahn')
  expect(await t.as(anybody, (ctx) => partyBySecret(ctx, secret))).toBeUndefined()
  for (const word of planted) expect(await whereIs(other, word), word).not.toEqual([])

  const records = async () => (await t.as(undefined, (ctx) => deletionRecords(ctx, undefined, 50))).filter((one) => one.number === number)
  expect(await records()).toMatchObject([{ action: 'anonymised', result: 'done', ruleDays: 365 }])
  await run(t, day(367))
  expect(await records()).toHaveLength(1)
})

test('deleted only two weeks after the notice; the record alone says that it was there', async () => {
  const { number, caseId } = await t.send({ text: 'Etwas mit Fliederbuschwort darin' })
  await end(number)
  await run(t, day(364 - 14))
  await run(t, day(370))
  // The notice of day 350 would not have come: it is told now, and nothing goes before its time is over.
  expect(await caseOf(number)).toBeDefined()
  await run(t, day(385))
  expect(await caseOf(number)).toBeUndefined()
  expect(await whereIs(t, 'Fliederbuschwort')).toEqual([])
  // Ids alone: in the memory, for the figures that are counted anew, and in the proof.
  const kept = await whereIs(t, caseId)
  expect(kept.sort()).toEqual(['core.event_subject', 'services.case_change', 'services.deletion_record'])
})

test('a hold keeps everything as it is, and is shown; a lifted one does not', async () => {
  const { number } = await t.send()
  await end(number)
  const hold = (untilOn: string) => t.as(admin, (ctx) => holdCase(ctx, { number, reason: 'Klage vor dem Verwaltungsgericht', untilOn }))
  expect(await hold('2020-01-01')).toMatchObject({ ok: false, refusal: { code: 'dayPast' } })
  expect((await hold('2030-01-01')).ok).toBe(true)
  expect(await hold('2031-01-01')).toMatchObject({ ok: false, refusal: { code: 'heldAlready' } })
  await run(t, day(400))
  await run(t, day(420))
  expect(await caseOf(number)).toBeDefined()
  const held = await t.as(undefined, async (ctx) => await countDue(ctx, await retentionRules(ctx), 'archive', true), day(400))
  expect(held.samples).toEqual([number])
  expect((await t.as(admin, (ctx) => releaseCase(ctx, { number }))).ok).toBe(true)
  await run(t, day(421))
  await run(t, day(436))
  expect(await caseOf(number)).toBeUndefined()
})

test('opened again it is due for nothing', async () => {
  const { number } = await t.send()
  await finish(t, number)
  await run(t, day(200))
  expect(await listed(number)).toBe(false)
  expect(
    (
      await t.as(
        t.lead,
        (ctx) => takeStep(ctx, { number, verb: 'reopen', reason: 'brokenAgain', text: 'Es ist wieder da.' } as never),
        day(201),
      )
    ).ok,
  ).toBe(true)
  expect(await listed(number)).toBe(true)
  await run(t, day(4000))
  await run(t, day(4020))
  expect(await listed(number)).toBe(true)
})

test('a batch that fails undoes itself alone and is begun again; one run at a time; a rule out of order is refused', async () => {
  const { number } = await t.send()
  await finish(t, number)
  expect((await t.as(admin, startRun, day(190))).ok).toBe(true)
  expect(await t.as(admin, startRun, day(190))).toMatchObject({ ok: false, refusal: { code: 'retentionRunning' } })
  const crash = t.as(
    undefined,
    async (ctx) => {
      expect(await runBatch(ctx)).toBe(true)
      throw new Error('the machine went off')
    },
    day(190),
  )
  await expect(crash).rejects.toThrow('went off')
  expect(await listed(number)).toBe(true)
  while (await t.as(undefined, runBatch, day(190)));
  expect(await listed(number)).toBe(false)
  const mine = (await t.as(undefined, (ctx) => lastRuns(ctx, 100))).find(({ byPersonId }) => byPersonId === admin.personId)
  expect(mine?.archived).toBeGreaterThan(0)
  expect(mine?.endedAt).toBeDefined()

  const rule = { kind: 'report', result: 'abuse', reason: 'Probe' }
  const change = (who: Actor, days: object) => t.as(who, (ctx) => changeRule(ctx, { ...rule, ...days } as never))
  expect(await change(t.clerk, { archiveDays: 1, anonymiseDays: 2, deleteDays: 30 })).toMatchObject({ refusal: { code: 'notAllowed' } })
  expect(await change(admin, { archiveDays: 3, anonymiseDays: 2, deleteDays: 30 })).toMatchObject({ refusal: { code: 'retentionOrder' } })
  expect((await change(admin, { archiveDays: 1, anonymiseDays: 2, deleteDays: 30 })).ok).toBe(true)
  const rules = await t.as(undefined, retentionRules)
  expect(rules.find(({ result }) => result === 'abuse')).toMatchObject({ deleteDays: 30, own: true })
  expect((await other.as(undefined, retentionRules)).find(({ result }) => result === 'abuse')).toMatchObject({ own: false })
})
