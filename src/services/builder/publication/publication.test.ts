import { expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { answers, applicationTown, codeOf, eventForm, given, stranger } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { newerForm } from '../../applications/carry/carry.verbs.ts'
import { openDraft, saveDraft, startDraft } from '../../applications/draft.verbs.ts'
import { publishForm, retireForm, saveForm } from '../../applications/form.verbs.ts'
import { definitionBy, versionInForce } from '../../definitions/definition.sql.ts'
import { scheduledVersion } from '../../definitions/scheduled.sql.ts'
import { goLive } from '../../definitions/scheduled.verbs.ts'
import type { FormDefinition } from '../../forms/index.ts'
import { fieldOf } from '../../forms/testing/forms.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { saveWorkflow } from '../../workflows/workflow.verbs.ts'
import { goLiveJob, wakeDue } from './go-live.jobs.ts'
import { provings } from './provings.ts'
import { publicationOf } from './publication.verbs.ts'

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'tageshausen', { workflow: standardWorkflow() })
const forms = publicationOf('form')
const key = 'event'

/** Berlin is two hours ahead in May. */
const at = (moment: string) => ({ now: new Date(moment) })
const known = (kind: 'form' | 'workflow' = 'form') => t.as(undefined, async (ctx) => (await definitionBy(ctx, kind, key))!)
const inForce = async (kind: 'form' | 'workflow' = 'form') => {
  const { id } = await known(kind)
  return await t.as(undefined, (ctx) => versionInForce(ctx, kind, id))
}
const waiting = async () => {
  const { id } = await known()
  return await t.as(undefined, (ctx) => scheduledVersion(ctx, 'form', id))
}
const wake = async (moment: string, kind: 'form' | 'workflow' = 'form') => {
  const { id } = await known(kind)
  return await t.as(undefined, (ctx) => goLive(ctx, provings[kind], id), at(moment))
}
const eventsOf = async (kind: string) =>
  await t.as(undefined, (ctx) =>
    ctx.db.selectFrom('core.event').select('data').where('tenant_id', '=', t.town.id).where('kind', '=', kind).execute(),
  )

let words = 0
/** The editor changes a word; gives the revision. */
async function written(change: (form: FormDefinition) => FormDefinition = (form) => form): Promise<number> {
  words += 1
  const { revision } = await known()
  const draft = change({ ...eventForm, title: { de: `Fest ${words}`, en: `Party ${words}` } })
  return given(await t.as(t.editor, (ctx) => saveForm(ctx, { key, name: { de: 'Fest' }, draft, revision }))).revision
}
const schedule = (revision: number, day: string, actor = t.admin) => t.as(actor, (ctx) => forms.publish(ctx, { key, revision, day }))

test('a version has a day: until its first moment what is in force stays, then it is in force, once', async () => {
  const { secret } = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
  given(await t.as(stranger, (ctx) => saveDraft(ctx, { secret }, { answers, page: 'why' })))
  const revision = await written()
  given(await schedule(revision, '2026-05-14'))
  expect((await inForce())?.number).toBe(1)
  expect(await wake('2026-05-13T21:59:59Z')).toBe(false)
  expect((await inForce())?.number).toBe(1)
  // What is written meanwhile is another draft.
  await written()
  expect(await wake('2026-05-13T22:00:00Z')).toBe(true)
  const live = await inForce()
  expect(live).toMatchObject({ number: 2, publishedBy: t.admin.personId, publishedAt: new Date('2026-05-13T22:00:00Z') })
  expect(live?.content).toMatchObject({ title: { de: 'Fest 1' } })
  expect(await wake('2026-05-13T22:00:01Z')).toBe(false)
  expect((await inForce())?.number).toBe(2)
  expect(await eventsOf('form.published')).toHaveLength(2)
  // Whoever had begun is offered the new version, as with any publication.
  const open = await t.as(stranger, (ctx) => openDraft(ctx, { secret }))
  expect(await t.as(stranger, (ctx) => newerForm(ctx, open!))).toMatchObject({ number: 2, carried: { answers } })
})

