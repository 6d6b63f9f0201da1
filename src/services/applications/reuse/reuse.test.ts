import { describe, expect, test } from 'vitest'
import type { Trust } from '#platform/context.ts'
import { applicationTown, given } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { FormDefinition } from '../../forms/index.ts'
import { eq, facts, fieldOf, formOf, optionsOf, pageOf } from '../../forms/testing/forms.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { openDraft, saveDraft, startDraft } from '../draft.verbs.ts'
import type { Writing } from '../pages/draft-cookie.ts'
import { answerPage } from '../pages/page.verbs.ts'
import type { Submission } from '../submission.sql.ts'
import { submit } from '../submit.verbs.ts'
import { attributeOf, type Earlier, offersFor, openFields, withTaken } from './reuse.rules.ts'
import { reusesOfPerson } from './reuse.sql.ts'
import { offersOn } from './reuse.verbs.ts'

const form = formOf([
  pageOf('who', [
    fieldOf('applicant', 'person', { parts: ['firstName', 'lastName', 'birthDate'] }),
    fieldOf('address', 'address', { anywhere: true }),
    fieldOf('phone', 'phone', { optional: true }),
    fieldOf('iban', 'iban', { trustLevel: 'substanziell', optional: true }),
    fieldOf('school', 'text', { onceOnly: 'school' }),
    fieldOf('nickname', 'text'),
    fieldOf('day', 'date'),
    fieldOf('truth', 'declaration'),
  ]),
])
const page = form.pages[0]!
const answers = {
  applicant: { firstName: 'Ada', lastName: 'Muster', birthDate: '1980-05-03' },
  address: { street: 'Lindenweg', houseNumber: '4', postalCode: '14990', city: 'Lindenfurt' },
  phone: '+4930231250',
  iban: 'DE02120300000000202051',
  school: 'Grundschule am Fluss',
  nickname: 'Addi',
  day: '2026-05-20',
  truth: true,
}

describe('what is offered', () => {
  const sent = (more: Partial<Submission> = {}): Earlier => ({
    submission: { answers, trust: 'basic' as Trust, sentAt: thursday, ...more } as Submission,
    form,
    title: 'Früher',
  })
  const keys = (earlier: Earlier[], now: Record<string, unknown> = {}, into = form) =>
    offersFor(into, openFields(into, into.pages[0]!, now, facts), earlier, facts).map(({ field }) => field.key)

  test('is what means the same and is still open: never declarations, days, documents and words of one matter', () => {
    expect(keys([sent()])).toEqual(['applicant', 'address', 'phone', 'school'])
    expect(keys([sent()], { phone: '+4930555555', address: answers.address })).toEqual(['applicant', 'school'])
    expect(keys([])).toEqual([])
  })

  test.each([
    ['upload', {}],
    ['place', {}],
    ['longText', { onceOnly: 'x' }],
    ['date', { onceOnly: 'x' }],
    ['declaration', { onceOnly: 'x' }],
    ['address', { readOnly: true }],
  ])('never %s %j', (kind, more) => {
    const [field] = formOf([pageOf('p', [fieldOf('it', kind, more)])]).pages[0]!.items
    expect(attributeOf(field as never)).toBeUndefined()
  })

  test('never fills what wants to be known more surely than the source was', () => {
    expect(keys([sent({ trust: 'substantial' })])).toContain('iban')
    expect(keys([sent({ trust: 'none' })], {}, FormDefinition.parse({ ...form, trustLevel: 'basis' }))).toEqual([])
  })

  test('the newest that knows it counts', () => {
    const newer = sent({ answers: { phone: '+49409999' } })
    const offers = offersFor(form, openFields(form, page, {}, facts), [newer, sent()], facts)
    expect(offers.find(({ field }) => field.key === 'phone')?.value).toBe('+49409999')
    expect(offers.find(({ field }) => field.key === 'school')?.value).toBe('Grundschule am Fluss')
  })

  test('what is hidden is offered on a blank page alone', () => {
    const hiding = formOf([pageOf('who', [fieldOf('here', 'yesNo'), fieldOf('phone', 'phone', { visibleIf: eq('here', true) })])])
    expect(keys([sent()], {}, hiding)).toEqual(['phone'])
    expect(keys([sent()], { here: true }, hiding)).toEqual(['phone'])
    expect(keys([sent()], { here: false }, hiding)).toEqual([])
  })

  test('a choice is offered only where its option is', () => {
    const choice = (...options: string[]) =>
      formOf([pageOf('who', [fieldOf('house', 'choice', { onceOnly: 'house', options: optionsOf(...options) })])])
    const earlier: Earlier = { ...sent({ answers: { house: 'old' } }), form: choice('old', 'new') }
    expect(keys([earlier], {}, choice('old', 'more'))).toEqual(['house'])
    expect(keys([earlier], {}, choice('new', 'more'))).toEqual([])
  })

  test('what was typed already stays: only empty parts are filled', () => {
    const typed = { applicant: { firstName: 'Adele', lastName: '', birthDate: '' } }
    const offers = offersFor(form, openFields(form, page, typed, facts), [sent()], facts)
    expect(
      withTaken(
        typed,
        offers.filter(({ field }) => field.key === 'applicant'),
      ),
    ).toEqual({
      applicant: { firstName: 'Adele', lastName: 'Muster', birthDate: '1980-05-03' },
    })
  })
})

