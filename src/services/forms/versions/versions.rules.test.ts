import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { evaluate } from '../evaluate.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { fill } from '../testing/fill.ts'
import { dogAnswers, dogForm, eq, facts, fieldOf, formOf, optionsOf, pageOf, words } from '../testing/forms.ts'
import { type Size, soundForm } from '../testing/sound-form.ts'
import { carryOver } from './carry.rules.ts'
import { changeWords } from './change-words.ts'
import { diffForms } from './diff.rules.ts'
import { replayForms } from './replay.rules.ts'
import { versionTexts } from './texts.ts'

registerTexts(versionTexts)

const size: fc.Arbitrary<Size> = fc.record({
  seed: fc.nat(),
  pages: fc.integer({ min: 1, max: 4 }),
  fields: fc.integer({ min: 1, max: 6 }),
})

// biome-ignore lint/suspicious/noExplicitAny: changed by hand in the middle
type Loose = any

/** A form changed by hand. */
function changed(form: FormDefinition, change: (draft: Loose) => void): FormDefinition {
  const draft = structuredClone(form) as never
  change(draft)
  return draft
}

describe('what two versions differ in', () => {
  const told = (after: FormDefinition) => diffForms(dogForm, after).map((change) => changeWords(change, 'de'))

  test.each<[string, Parameters<typeof changed>[1], string[]]>([
    ['nothing', () => {}, []],
    ['a new field', (draft) => draft.pages[1].items.push(fieldOf('phone', 'phone')), ['Seite „owner“: „phone“ ist neu.']],
    ['a field that is gone', (draft) => draft.pages[3].items.splice(1, 1), ['Seite „pay“: „iban“ ist weggefallen.']],
    [
      'a field elsewhere',
      (draft) => draft.pages[0].items.push(...draft.pages[1].items.splice(2, 1)),
      ['„reduced“ ist von „owner“ nach „where“ gekommen.'],
    ],
    [
      'another order',
      (draft) => draft.pages[2].items[0].items.push(draft.pages[2].items[0].items.shift()),
      ['Seite „dogs“: „name“ steht an anderer Stelle.'],
    ],
    [
      'other words and a condition',
      (draft) => Object.assign(draft.pages[3].items[1], { label: words('Konto'), visibleIf: eq('reduced', false), optional: false }),
      ['Seite „pay“: „Konto“ ist anders (Beschriftung, Pflicht, Sichtbarkeit).'],
    ],
    ['a page that was moved', (draft) => draft.pages.splice(2, 0, draft.pages.shift()), ['Die Seite „where“ steht an anderer Stelle.']],
    [
      'a page and all on it',
      (draft) => draft.pages.splice(1, 1),
      [
        'Die Seite „owner“ ist weggefallen.',
        ...['owner', 'guardian', 'reduced', 'proofOfReduction'].map((key) => `Seite „owner“: „${key}“ ist weggefallen.`),
      ],
    ],
    [
      'an exit',
      (draft) => Object.assign(draft.exits[0], { nextStep: words('x') }),
      ['Der Ausstieg „Nicht bei uns“ ist anders (nächster Schritt).'],
    ],
    ['the form', (draft) => Object.assign(draft, { trustLevel: 'basis' }), ['Das Formular ist anders (Vertrauensniveau).']],
  ])('%s', (_, change, expected) => expect(told(changed(dogForm, change))).toEqual(expected))

  it('is said in both languages, and the way back undoes it', () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [before, after] = [soundForm(one), soundForm(other)]
        const [there, back] = [diffForms(before, after), diffForms(after, before)]
        const count = (list: typeof there, kind: string) => list.filter((change) => change.kind === kind).length
        expect([count(there, 'added'), count(there, 'removed')]).toEqual([count(back, 'removed'), count(back, 'added')])
        expect(diffForms(before, structuredClone(before))).toEqual([])
        for (const change of there) for (const locale of ['de', 'en'] as const) expect(changeWords(change, locale)).toMatch(/\.$/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers of a draft go along', () => {
  const carry = (after: FormDefinition, answers: unknown = dogAnswers) => carryOver(dogForm, after, answers, facts)

  it('all of them to the same form', () => {
    fc.assert(
      fc.property(size, fc.nat(), (of, seed) => {
        const form = soundForm(of)
        const { answers, evaluation } = fill(form, seed)
        const carried = carryOver(form, form, answers, facts)
        expect([carried.dropped, carried.asked]).toEqual([[], []])
        expect(evaluate(form, carried.answers, facts).values).toEqual(evaluation.values)
      }),
      { numRuns: 60 },
    )
  })

  test.each<[string, Parameters<typeof changed>[1], string[], string[]]>([
    ['a field is gone', (draft) => draft.pages[2].items[0].items.splice(0, 1), ['dogs.0.name gone', 'dogs.1.name gone'], []],
    [
      'another kind',
      (draft) => Object.assign(draft.pages[1].items[2], { kind: 'text' }),
      ['reduced kind', 'dogs.1.permit hidden'],
      ['reduced required'],
    ],
    [
      'an option is gone',
      (draft) => draft.pages[2].items[0].items[1].options.splice(0, 1),
      ['dogs.0.breed notReadable'],
      ['dogs.0.breed required'],
    ],
    ['a new question', (draft) => draft.pages[1].items.push(fieldOf('phone', 'phone')), [], ['phone required']],
    [
      'a stricter check',
      (draft) => Object.assign(draft.pages[2].items[0].items[0], { checks: { minLength: 4 } }),
      [],
      ['dogs.1.name tooShort'],
    ],
    [
      'another declaration',
      (draft) => Object.assign(draft.pages[3].items[2], { label: words('Mehr') }),
      ['truth reworded'],
      ['truth declaration'],
    ],
    ['now hidden', (draft) => Object.assign(draft.pages[0].items[1], { visibleIf: eq('inTown', false) }), ['address hidden'], []],
    ['a group became a field', (draft) => draft.pages[2].items.splice(0, 1, fieldOf('dogs', 'text')), ['dogs kind'], ['dogs required']],
  ])('%s', (_, change, dropped, asked) => {
    const carried = carry(changed(dogForm, change))
    expect(carried.dropped.map(({ path, reason }) => `${path} ${reason}`)).toEqual(dropped)
    expect(carried.asked.map(({ path, code }) => `${path} ${code}`)).toEqual(asked)
    for (const { path } of carried.dropped) expect(carried.kept).not.toContain(path)
  })

  it('what was missing before is no news, and any JSON is borne', () => {
    expect(carry(dogForm, {}).asked).toEqual([])
    fc.assert(
      fc.property(fc.jsonValue(), size, (answers, of) => void carryOver(dogForm, soundForm(of), answers, facts)),
      { numRuns: 60 },
    )
  })
})

describe('what was sent is replayed', () => {
  const sent = [
    { id: '1', answers: dogAnswers, facts },
    { id: '2', answers: { ...dogAnswers, dogs: [dogAnswers.dogs[0]!] }, facts },
  ]

  it('on the same version without a difference', () => {
    expect(replayForms(dogForm, dogForm, sent)).toEqual({
      total: 2,
      same: 2,
      counts: { refused: 0, exit: 0, fee: 0, calculated: 0, lost: 0 },
      examples: [],
    })
  })

  it('on another with what would be otherwise', () => {
    const dearer = changed(dogForm, (draft) => {
      draft.pages[3].items[0].expression.of[0].of.table.listed = 70_000
    })
    expect(replayForms(dogForm, dearer, sent)).toMatchObject({
      same: 1,
      counts: { fee: 1 },
      examples: [{ id: '1', differences: [{ kind: 'fee', before: 66_000, after: 76_000 }] }],
    })
    const stricter = changed(dogForm, (draft) => {
      draft.pages[2].items[0].max = 1
      draft.exits[0].when = { op: 'isEmpty', left: { field: 'guardian' } }
      draft.pages[2].items[0].items.pop()
    })
    expect(replayForms(dogForm, stricter, sent, 1)).toMatchObject({
      total: 2,
      same: 0,
      counts: { refused: 1, exit: 2, lost: 2 },
      examples: [
        {
          id: '1',
          differences: [{ kind: 'refused', errors: [{ path: 'dogs', code: 'tooManyItems' }] }, { kind: 'exit' }, { kind: 'lost' }],
        },
      ],
    })
  })

  it('a calculated value that is no fee counts too', () => {
    const of = (value: number) =>
      formOf([
        pageOf('a', [
          fieldOf('c', 'choice', { options: optionsOf('a') }),
          fieldOf('s', 'calculated', { expression: { op: 'value', value } }),
        ]),
      ])
    expect(replayForms(of(1), of(2), [{ id: '1', answers: { c: 'a' }, facts }]).examples[0]!.differences).toEqual([
      { kind: 'calculated', path: 's', before: 1, after: 2 },
    ])
  })
})
