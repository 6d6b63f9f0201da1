import { expect, test } from 'vitest'
import { setNotifications } from '#core/notifications/index.ts'
import { notifications } from '#core/notifications/module.ts'
import { mailTexts } from '#platform/mail/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { applicationTown, codeOf, given } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { addTask, tickTask } from '../cases/index.ts'
import { caseTasksModule } from '../cases/tasks/module.ts'
import { tasksOfCase } from '../cases/tasks/task.sql.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { handOnApplication } from './assign.verbs.ts'
import { takeStep } from './step.verbs.ts'

setNotifications(caseTasksModule.notificationKinds ?? [])
for (const texts of [notifications.texts, mailTexts, caseTasksModule.texts]) registerTexts(texts)
const { pool } = await testDatabase()
const t = await applicationTown(pool, 'weiterhausen', { workflow: standardWorkflow() })

test('what is still to be done goes on with the application: who had it before has no part in it any more', async () => {
  const { number, caseId } = await t.send()
  given(await t.as(t.clerk, (ctx) => takeStep(ctx, { number, step: 'accept' })))
  const task = (title: string, who: string) =>
    t.as(t.clerk, (ctx) => addTask(ctx, { number, title, note: 'Herr Muster war krank.', dueOn: '2026-05-12', who }))
  const hers = given(await task('Anrufen', `person:${t.clerk.personId}`))
  const units = given(await task('Akte holen', `unit:${t.office}`))
  const done = given(await task('Erledigt', `unit:${t.office}`))
  given(await t.as(t.clerk, (ctx) => tickTask(ctx, { id: done.id, open: false })))
  given(await t.as(t.clerk, (ctx) => handOnApplication(ctx, { number, unitId: t.fire, text: 'Bitte übernehmen.' })))

  const all = await t.as(undefined, (ctx) => tasksOfCase(ctx, caseId))
  expect(all.filter(({ doneAt }) => !doneAt).every(({ unitId, personId }) => unitId === t.fire && personId === undefined)).toBe(true)
  expect(all.find(({ id }) => id === done.id)).toMatchObject({ unitId: t.office })
  for (const { id } of [hers, units]) {
    expect(codeOf(await t.as(t.clerk, (ctx) => tickTask(ctx, { id, open: false })))).not.toBe('ok')
    given(await t.as(t.fireman, (ctx) => tickTask(ctx, { id, open: false })))
  }
})
