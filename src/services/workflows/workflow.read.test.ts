import { expect, test } from 'vitest'
import { applicationTown, given } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { standardWorkflow } from './standard.ts'
import { listedWorkflows, shownWorkflow } from './workflow.read.ts'
import { publishWorkflow, saveWorkflow } from './workflow.verbs.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'ablaufstadt', { workflow: standardWorkflow() })

test('who leaves is missed: the proof is of today', async () => {
  const faults = () => t.as(t.editor, async (ctx) => (await listedWorkflows(ctx)).map(({ key, faults: count }) => [key, count]))
  expect(await faults()).toEqual([['event', 0]])
  await t.as(undefined, (ctx) =>
    ctx.db
      .updateTable('core.membership')
      .set({ until: ctx.now() })
      .where('tenant_id', '=', t.town.id)
      .where('person_id', '=', t.lead.personId!)
      .execute(),
  )
  const shown = await t.as(t.editor, (ctx) => shownWorkflow(ctx, 'event'))
  expect(shown?.findings.map(({ fault, at }) => `${fault} ${at}`)).toEqual([
    'nobodyResponsible states.approval',
    'nobodyForStep steps.return',
    'nobodyForStep steps.approve',
    'nobodyForStep steps.reopen',
  ])
  await t.as(undefined, (ctx) =>
    ctx.db
      .updateTable('core.membership')
      .set({ until: null })
      .where('tenant_id', '=', t.town.id)
      .where('person_id', '=', t.lead.personId!)
      .execute(),
  )
  expect(await faults()).toEqual([['event', 0]])
})

test('each version stays to be seen, the one in force first', async () => {
  const next = standardWorkflow({ normDays: 5 })
  given(await t.as(t.editor, (ctx) => saveWorkflow(ctx, { key: 'event', name: { de: 'Fest' }, draft: next, revision: 1 })))
  given(await t.as(t.admin, (ctx) => publishWorkflow(ctx, { key: 'event', revision: 2 })))
  const show = (number?: number) => t.as(t.editor, (ctx) => shownWorkflow(ctx, 'event', number))
  expect(await show()).toMatchObject({ version: { number: 2 }, workflow: { normDays: 5 } })
  expect(await show(1)).toMatchObject({ version: { number: 1, retiredAt: expect.any(Date) }, workflow: { normDays: 20 } })
  expect(await show(3)).toBeUndefined()
  expect(await t.as(t.editor, (ctx) => shownWorkflow(ctx, 'nothing'))).toBeUndefined()
})
