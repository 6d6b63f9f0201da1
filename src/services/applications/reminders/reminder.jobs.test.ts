import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import { applicationTown, given } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { partyBySecret } from '../../cases/index.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { answerOffice } from '../party.verbs.ts'
import { takeStep } from '../step.verbs.ts'
import { remindApplications } from './reminder.jobs.ts'

const { pool } = await testDatabase()
const workflow = standardWorkflow({ deemed: { law: '§ 42a VwVfG', months: 3 } })
const t = await applicationTown(pool, 'erinnerhausen', { workflow })
const later = (days: number) => ({ now: new Date(thursday.getTime() + days * 86_400_000) })

const remind = (days: number) => t.as(undefined, remindApplications, later(days))
const said = async (caseId: string) =>
  (await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['public', 'parties', 'internal'])))
    .filter(({ kind }) => /Reminded|Near/.test(kind))
    .map(({ kind, audience }) => [kind, audience])
async function bring(number: string, ...steps: [string, string?][]) {
  for (const [step, text] of steps) given(await t.as(t.clerk, (ctx) => takeStep(ctx, { number, step, ...(text ? { text } : {}) })))
}

test('who was asked is reminded once, three days before the last day; who answered is not', async () => {
  const [silent, quick] = [await t.send(), await t.send()]
  for (const { number } of [silent, quick]) await bring(number, ['accept'], ['start'], ['ask', 'Wann?'])
  given(await t.as(t.clerk, async (ctx) => answerOffice(ctx, (await partyBySecret(ctx, quick.secret))!.party, { text: 'Am Samstag.' })))
  // Asked on Thursday for fourteen days.
  await remind(10)
  expect(await said(silent.caseId)).toEqual([])
  for (const days of [11, 11.1, 12, 13]) await remind(days)
  expect(await said(silent.caseId)).toEqual([['application.questionReminded', 'parties']])
  expect(await said(quick.caseId)).toEqual([])
})

test('who works on it is reminded of a deadline of law a week before, once; a machine that stood still says nothing that is over', async () => {
  const [one, late] = [await t.send(), await t.send()]
  for (const { number } of [one, late]) await bring(number, ['accept'], ['start'])
  await remind(80)
  expect(await said(one.caseId)).toEqual([])
  // Three months from 7 May end on 7 August, a Friday.
  await remind(86)
  await remind(87)
  expect(await said(one.caseId)).toEqual([['application.deadlineNear', 'internal']])
  await bring(late.number, ['ask', 'Und?'])
  await t.as(undefined, (ctx) =>
    ctx.db
      .updateTable('services.application')
      .set({ remind_at: later(0).now })
      .where('case_id', '=', late.caseId)
      .execute(),
  )
  const before = (await said(late.caseId)).length
  await remind(120)
  expect(await said(late.caseId)).toHaveLength(before)
})
