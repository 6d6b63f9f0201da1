import { expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { answers, applicationTown, codeOf, eventForm, given, stranger } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { saveDraft, startDraft } from '../applications/draft.verbs.ts'
import { publishForm, retireForm, saveForm } from '../applications/form.verbs.ts'
import { submissionsOf } from '../applications/submission.sql.ts'
import { submit } from '../applications/submit.verbs.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { publishWorkflow, retireWorkflow, saveWorkflow } from '../workflows/workflow.verbs.ts'
import { versionBy, versionInForce } from './definition.sql.ts'
import { hashOf } from './definition.verbs.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'regelhausen', { workflow: standardWorkflow() })
const name = { de: 'Ablauf' }

test('a draft is kept with its faults, but published only without, and by a second person', async () => {
  const alone = standardWorkflow()
  const broken = { ...alone, steps: alone.steps.filter(({ key }) => key !== 'close' && key !== 'end' && key !== 'withdraw') }
  expect(codeOf(await t.as(t.clerk, (ctx) => saveWorkflow(ctx, { key: 'own', name, draft: alone })))).toBe('notAllowed')
  given(await t.as(t.editor, (ctx) => saveWorkflow(ctx, { key: 'own', name, draft: broken })))
  const publish = (actor: typeof t.editor, revision: number) => t.as(actor, (ctx) => publishWorkflow(ctx, { key: 'own', revision }))
  expect(codeOf(await publish(t.admin, 1))).toBe('faultsFound')
  given(await t.as(t.editor, (ctx) => saveWorkflow(ctx, { key: 'own', name, draft: alone, revision: 1 })))
  expect(codeOf(await publish(t.admin, 1))).toBe('draftChanged')
  expect(codeOf(await publish(t.editor, 2))).toBe('secondPersonNeeded')
  expect(given(await publish(t.admin, 2))).toMatchObject({ number: 1, publishedBy: t.admin.personId })
  expect(codeOf(await publish(t.admin, 2))).toBe('sameAsBefore')
  expect(codeOf(await t.as(t.editor, (ctx) => saveWorkflow(ctx, { key: 'own', name, draft: alone })))).toBe('keyTaken')
  expect(codeOf(await t.as(t.editor, (ctx) => saveWorkflow(ctx, { key: 'new', name, draft: { start: 7 } })))).toBe('definitionBroken')
  given(await t.as(t.admin, (ctx) => retireWorkflow(ctx, { key: 'own' })))
  expect(codeOf(await t.as(t.admin, (ctx) => retireWorkflow(ctx, { key: 'own' })))).toBe('nothingInForce')
})

test('what was published never changes', async () => {
  const form = await t.as(undefined, (ctx) =>
    ctx.db.selectFrom('services.form').select('id').where('tenant_id', '=', t.town.id).executeTakeFirstOrThrow(),
  )
  const change = t.as(undefined, (ctx) =>
    ctx.db
      .updateTable('services.form_version')
      .set({ content: '{}' })
      .where('tenant_id', '=', t.town.id)
      .where('form_id', '=', form.id)
      .execute(),
  )
  await expect(change).rejects.toThrow('what was published does not change')
})

test('who began with a version ends with it, whoever comes later has the next', async () => {
  const { secret } = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
  const pages = eventForm.pages.slice(0, 1)
  given(await t.as(t.editor, (ctx) => saveForm(ctx, { key: 'event', name, draft: { ...eventForm, pages }, revision: 1 })))
  const { id, number } = given(await t.as(t.admin, (ctx) => publishForm(ctx, { key: 'event', revision: 2 })))
  expect(number).toBe(2)
  given(await t.as(stranger, (ctx) => saveDraft(ctx, { secret }, { answers, page: 'why' })))
  const sent = given(await t.as(stranger, (ctx) => submit(ctx, { secret }, { clientKey: newId() })))
  const [submission] = await t.as(undefined, (ctx) => submissionsOf(ctx, sent.caseId))
  expect(submission).toMatchObject({ formNumber: 1, answers })
  expect((await t.as(undefined, (ctx) => versionBy(ctx, 'form', id, 1)))?.retiredAt).toBeDefined()
  given(await t.as(t.admin, (ctx) => retireForm(ctx, { key: 'event' })))
  expect(await t.as(undefined, (ctx) => versionInForce(ctx, 'form', id))).toBeUndefined()
  expect(codeOf(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))).toBe('notOnline')
})

test('the order of keys makes no other content', () => {
  expect(hashOf({ a: 1, b: [{ c: 2, d: undefined }] })).toEqual(hashOf({ b: [{ c: 2 }], a: 1 }))
  expect(hashOf({ a: [1, 2] })).not.toEqual(hashOf({ a: [2, 1] }))
})
