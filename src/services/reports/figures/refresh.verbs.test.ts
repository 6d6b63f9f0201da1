import { beforeAll, describe, expect, it } from 'vitest'
import { setNotifications } from '#core/notifications/index.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { deleteCase } from '../../cases/case.sql.ts'
import { partyBySecret } from '../../cases/index.ts'
import { mergeReports, splitReports, undoChange } from '../incident/incident.verbs.ts'
import { answerQuestion, hideReport, publishReport, recategorise, type StepInput, takeStep, withdrawReport } from '../index.ts'
import { decidePromises } from '../promise/break.ts'
import { reportPromises } from '../promise/module.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { cellsOf } from './figure.sql.ts'
import { figuresOf, sumOf } from './measures.rules.ts'
import { rebuildFigures, refreshFigures } from './refresh.ts'

const { pool } = await testDatabase()
registerTexts(reportPromises.texts)
setNotifications(reportPromises.notificationKinds ?? [])
const t = await reportTown(pool, 'zaehlstadt')
const other = await reportTown(pool, 'nebenan')
const at = (time: string) => ({ now: new Date(time) })

const take = async (number: string, verb: StepInput['verb'], time: string, more: Partial<StepInput> = {}) => {
  const taken = await t.as(t.lead, (ctx) => takeStep(ctx, { number, verb, ...more }), at(time))
  if (!taken.ok) throw new Error(taken.refusal.code)
}
const repaired = { noPhotoReason: 'unsafe', text: 'Fertig.' } as const
const refresh = async (town = t) => {
  while (await town.as(undefined, (ctx) => refreshFigures(ctx)));
}
const fact = async (caseId: string, town = t) =>
  await town.as(undefined, (ctx) =>
    ctx.db
      .selectFrom('services.report_fact')
      .selectAll()
      .where('tenant_id', '=', town.town.id)
      .where('case_id', '=', caseId)
      .executeTakeFirst(),
  )
const total = async (town = t, choice = {}) => figuresOf(sumOf(await town.as(undefined, (ctx) => cellsOf(ctx, choice))))

/** Sent on 7 May, asked back for two days, done on the 12th, objected and opened again, done on the 20th. */
let asked = { number: '', caseId: '', secret: '' }
beforeAll(async () => {
  asked = await t.send()
  const { number, secret } = asked
  await take(number, 'accept', '2026-05-08T06:00:00Z')
  await take(number, 'ask', '2026-05-08T08:00:00Z', { text: 'Wo genau?' })
  const party = async () => (await t.as(anybody, (ctx) => partyBySecret(ctx, secret)))!.party
  const reporter = await party()
  await t.as(anybody, (ctx) => answerQuestion(ctx, reporter, { text: 'Vor dem Tor.' }), at('2026-05-10T08:00:00Z'))
  await take(number, 'finish', '2026-05-12T08:00:00Z', repaired)
  await t.as(anybody, (ctx) => objectTo(ctx, reporter, { text: 'Das Loch ist noch da.' }), at('2026-05-13T08:00:00Z'))
  await take(number, 'finish', '2026-05-20T08:00:00Z', repaired)
  await refresh()
})

describe('the fact of a report', () => {
  it('says when it was accepted, done first and last, how long the clock stood, and who objected', async () => {
    expect(await fact(asked.caseId)).toMatchObject({
      number: asked.number,
      unit_id: t.roads,
      stage: 'done',
      received_at: new Date('2026-05-07T07:20:00Z'),
      accepted_at: new Date('2026-05-08T06:00:00Z'),
      first_done_at: new Date('2026-05-12T08:00:00Z'),
      closed_at: new Date('2026-05-20T08:00:00Z'),
      stopped_seconds: 2 * 86_400,
      promise_basis: 'target',
      objections: 1,
      reopenings: 1,
      received_month: '2026-05',
    })
    // 13 days and 40 minutes, less two: the twelfth day has begun.
    expect((await t.as(undefined, (ctx) => cellsOf(ctx, { categoryIds: undefined }))).at(-1)?.days).toEqual(new Map([[12, 1]]))
    expect(await total()).toMatchObject({ received: 1, done: 1, open: 0, repaired: 1, objected: 1, reopened: 1 })
  })

  it('names no unit before it has accepted, and does not tell that the reporter has to answer', async () => {
    const { number, caseId } = await t.send()
    await refresh()
    expect(await fact(caseId)).toMatchObject({ stage: 'received', unit_id: null })
    await take(number, 'accept', '2026-05-08T06:00:00Z')
    await take(number, 'ask', '2026-05-08T08:00:00Z', { text: 'Wo genau?' })
    await refresh()
    expect(await fact(caseId)).toMatchObject({ stage: 'inProgress', unit_id: t.roads, stopped_seconds: 0 })
    await take(number, 'end', '2026-05-30T08:00:00Z', { reason: 'noAnswer', text: 'Ohne Antwort finden wir es nicht.' })
    await refresh()
    expect(await fact(caseId)).toMatchObject({ stage: 'ended', end_reason: 'noAnswer', stopped_seconds: 22 * 86_400 })
  })

  it('is there only while the report is public, and outlives it without its place', async () => {
    const checked = await t.send({ text: 'Frau Beispiel ist hier gestolpert' })
    await refresh()
    expect(await fact(checked.caseId)).toBeUndefined()
    await t.as(t.moderator, (ctx) => publishReport(ctx, { number: checked.number }))
    await refresh()
    const before = await total()
    expect(await fact(checked.caseId)).toMatchObject({ stage: 'received', lat: 49.05 })
    await t.as(t.moderator, (ctx) => hideReport(ctx, { number: checked.number, reason: 'personalData', text: 'Ein Gesicht ist zu sehen.' }))
    await refresh()
    expect(await fact(checked.caseId)).toBeUndefined()
    expect((await total()).received).toBe(before.received - 1)

    const gone = await t.send()
    await take(gone.number, 'accept', '2026-05-08T06:00:00Z')
    await take(gone.number, 'finish', '2026-05-08T07:00:00Z', repaired)
    await refresh()
    const counted = await total()
    await t.as(undefined, (ctx) => deleteCase(ctx, gone.caseId))
    await refresh()
    expect(await fact(gone.caseId)).toMatchObject({ stage: 'done', lat: null, lon: null })
    expect(await total()).toEqual(counted)

    const open = await t.send()
    await refresh()
    await t.as(undefined, (ctx) => deleteCase(ctx, open.caseId))
    await refresh()
    expect(await fact(open.caseId)).toBeUndefined()
    expect(await total()).toEqual(counted)
  })
})