test('who may not, whose it is, on which days: all refused, and one waits at a time', async () => {
  const revision = await written()
  expect(codeOf(await schedule(revision, '2026-05-20', t.clerk))).toBe('notAllowed')
  expect(codeOf(await schedule(revision, '2026-05-20', t.editor))).toBe('secondPersonNeeded')
  expect(codeOf(await schedule(revision - 1, '2026-05-20'))).toBe('draftChanged')
  expect(codeOf(await schedule(revision, '2026-05-06'))).toBe('dayNotAhead')
  expect(codeOf(await schedule(revision, '2028-05-08'))).toBe('dayNotAhead')
  expect(await waiting()).toBeUndefined()
  const [one, two] = await Promise.all([schedule(revision, '2026-05-20'), schedule(revision, '2026-05-21')])
  expect([codeOf(one), codeOf(two)].sort()).toEqual(['alreadyScheduled', 'ok'])
  expect(codeOf(await schedule(revision, '2026-05-22'))).toBe('alreadyScheduled')
  expect(codeOf(await t.as(t.admin, (ctx) => publishForm(ctx, { key, revision })))).toBe('alreadyScheduled')
  expect(codeOf(await t.as(t.editor, (ctx) => forms.handIn(ctx, { key, revision })))).toBe('alreadyScheduled')
  // It would come back by itself.
  expect(codeOf(await t.as(t.admin, (ctx) => retireForm(ctx, { key })))).toBe('alreadyScheduled')
})

test('it is called back by whoever may publish, and can be taken into the draft', async () => {
  const it = (await waiting())!
  expect(codeOf(await t.as(t.clerk, (ctx) => forms.callBack(ctx, { key, id: it.id })))).toBe('notAllowed')
  expect(codeOf(await t.as(t.editor, (ctx) => forms.callBack(ctx, { key, id: newId() })))).toBe('notScheduled')
  given(await t.as(t.editor, (ctx) => forms.callBack(ctx, { key, id: it.id })))
  expect(codeOf(await t.as(t.admin, (ctx) => forms.callBack(ctx, { key, id: it.id })))).toBe('notScheduled')
  expect(await wake('2026-05-25T10:00:00Z')).toBe(false)
  expect((await inForce())?.number).toBe(2)
  expect(await eventsOf('form.calledBack')).toMatchObject([{ data: { tell: [t.editor.personId, t.admin.personId] } }])
  const revision = await written()
  given(await t.as(t.editor, (ctx) => forms.restore(ctx, { key, revision, id: it.id })))
  expect((await known()).draft).toMatchObject(it.content as object)
})

test('it is brought forward to another day or to now, by somebody else than who wrote it', async () => {
  given(await schedule(await written(), '2026-05-20'))
  const { id } = (await waiting())!
  const move = (actor: typeof t.admin, day: string) => t.as(actor, (ctx) => forms.move(ctx, { key, id, day }))
  expect(codeOf(await move(t.editor, '2026-05-18'))).toBe('secondPersonNeeded')
  expect(codeOf(await move(t.admin, '2026-05-07'))).toBe('dayNotAhead')
  given(await move(t.admin, '2026-05-18'))
  expect(await wake('2026-05-17T12:00:00Z')).toBe(false)
  expect(await wake('2026-05-18T12:00:00Z')).toBe(true)
  expect((await inForce())?.number).toBe(3)
  given(await schedule(await written(), '2026-06-20'))
  const next = (await waiting())!
  const now = (actor: typeof t.admin) => t.as(actor, (ctx) => forms.publishNow(ctx, { key, id: next.id }))
  expect(codeOf(await now(t.editor))).toBe('secondPersonNeeded')
  given(await now(t.admin))
  expect((await inForce())?.number).toBe(4)
  expect(codeOf(await now(t.admin))).toBe('notScheduled')
  expect(await wake('2026-06-20T12:00:00Z')).toBe(false)
})

test('a worker who was away over the day puts it in force when it is back, and other towns see nothing of it', async () => {
  given(await schedule(await written(), '2026-05-10'))
  const other = await applicationTown(pool, 'anderhausen', { workflow: standardWorkflow() })
  const { id } = await known()
  const late = at('2026-05-19T06:00:00Z')
  expect(await t.as(undefined, (ctx) => wakeDue(ctx))).toBe(0)
  expect(await t.as(undefined, (ctx) => wakeDue(ctx), late)).toBe(1)
  expect(await other.as(undefined, (ctx) => wakeDue(ctx), late)).toBe(0)
  expect(await other.as(undefined, (ctx) => goLive(ctx, provings.form, id), late)).toBe(false)
  await t.as(undefined, (ctx) => goLiveJob.run(ctx, { kind: 'form', id } as never), late)
  expect((await inForce())?.number).toBe(5)
  expect(await t.as(undefined, (ctx) => wakeDue(ctx), late)).toBe(0)
})