describe('taking it over', async () => {
  const { pool } = await testDatabase()
  const t = await applicationTown(pool, 'einmalhausen', { workflow: standardWorkflow(), form })

  const begun = async () => {
    const { id, secret } = given(await t.as(t.citizen, (ctx) => startDraft(ctx, { slug: 'fest' })))
    return { id, ref: { secret } }
  }
  const writingOf = async (ref: { secret: string }): Promise<Writing> => ({
    ...(await t.as(t.citizen, (ctx) => openDraft(ctx, ref)))!,
    ref,
    code: undefined,
  })
  const wish = async (ref: { secret: string }, what: string, a: Record<string, string> = {}) => {
    const writing = await writingOf(ref)
    return t.as(t.citizen, (ctx) =>
      answerPage(ctx, writing, { page: 'who', sent: { a, n: {} }, wish: what, revision: undefined, live: true, fromReview: false }),
    )
  }
  const receipts = (actor = t.citizen) => t.as(undefined, (ctx) => reusesOfPerson(ctx, actor.personId!, { limit: 100 }))

  test('is asked for by a button, leaves a receipt without the answer, and goes with the draft or to the case', async () => {
    const first = await begun()
    given(await t.as(t.citizen, (ctx) => saveDraft(ctx, first.ref, { answers, page: 'who' })))
    expect(await t.as(t.citizen, async (ctx) => offersOn(ctx, await writingOf(first.ref), page, {}))).toEqual([])
    const { number } = given(await t.as(t.citizen, (ctx) => submit(ctx, first.ref, { clientKey: first.id })))

    const second = await begun()
    const offered = await t.as(t.citizen, async (ctx) => offersOn(ctx, await writingOf(second.ref), page, {}))
    expect(offered.map(({ field }) => field.key)).toEqual(['applicant', 'address', 'phone', 'school'])
    // Shown is not taken.
    expect((await writingOf(second.ref)).draft.answers).toEqual({})
    given(await wish(second.ref, 'take:address'))
    expect((await writingOf(second.ref)).draft.answers.address).toMatchObject({ street: 'Lindenweg' })
    expect((await writingOf(second.ref)).draft.answers.school).toBeUndefined()
    // The page comes with what it shows, as a browser sends it.
    const shown = Object.fromEntries(Object.entries(answers.address).map(([part, text]) => [`address-${part}`, text]))
    given(await wish(second.ref, 'take:truth', shown))
    given(await wish(second.ref, 'take:day', shown))
    expect(await receipts()).toMatchObject([
      { field: 'address', label: 'address', from: { number }, draftId: second.id, fromSentAt: thursday },
    ])
    expect(JSON.stringify(await receipts())).not.toContain('Lindenweg')

    given(await wish(second.ref, 'take:all', shown))
    expect(await receipts()).toHaveLength(4)
    const now = (await writingOf(second.ref)).draft.answers
    given(
      await t.as(t.citizen, (ctx) =>
        saveDraft(ctx, second.ref, { answers: { ...now, nickname: 'A', day: '2026-06-01', truth: true }, page: 'who' }),
      ),
    )
    const sent = given(await t.as(t.citizen, (ctx) => submit(ctx, second.ref, { clientKey: second.id })))
    expect((await receipts()).map(({ to }) => to?.number)).toEqual(Array(4).fill(sent.number))

    const third = await begun()
    given(await wish(third.ref, 'take:phone'))
    expect(await receipts()).toHaveLength(5)
    await t.as(t.citizen, (ctx) =>
      ctx.db.deleteFrom('services.draft').where('tenant_id', '=', t.town.id).where('id', '=', third.id).execute(),
    )
    expect(await receipts()).toHaveLength(4)
  })

  test('somebody else, or nobody, is offered nothing of it', async () => {
    const { ref } = await begun()
    const writing = await writingOf(ref)
    for (const actor of [t.clerk, { ...t.citizen, personId: undefined as never }])
      expect(await t.as(actor, (ctx) => offersOn(ctx, writing, page, {}))).toEqual([])
    const own = given(await t.as(t.clerk, (ctx) => startDraft(ctx, { slug: 'fest' })))
    const theirs = (await t.as(t.clerk, (ctx) => openDraft(ctx, { secret: own.secret })))!
    expect(await t.as(t.clerk, (ctx) => offersOn(ctx, theirs, page, {}))).toEqual([])
  })
})
