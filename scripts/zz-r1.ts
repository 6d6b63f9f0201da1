import { rmSync } from 'node:fs'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { provision } from '#platform/db/provision.ts'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { seedCity } from '#services/reports/demo/city.sql.ts'
import { demoTexts } from '#services/reports/demo/texts.ts'
import { reportTown, anybody, place } from '../test/setup/reports.ts'
import { publicCases, publicCount, deskCases, deskCounts } from '#services/cases/index.ts'
import { similarReports, categories, reportFigures, reportPoints, settledWithPhotos, deskReport } from '#services/reports/index.ts'
import { newId } from '#platform/ids.ts'
const count = Number(process.argv[2] ?? 100000)
rmSync('/tmp/r1/data2', { recursive: true, force: true })
const database = await startEmbedded({ dataDir: '/tmp/r1/data2', log: () => {} })
try {
  const p = await provision(database.url, { appPassword: 'test' })
  const pool = createPool(p.appUrl, { max: 4, log: quietLog, statementTimeout: 120000 })
  const t = await reportTown(pool, 'scratch')
  let t0 = performance.now()
  await t.as(undefined, (ctx) => seedCity(ctx, { count, seed: 7, texts: demoTexts.map((x) => x.text) }))
  console.log('seeded', count, Math.round(performance.now() - t0), 'ms')
  const admin = createPool(database.url, { max: 1, log: quietLog, statementTimeout: 0 })
  await admin.query('VACUUM ANALYZE services.case'); await admin.query('ANALYZE')
  // explain everything that is asked
  const plans = async (name: string, work: (ctx: any) => Promise<unknown>) => {
    await t.as(t.clerk, async (ctx) => {
      const seen: { sql: string; parameters: readonly unknown[] }[] = []
      const db = ctx.db as any
      const executor = db.getExecutor()
      const provider = executor.adapter
      const client = (ctx as any).__client
      await work(ctx)
      const t1 = performance.now(); await work(ctx); const ms = performance.now() - t1
      console.log(`${ms.toFixed(1).padStart(8)} ms  ${name}`)
    })
  }
  await admin.query(`LOAD 'auto_explain'`)
  const slow = createPool(p.appUrl, { max: 1, log: quietLog, statementTimeout: 120000 })
  const list: [string, (ctx: any) => Promise<unknown>][] = [
    ['public newest', (ctx) => publicCases(ctx, { kind: 'report' })],
    ['public deep page', async (ctx) => { const a = await publicCases(ctx, { kind: 'report' }, { limit: 200 }); return publicCases(ctx, { kind: 'report' }, { after: a.next }) }],
    ['public text', (ctx) => publicCases(ctx, { kind: 'report', text: 'laterne flackert' })],
    ['public rare text', (ctx) => publicCases(ctx, { kind: 'report', text: 'quirin' })],
    ['public stage+category', async (ctx) => publicCases(ctx, { kind: 'report', stages: ['yourTurn'], typeIds: [(await categories(ctx))[0].id] })],
    ['public bounds small', (ctx) => publicCases(ctx, { kind: 'report', bounds: [11.05, 49.05, 11.052, 49.052] })],
    ['public points whole town', (ctx) => reportPoints(ctx, { bounds: [11, 49, 11.1, 49.1] })],
    ['public points open', (ctx) => reportPoints(ctx, { stages: ['accepted','inProgress','yourTurn','received'], bounds: [11, 49, 11.1, 49.1] })],
    ['public count', (ctx) => publicCount(ctx, { kind: 'report' })],
    ['public count text', (ctx) => publicCount(ctx, { kind: 'report', text: 'laterne' })],
    ['desk team due', (ctx) => deskCases(ctx, { kind: 'report', tab: 'team' }, { sort: 'due' })],
    ['desk overdue', (ctx) => deskCases(ctx, { kind: 'report', tab: 'overdue' }, { sort: 'due' })],
    ['desk waiting', (ctx) => deskCases(ctx, { kind: 'report', tab: 'waiting' }, { sort: 'due' })],
    ['desk mine', (ctx) => deskCases(ctx, { kind: 'report', tab: 'mine' }, { sort: 'due' })],
    ['desk unassigned', (ctx) => deskCases(ctx, { kind: 'report', tab: 'unassigned' }, { sort: 'due' })],
    ['desk unpublished', (ctx) => deskCases(ctx, { kind: 'report', tab: 'unpublished' }, { sort: 'due' })],
    ['desk all received', (ctx) => deskCases(ctx, { kind: 'report', tab: 'all' }, { sort: 'received' })],
    ['desk closed received', (ctx) => deskCases(ctx, { kind: 'report', tab: 'closed' }, { sort: 'received' })],
    ['desk text', (ctx) => deskCases(ctx, { kind: 'report', tab: 'all', text: 'laterne' }, { sort: 'received' })],
    ['desk counts', (ctx) => deskCounts(ctx, 'report')],
    ['similar', async (ctx) => similarReports(ctx, { lat: 49.05, lon: 11.05, categoryId: (await categories(ctx))[0].id, text: 'Loch in der Straße' })],
    ['figures', (ctx) => reportFigures(ctx, ctx.now())],
    ['settled with photos', (ctx) => settledWithPhotos(ctx, 3)],
    ['desk report', async (ctx) => deskReport(ctx, (await deskCases(ctx, { kind: 'report', tab: 'team' })).items[0].number)],
  ]
  for (const [name, work] of list) await plans(name, work)
  // sequential scans since
  await admin.query('SELECT pg_stat_force_next_flush()'); await new Promise((r) => setTimeout(r, 1500))
  console.log((await admin.query(`select relname, seq_scan, seq_tup_read, idx_scan from pg_stat_user_tables where schemaname in ('services') and seq_scan > 0`)).rows)
  const sent = await t.send({ text: 'Neu' })
  console.log(sent.number)
  await pool.end(); await slow.end(); await admin.end()
} finally { await database.stop() }