test('what is no longer in order on its day does not go live: what was in force stays, and the event says why', async () => {
  const until = fieldOf('day', 'date', { checks: { earliest: { today: true }, latest: { day: '2026-05-20' } } })
  const revision = await written((form) => {
    const [first, ...others] = form.pages
    return { ...form, pages: [{ ...first!, items: [...first!.items, until as never] }, ...others] }
  })
  expect(codeOf(await schedule(revision, '2026-05-21'))).toBe('faultsFound')
  given(await schedule(revision, '2026-05-19'))
  const { id } = (await waiting())!
  const tooLate = at('2026-05-22T06:00:00Z')
  // By hand it is refused and goes on waiting; by its day it ends.
  expect(codeOf(await t.as(t.admin, (ctx) => forms.publishNow(ctx, { key, id }), tooLate))).toBe('faultsFound')
  expect((await waiting())?.id).toBe(id)
  expect(codeOf(await t.as(t.admin, (ctx) => forms.move(ctx, { key, id, day: '2026-05-30' })))).toBe('faultsFound')
  expect(await wake('2026-05-22T06:00:00Z')).toBe(true)
  expect((await inForce())?.number).toBe(5)
  expect(await waiting()).toBeUndefined()
  expect(await eventsOf('form.failed')).toMatchObject([
    { data: { day: '2026-05-19', faults: ['minOverMax'], tell: [t.editor.personId, t.admin.personId] } },
  ])
  expect(await wake('2026-05-22T06:00:00Z')).toBe(false)
  given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' }), tooLate))
})

test('a workflow has its day too, and does not go live where nobody is left to act', async () => {
  const { as, admin } = t
  const workflows = publicationOf('workflow')
  const save = async (normDays: number) => {
    const { revision } = await known('workflow')
    const draft = { ...standardWorkflow(), normDays }
    return given(await as(t.editor, (ctx) => saveWorkflow(ctx, { key, name: { de: 'Fest' }, draft, revision }))).revision
  }
  const plan = async (normDays: number, day: string) =>
    given(await as(admin, async (ctx) => workflows.publish(ctx, { key, revision: await save(normDays), day })))
  await plan(11, '2026-05-12')
  expect(await wake('2026-05-12T06:00:00Z', 'workflow')).toBe(true)
  expect((await inForce('workflow'))?.content).toMatchObject({ normDays: 11 })
  await plan(12, '2026-05-13')
  await as(undefined, (ctx) =>
    ctx.db.updateTable('core.membership').set({ until: ctx.now() }).where('tenant_id', '=', t.town.id).where('role', '=', 'lead').execute(),
  )
  expect(await wake('2026-05-13T06:00:00Z', 'workflow')).toBe(true)
  expect((await inForce('workflow'))?.content).toMatchObject({ normDays: 11 })
  expect(await eventsOf('workflow.failed')).toMatchObject([{ data: { faults: expect.arrayContaining(['nobodyForStep']) } }])
})

test('a draft is handed in once for each revision and comes back with a reason, from somebody else', async () => {
  const revision = await written()
  const handIn = (of = revision) => t.as(t.editor, (ctx) => forms.handIn(ctx, { key, revision: of }))
  const back = (actor: typeof t.admin, of = revision) =>
    t.as(actor, (ctx) => forms.sendBack(ctx, { key, revision: of, reason: ' Bitte kürzer. ' }))
  expect(codeOf(await t.as(t.clerk, (ctx) => forms.handIn(ctx, { key, revision })))).toBe('notAllowed')
  expect(codeOf(await back(t.admin))).toBe('notHandedIn')
  given(await handIn())
  expect(codeOf(await handIn())).toBe('alreadyHandedIn')
  expect(codeOf(await back(t.editor))).toBe('secondPersonNeeded')
  expect(codeOf(await back(t.clerk))).toBe('notAllowed')
  given(await back(t.admin))
  expect((await known()).review).toMatchObject({ asked: undefined, returned: { by: t.admin.personId, reason: 'Bitte kürzer.' } })
  const [event, ...others] = await eventsOf('form.sentBack')
  expect(others).toEqual([])
  expect(event?.data).toMatchObject({ tell: [t.editor.personId] })
  expect(JSON.stringify(event?.data)).not.toContain('kürzer')
  const next = await written()
  given(await handIn(next))
  expect((await known()).review).toMatchObject({ asked: { by: t.editor.personId, revision: next }, returned: undefined })
  given(await t.as(t.admin, (ctx) => forms.publish(ctx, { key, revision: next })))
  expect((await known()).review).toEqual({ asked: undefined, returned: undefined })
})

test('a draft with faults is not handed in', async () => {
  const revision = await written((form) => ({ ...form, pages: [] }))
  expect(codeOf(await t.as(t.editor, (ctx) => forms.handIn(ctx, { key, revision })))).toBe('faultsFound')
})