describe('the figures', () => {
  it('a double counts as a double alone as long as it rests, in whatever order reports are joined and parted', async () => {
    const [one, two, three] = [await t.send(), await t.send(), await t.send()]
    await refresh()
    const before = await total()
    const numbers = [one.number, two.number, three.number]
    const done = async (it: { ok: boolean }) => {
      expect(it.ok).toBe(true)
      await refresh()
    }
    await done(await t.as(t.lead, (ctx) => mergeReports(ctx, { into: one.number, numbers })))
    expect(await total()).toEqual({ ...before, received: before.received - 2, duplicates: before.duplicates + 2, open: before.open - 2 })
    expect(await fact(two.caseId)).toMatchObject({ stage: 'ended', end_reason: 'duplicate', first_done_at: null })
    await take(one.number, 'accept', '2026-05-09T06:00:00Z')
    await take(one.number, 'finish', '2026-05-09T07:00:00Z', repaired)
    await refresh()
    expect((await total()).done).toBe(before.done + 1)
    await done(await t.as(t.lead, (ctx) => splitReports(ctx, { number: one.number, numbers: [three.number] })))
    expect(await fact(three.caseId)).toMatchObject({ stage: 'received', end_reason: null, closed_at: null, first_done_at: null })
    await done(await t.as(t.lead, (ctx) => undoChange(ctx, { number: one.number })))
    await done(await t.as(t.lead, (ctx) => undoChange(ctx, { number: one.number })))
    expect(await total()).toMatchObject({
      received: before.received,
      duplicates: before.duplicates,
      open: before.open - 1,
      done: before.done + 1,
    })
  })

  it('a report that changes its kind moves from one to the other; a promise counts when its day is over, without an event', async () => {
    const { number, caseId } = await t.send()
    const kind = async (code: string) =>
      await t.as(undefined, (ctx) =>
        ctx.db
          .selectFrom('services.report_category')
          .select('id')
          .where('tenant_id', '=', t.town.id)
          .where('code', '=', code)
          .executeTakeFirstOrThrow(),
      )
    const [pothole, tree] = [await kind('pothole'), await kind('tree')]
    await refresh()
    const before = await total(t, { categoryIds: [pothole.id] })
    await t.as(t.dispatcher, (ctx) => recategorise(ctx, { number, category: 'tree' }))
    await refresh()
    expect((await total(t, { categoryIds: [pothole.id] })).received).toBe(before.received - 1)
    expect(await total(t, { categoryIds: [tree.id] })).toMatchObject({ received: 1 })

    const counted = await total()
    while ((await t.as(undefined, (ctx) => decidePromises(ctx), at('2026-07-01T06:00:00Z'))) > 0);
    await refresh()
    expect(await fact(caseId)).toMatchObject({ promise_outcome: 'broken', promise_unit_id: t.green })
    const after = await total()
    expect(after.targetsKept + after.targetsBroken).toBeGreaterThan(counted.targetsKept + counted.targetsBroken)
  })

  it('kept current they are the same as made anew, in every choice; another town sees nothing of it', async () => {
    const withdrawn = await t.send()
    const party = (await t.as(anybody, (ctx) => partyBySecret(ctx, withdrawn.secret)))!.party
    await t.as(anybody, (ctx) => withdrawReport(ctx, party))
    await refresh()
    const rows = () =>
      t.as(undefined, async (ctx) =>
        JSON.stringify([
          await ctx.db.selectFrom('services.report_fact').selectAll().where('tenant_id', '=', t.town.id).orderBy('case_id').execute(),
          await ctx.db
            .selectFrom('services.report_figure')
            .selectAll()
            .where('tenant_id', '=', t.town.id)
            .orderBy('dims')
            .orderBy('month')
            .orderBy('category_id')
            .orderBy('unit_id')
            .execute(),
        ]),
      )
    const current = await rows()
    await t.as(undefined, async (ctx) => {
      // Those that outlived their report cannot be made again.
      await ctx.db.deleteFrom('services.report_fact').where('tenant_id', '=', t.town.id).where('lat', 'is not', null).execute()
      await ctx.db.deleteFrom('services.report_figure').where('tenant_id', '=', t.town.id).execute()
      await rebuildFigures(ctx)
    })
    expect(await rows()).toBe(current)

    await refresh(other)
    expect(await total(other)).toMatchObject({ received: 0, done: 0 })
    const theirs = await other.send()
    await refresh(other)
    expect(await total(other)).toMatchObject({ received: 1 })
    expect(await fact(theirs.caseId)).toBeUndefined()
    expect(await rows()).toBe(current)
  })
})
