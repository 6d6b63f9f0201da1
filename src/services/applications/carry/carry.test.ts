import { expect, test } from 'vitest'
import { applicationTown, codeOf, given } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { droppedWords, type FormDefinition } from '../../forms/index.ts'
import { eq, fieldOf, formOf, pageOf, words } from '../../forms/testing/forms.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { askToSign, takeBack } from '../cosign/ask.verbs.ts'
import { openDraft, saveDraft, startDraft, startFilled } from '../draft.verbs.ts'
import { publishForm, saveForm } from '../form.verbs.ts'
import { submissionsOf } from '../submission.sql.ts'
import { submit } from '../submit.verbs.ts'
import { carryDraftOver, newerForm } from './carry.verbs.ts'

const second = fieldOf('second', 'person', { parts: ['firstName', 'lastName', 'email'], optional: true })
const of = (...items: unknown[]) =>
  formOf([pageOf('who', [...items, second])], {
    trustLevel: 'basis',
    cosigners: [{ person: 'second', declares: words('Einverstanden.', 'I agree.') }],
  })
const form = of(fieldOf('name', 'text'), fieldOf('guests', 'number'))
const { pool } = await testDatabase()
const t = await applicationTown(pool, 'fassungen', { workflow: standardWorkflow(), form })

const begun = async (answers: Record<string, unknown>) => {
  const { id, secret } = given(await t.as(t.citizen, (ctx) => startDraft(ctx, { slug: 'fest' })))
  given(await t.as(t.citizen, (ctx) => saveDraft(ctx, { secret }, { answers, page: 'who' })))
  return { id, ref: { secret } }
}
const opened = (ref: { secret: string }) => t.as(t.citizen, async (ctx) => (await openDraft(ctx, ref))!)
const newer = (ref: { secret: string }) => t.as(t.citizen, async (ctx) => newerForm(ctx, (await openDraft(ctx, ref))!))
/** What the page tells it by, and what its button then does. */
const told = async (ref: { secret: string }) => ({
  number: (await newer(ref))?.number ?? 0,
  revision: (await opened(ref)).draft.revision,
})
const carry = async (ref: { secret: string }, as?: { number: number; revision: number }) => {
  const by = as ?? (await told(ref))
  return await t.as(t.citizen, (ctx) => carryDraftOver(ctx, ref, by))
}
let revision = 1
const publish = (draft: FormDefinition) =>
  t.as(undefined, async (ctx) => {
    revision = given(await saveForm(ctx, { key: 'event', name: { de: 'Fest' }, draft, revision })).revision
    given(await publishForm(ctx, { key: 'event', revision }))
  })

test('a draft goes along to the newest version with what still means the same; what is signed or was sent stays in its own', async () => {
  const answers = { name: 'Sommerfest', guests: 80 }
  const draft = await begun(answers)
  const signing = await begun({ ...answers, second: { firstName: 'Kai', lastName: 'Muster', email: 'kai@post.example' } })
  given(await t.as(t.citizen, (ctx) => askToSign(ctx, signing.ref)))
  const sending = await begun(answers)
  const { caseId } = given(await t.as(t.citizen, (ctx) => submit(ctx, sending.ref, { clientKey: sending.id })))
  expect(await newer(draft.ref)).toBeUndefined()

  await publish(of(fieldOf('name', 'text'), fieldOf('visitors', 'number'), fieldOf('place', 'text')))

  const it = await newer(draft.ref)
  expect(it?.carried.kept).toEqual(['name'])
  expect(it?.carried.dropped).toMatchObject([{ path: 'guests', said: 80, reason: 'gone' }])
  expect(it?.carried.asked.map(({ path }) => path)).toEqual(['visitors', 'place'])
  // To be told changes nothing.
  expect((await opened(draft.ref)).draft).toMatchObject({ formNumber: 1, answers })

  given(await carry(draft.ref))
  const { draft: now } = await opened(draft.ref)
  expect(now).toMatchObject({ formNumber: 2, answers: { name: 'Sommerfest' } })
  given(await carry(draft.ref))
  expect((await opened(draft.ref)).draft.revision).toBe(now.revision)
  expect(await newer(draft.ref)).toBeUndefined()

  expect(await newer(signing.ref)).toBeUndefined()
  given(await carry(signing.ref))
  expect((await opened(signing.ref)).draft.formNumber).toBe(1)
  given(await t.as(t.citizen, (ctx) => takeBack(ctx, signing.ref)))
  expect((await newer(signing.ref))?.number).toBe(2)

  const [sent] = await t.as(undefined, (ctx) => submissionsOf(ctx, caseId))
  const change = given(await t.as(t.citizen, (ctx) => startFilled(ctx, { ...sent!, serviceId: t.serviceId, replacesCase: caseId })))
  expect(await newer({ secret: change.secret })).toBeUndefined()
})

test('what is half typed, wrong or hidden goes along as it is, or is told with its words', async () => {
  const items = [fieldOf('name', 'text'), fieldOf('loud', 'yesNo'), fieldOf('band', 'text', { visibleIf: eq('loud', true) })]
  await publish(
    of(
      ...items,
      fieldOf('drums', 'yesNo', { visibleIf: eq('loud', true) }),
      fieldOf('account', 'iban'),
      fieldOf('helper', 'person', { parts: ['firstName', 'lastName'] }),
      fieldOf('guests', 'number'),
    ),
  )
  const typed = { band: 'Die Lauten', second: { firstName: 'Kai', lastName: '', email: '' } }
  const lost = { drums: 'yes', account: 'DE00 1', helper: { firstName: 'Uwe', lastName: '' }, guests: 'viele' }
  const { ref } = await begun({ name: 'Sommerfest', loud: 'no', ...typed, ...lost })
  await publish(of(...items, fieldOf('guests', 'text')))

  const { kept, dropped, asked } = (await newer(ref))!.carried
  expect(kept).toEqual(['name', 'loud', 'band', 'second'])
  expect(dropped.map((one) => [one.path, one.reason, droppedWords(one, 'de')])).toEqual([
    ['drums', 'gone', 'Ja'],
    ['account', 'gone', 'DE00 1'],
    ['helper', 'gone', 'Uwe'],
    ['guests', 'kind', 'viele'],
  ])
  expect(asked.map(({ path }) => path)).toEqual(['guests'])
  given(await carry(ref))
  expect((await opened(ref)).draft.answers).toEqual({ name: 'Sommerfest', loud: false, ...typed })
})

test('only what was told is done: another version, or a draft written on elsewhere, is told anew', async () => {
  const { ref } = await begun({ name: 'Sommerfest' })
  const before = (await opened(ref)).draft
  await publish(of(fieldOf('name', 'text')))
  const first = await told(ref)
  await publish(of(fieldOf('title', 'text')))
  expect(codeOf(await carry(ref, first))).toBe('newerChanged')
  const second = await told(ref)
  given(await t.as(t.citizen, (ctx) => saveDraft(ctx, ref, { answers: { name: 'Herbstfest' }, page: 'who' })))
  expect(codeOf(await carry(ref, second))).toBe('newerChanged')
  expect((await opened(ref)).draft).toMatchObject({ formNumber: before.formNumber, answers: { name: 'Herbstfest' } })
  expect(codeOf(await carry(ref))).toBe('ok')
})
