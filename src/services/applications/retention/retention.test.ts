import { expect, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { applicationTown, given } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { addPaper, keepPapers, papersOf } from '../../../../test/setup/draft-papers.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, deletionRecords, HOLD_CASES, holdCase } from '../../cases/index.ts'
import { retentionKind } from '../../cases/retention/kinds.ts'
import { runBatch, startNightly } from '../../cases/retention/retention.jobs.ts'
import { payments } from '../../payments/module.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { decisionsOf } from '../decision.sql.ts'
import { deskApplication } from '../desk.read.ts'
import { startFilled } from '../draft.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import { submissionsOf } from '../submission.sql.ts'
import { anonymiseApplications } from './retention.sql.ts'
import { applicationDefaults, keepApplications } from './retention.ts'

registerTexts(payments.texts)
keepApplications()
const REASON = standardWorkflow({}).steps.find(({ key }) => key === 'end')!.reasons![0]!.key
keepPapers()
const { pool } = await testDatabase()
const t = await applicationTown(pool, 'aktenhausen', { workflow: standardWorkflow({}) })
const day = (count: number) => ({ now: new Date(thursday.getTime() + count * 86_400_000) })
const night = async (count: number) => {
  await t.as(undefined, startNightly, day(count))
  while (await t.as(undefined, runBatch, day(count)));
}
const daysOf = (result: string) => applicationDefaults.find((rule) => rule.result === result)!

/** Refused and done, or ended by the office. */
async function closed(how: 'done' | 'ended') {
  const { number, caseId } = await t.send()
  await t.as(t.clerk, async (ctx) => {
    given(await takeStep(ctx, { number, step: 'accept' }))
    given(await takeStep(ctx, { number, step: 'start' }))
    if (how === 'ended') given(await takeStep(ctx, { number, step: 'end', text: 'Es geht nicht weiter.', reason: REASON }))
    else given(await takeStep(ctx, { number, step: 'draft', outcome: 'refused', text: 'Vergeben.' }))
  })
  if (how === 'ended') return { number, caseId }
  given(await t.as(t.lead, (ctx) => takeStep(ctx, { number, step: 'approve' })))
  await t.as(t.clerk, async (ctx) => {
    given(await takeStep(ctx, { number, step: 'deliver', day: '2026-05-07' }))
    given(await takeStep(ctx, { number, step: 'close' }))
  })
  return { number, caseId }
}

test('each way to end is kept in one of three words, and has its rule', async () => {
  const results = async (...numbers: string[]) =>
    (
      await t.as(undefined, (ctx) =>
        ctx.db
          .selectFrom('services.case')
          .select('result')
          .where('tenant_id', '=', ctx.town.id)
          .where('number', 'in', numbers)
          .orderBy('number')
          .execute(),
      )
    ).map(({ result }) => result)
  const [done, ended] = [await closed('done'), await closed('ended')]
  expect(await results(done.number)).toEqual(['done'])
  expect(await results(ended.number)).toEqual(['ended'])
  expect(applicationDefaults.map(({ result }) => result)).toEqual(['done', 'withdrawn', 'ended'])
})

test('what was settled loses its people after its years, was announced before it goes, and leaves the proof; a hold keeps all of it', async () => {
  const [gone, held] = [await closed('ended'), await closed('ended')]
  const lead = { ...t.lead, permissions: new Set([...t.lead.permissions, HOLD_CASES]) }
  const hold = { number: held.number, reason: 'Klage', untilOn: '2040-01-01' }
  expect((await t.as({ ...t.fireman, permissions: lead.permissions }, (ctx) => holdCase(ctx, hold))).ok).toBe(false)
  given(await t.as(lead, (ctx) => holdCase(ctx, hold)))
  const { anonymiseDays, deleteDays } = daysOf('ended')

  await night(anonymiseDays - 15)
  expect((await t.as(undefined, (ctx) => submissionsOf(ctx, gone.caseId)))[0]?.answers).not.toEqual({})
  // Announced two weeks before: until then it stays whole.
  await night(anonymiseDays + 1)
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, gone.number))).toBeDefined()
  await night(deleteDays + 16)
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, gone.number))).toBeUndefined()
  const proof = await t.as(undefined, (ctx) => deletionRecords(ctx, undefined, 50))
  expect(proof.find(({ number }) => number === gone.number)).toMatchObject({ kind: 'application', action: 'deleted', result: 'ended' })
  expect((await t.as(undefined, (ctx) => submissionsOf(ctx, held.caseId)))[0]?.answers).not.toEqual({})
})

test('an application without its people can still be looked at: days, state and outcome, no answer and no name', async () => {
  const { number, caseId } = await closed('done')
  await t.as(undefined, async (ctx) => {
    await anonymiseApplications(ctx, [caseId])
  })
  const seen = await t.as(t.clerk, (ctx) => deskApplication(ctx, number))
  expect(JSON.stringify(seen?.sent)).not.toContain('Sommerfest')
  expect(seen?.letters).toEqual([])
  expect(await t.as(undefined, (ctx) => decisionsOf(ctx, caseId))).toMatchObject([
    { outcome: 'refused', reasons: '–', draftedBy: undefined },
  ])
})

test('a draft that would change what was sent goes with its files, when the case is deleted and when it loses its people', async () => {
  const [deleted, anonymous, other] = [await closed('ended'), await closed('done'), await closed('done')]
  const begun = async ({ caseId }: { caseId: string }) => {
    const [sent] = await t.as(undefined, (ctx) => submissionsOf(ctx, caseId))
    const { id } = given(await t.as(t.citizen, (ctx) => startFilled(ctx, { ...sent!, serviceId: t.serviceId, replacesCase: caseId })))
    await t.as(undefined, (ctx) => addPaper(ctx, id))
    return id
  }
  const [ofDeleted, ofAnonymous, ofOther] = [await begun(deleted), await begun(anonymous), await begun(other)]
  const kept = () =>
    t.as(undefined, async (ctx) => [await papersOf(ctx, ofDeleted), await papersOf(ctx, ofAnonymous), await papersOf(ctx, ofOther)])

  await t.as(undefined, (ctx) => retentionKind('application')!.anonymise(ctx, [anonymous.caseId]))
  expect(await kept()).toEqual([1, 0, 1])
  await night(daysOf('ended').deleteDays + 1)
  expect(await kept()).toEqual([1, 0, 1])
  await night(daysOf('ended').deleteDays + 16)
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, deleted.number))).toBeUndefined()
  expect(await kept()).toEqual([0, 0, 1])
})
