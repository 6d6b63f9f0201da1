import type { FormDefinition } from '../form.rules.ts'
import { isGroup } from '../form-index.rules.ts'
import type { FindingKind } from '../proof/finding.rules.ts'
import { eq, fieldOf, formOf, optionsOf, pageOf, words } from './forms.ts'

type Draft = { pages: Record<string, unknown>[]; exits: Record<string, unknown>[]; [key: string]: unknown }
type Plant = (draft: Draft) => void

const add = (draft: Draft, ...items: unknown[]) => draft.pages.push(pageOf('planted', items))
const exitOf = (key: string, after: string, when: unknown, more = {}) => ({
  key,
  after,
  when,
  title: words('x'),
  reason: words('x'),
  nextStep: words('x'),
  ...more,
})
const group = (key: string, items: unknown[], more = {}) => ({
  kind: 'group',
  key,
  label: words('x'),
  itemLabel: words('x'),
  min: 0,
  max: 3,
  items,
  ...more,
})
const ask = fieldOf('planted', 'yesNo')
const when = (visibleIf: unknown, key = 'target') => fieldOf(key, 'text', { visibleIf })
const sign = (draft: Draft, person: string, more = {}) => {
  draft.trustLevel = 'basis'
  draft.cosigners = [{ person, declares: words('x'), ...more }]
}
const reached = (key: string) => fieldOf(key, 'person', { parts: ['firstName', 'lastName', 'email'] })
const and = (...of: unknown[]) => ({ op: 'and', of })
const than = (op: string, field: string, value: unknown) => ({ op, left: { field }, right: { value } })

/** For each kind of fault, ways to make it in any form. */
export const plants: readonly [FindingKind, string, Plant][] = [
  ['noPages', 'nothing is asked', (draft) => draft.pages.splice(0, 99, pageOf('planted', [fieldOf('planted', 'info')]))],
  ['emptyPage', 'a page without fields', (draft) => add(draft)],
  ['emptyGroup', 'a group without fields', (draft) => add(draft, group('planted', []))],
  ['doubledKey', 'a field twice', (draft) => add(draft, ask, ask)],
  ['doubledKey', 'a field and one within a group', (draft) => add(draft, ask, group('g', [ask]))],
  ['doubledKey', 'a page twice', (draft) => draft.pages.push(pageOf('p0', [ask]))],
  ['doubledOption', 'an option twice', (draft) => add(draft, fieldOf('planted', 'choice', { options: optionsOf('a', 'b', 'a') }))],
  ['noOptions', 'a choice of nothing', (draft) => add(draft, fieldOf('planted', 'multiChoice'))],
  ['noExpression', 'a calculated field without calculation', (draft) => add(draft, fieldOf('planted', 'calculated'))],
  [
    'feeNotMoney',
    'a fee that is a number',
    (draft) => add(draft, fieldOf('planted', 'calculated', { fee: true, result: 'number', expression: { op: 'value', value: 1 } })),
  ],
  ['unknownPart', 'a part that a person has not', (draft) => add(draft, fieldOf('planted', 'person', { parts: ['wings'] }))],
  ['unknownField', 'a condition on nothing', (draft) => add(draft, when(eq('nowhere', true)))],
  [
    'unknownField',
    'a part that is not asked',
    (draft) => add(draft, fieldOf('planted', 'person'), when({ op: 'isEmpty', left: { field: 'planted', part: 'birthDate' } })),
  ],
  [
    'unknownGroup',
    'a count of nothing',
    (draft) => add(draft, fieldOf('planted', 'calculated', { expression: { op: 'count', group: 'nowhere' } })),
  ],
  ['outOfScope', 'a look into a group', (draft) => add(draft, group('g', [ask]), when(eq('planted', true)))],
  ['forward', 'a condition on what comes later', (draft) => add(draft, when(eq('planted', true)), ask)],
  ['forward', 'a page that hangs on itself', (draft) => draft.pages.push(pageOf('planted', [ask], { visibleIf: eq('planted', true) }))],
  [
    'circle',
    'two fields that wait for each other',
    (draft) => add(draft, fieldOf('a1', 'yesNo', { visibleIf: eq('b1', true) }), fieldOf('b1', 'yesNo', { visibleIf: eq('a1', true) })),
  ],
  [
    'circle',
    'a calculation with itself',
    (draft) => add(draft, fieldOf('planted', 'calculated', { expression: { op: 'field', field: 'planted' } })),
  ],
  ['unknownPage', 'an exit after nothing', (draft) => draft.exits.push(exitOf('planted', 'nowhere', eq('truth', true)))],
  ['wrongValue', 'a number compared with a word', (draft) => add(draft, fieldOf('planted', 'number'), when(eq('planted', 'many')))],
  ['wrongValue', 'a day that there is not', (draft) => add(draft, fieldOf('planted', 'date'), when(than('lt', 'planted', '2026-02-30')))],
  [
    'noOption',
    'an option that there is not',
    (draft) => add(draft, fieldOf('planted', 'choice', { options: optionsOf('a', 'b') }), when(eq('planted', 'c'))),
  ],
  [
    'noOption',
    'a price without its option',
    (draft) =>
      add(
        draft,
        fieldOf('planted', 'choice', { options: optionsOf('a', 'b') }),
        fieldOf('sum', 'calculated', { expression: { op: 'lookup', field: 'planted', table: { a: 1, b: 2, c: 3 } } }),
      ),
  ],
  [
    'unreachablePage',
    'a page that contradicts itself',
    (draft) => {
      add(draft, ask)
      draft.pages.push(pageOf('late', [fieldOf('more', 'text')], { visibleIf: and(eq('planted', true), eq('planted', false)) }))
    },
  ],
  [
    'unreachableItem',
    'two options at once',
    (draft) =>
      add(draft, fieldOf('planted', 'choice', { options: optionsOf('a', 'b') }), when(and(eq('planted', 'a'), eq('planted', 'b')))),
  ],
  [
    'unreachableItem',
    'all options excluded',
    (draft) => {
      add(draft, fieldOf('planted', 'choice', { options: optionsOf('a', 'b') }))
      draft.pages.push(
        pageOf('late', [fieldOf('note', 'info'), when({ op: 'not', of: { op: 'in', left: { field: 'planted' }, values: ['a', 'b'] } })]),
      )
    },
  ],
  [
    'unreachableItem',
    'more than the most',
    (draft) => add(draft, fieldOf('planted', 'number', { checks: { min: 0, max: 5 } }), when(than('gt', 'planted', 5))),
  ],
  [
    'unreachableItem',
    'between two whole numbers',
    (draft) => add(draft, fieldOf('planted', 'number'), when(and(than('gt', 'planted', 2), than('lt', 'planted', 3)))),
  ],
  [
    'unreachableItem',
    'before the earliest day',
    (draft) => add(draft, fieldOf('planted', 'date', { checks: { earliest: { today: true } } }), when(than('lt', 'planted', '2020-01-01'))),
  ],
  [
    'unreachableItem',
    'of age and not',
    (draft) =>
      add(
        draft,
        fieldOf('planted', 'date'),
        when(
          and(
            { op: 'ageOn', left: { field: 'planted' }, on: { today: true }, is: 'ge', years: 18 },
            { op: 'ageOn', left: { field: 'planted' }, on: { today: true }, is: 'lt', years: 18 },
          ),
        ),
      ),
  ],
  [
    'unreachableItem',
    'what hangs on a hidden field',
    (draft) => add(draft, ask, fieldOf('b1', 'yesNo', { visibleIf: eq('planted', true) }), when(and(eq('b1', true), eq('planted', false)))),
  ],
  [
    'unreachableItem',
    'a chain whose end denies its beginning',
    (draft) =>
      add(
        draft,
        ask,
        fieldOf('b1', 'yesNo', { visibleIf: eq('planted', true) }),
        fieldOf('c1', 'number', { visibleIf: eq('b1', false) }),
        when(and(than('gt', 'c1', 0), eq('planted', false))),
      ),
  ],
  [
    'unreachableItem',
    'a required answer that is empty',
    (draft) => {
      add(draft, ask)
      draft.pages.push(pageOf('late', [fieldOf('note', 'info'), when({ op: 'isEmpty', left: { field: 'planted' } })]))
    },
  ],
  [
    'unreachableItem',
    'more chosen than may be',
    (draft) =>
      add(
        draft,
        fieldOf('planted', 'multiChoice', { options: optionsOf('a', 'b', 'c'), checks: { maxChosen: 1 } }),
        when(and(eq('planted', 'a'), eq('planted', 'c'))),
      ),
  ],
  [
    'unreachableItem',
    'in order and not',
    (draft) =>
      add(
        draft,
        fieldOf('a1', 'date'),
        fieldOf('b1', 'date'),
        fieldOf('c1', 'date'),
        when(
          and(
            { op: 'lt', left: { field: 'a1' }, right: { field: 'b1' } },
            { op: 'lt', left: { field: 'b1' }, right: { field: 'c1' } },
            { op: 'lt', left: { field: 'c1' }, right: { field: 'a1' } },
          ),
        ),
      ),
  ],
  [
    'unreachableItem',
    'against a check',
    (draft) =>
      add(
        draft,
        fieldOf('a1', 'date'),
        fieldOf('b1', 'date', { checks: { earliest: { field: 'a1' } } }),
        when({ op: 'lt', left: { field: 'b1' }, right: { field: 'a1' } }),
      ),
  ],
  [
    'unreachableItem',
    'within a group',
    (draft) =>
      add(
        draft,
        ask,
        group('g', [fieldOf('inner', 'yesNo', { visibleIf: eq('planted', true) }), when(and(eq('inner', true), eq('planted', false)))]),
      ),
  ],
  [
    'unreachableItem',
    'in an area and not',
    (draft) =>
      add(
        draft,
        fieldOf('planted', 'place'),
        when(
          and(
            { op: 'inArea', left: { field: 'planted' }, area: 'nord' },
            { op: 'not', of: { op: 'inArea', left: { field: 'planted' }, area: 'nord' } },
          ),
        ),
      ),
  ],
  [
    'unreachableItem',
    'behind the exit that takes everybody there',
    (draft) => {
      add(draft, ask)
      draft.exits.push(exitOf('planted', 'planted', eq('planted', true)))
      draft.pages.push(pageOf('late', [fieldOf('always', 'info'), when(eq('planted', true))]))
    },
  ],
  [
    'unreachableItem',
    'a text that its pattern forbids',
    (draft) =>
      add(draft, fieldOf('planted', 'text', { checks: { pattern: { regex: '\\d{5}', message: words('x') } } }), when(eq('planted', 'abc'))),
  ],
  [
    'unreachableOption',
    'an option for nobody',
    (draft) =>
      add(
        draft,
        ask,
        fieldOf('c', 'choice', {
          options: [...optionsOf('a', 'b'), { ...optionsOf('z')[0]!, onlyIf: and(eq('planted', true), eq('planted', false)) }],
        }),
      ),
  ],
  [
    'unreachableExit',
    'an exit for nobody',
    (draft) => {
      add(draft, ask)
      draft.exits.push(exitOf('planted', 'planted', and(eq('planted', true), eq('planted', false))))
    },
  ],
  [
    'unreachableExit',
    'an exit behind an equal one',
    (draft) => {
      add(draft, ask)
      draft.exits.push(exitOf('first', 'planted', eq('planted', true)), exitOf('second', 'planted', eq('planted', true)))
    },
  ],
  [
    'requiredNever',
    'required while hidden',
    (draft) =>
      add(draft, ask, fieldOf('target', 'text', { optional: true, visibleIf: eq('planted', true), requiredIf: eq('planted', false) })),
  ],
  [
    'unanswerable',
    'a check that nothing meets',
    (draft) =>
      add(
        draft,
        ask,
        fieldOf('target', 'text', { checks: { must: [{ that: and(eq('planted', true), eq('planted', false)), message: words('x') }] } }),
      ),
  ],
  [
    'unanswerable',
    'before the one and after the other',
    (draft) =>
      add(
        draft,
        fieldOf('a1', 'date', { checks: { latest: { day: '2020-01-01' } } }),
        fieldOf('b1', 'date', { checks: { latest: { field: 'a1' }, earliest: { day: '2021-01-01' } } }),
      ),
  ],
  [
    'unanswerable',
    'a choice of which nothing is offered',
    (draft) =>
      add(
        draft,
        ask,
        fieldOf('c', 'choice', {
          visibleIf: eq('planted', true),
          options: optionsOf('a', 'b').map((option) => ({ ...option, onlyIf: eq('planted', false) })),
        }),
      ),
  ],
  [
    'deadEnd',
    'an exit for everybody',
    (draft) => {
      add(draft, ask)
      draft.exits.push(exitOf('planted', 'planted', { op: 'in', left: { field: 'planted' }, values: [true, false] }))
    },
  ],
  [
    'deadEnd',
    'two exits that leave nobody',
    (draft) => {
      add(draft, ask)
      draft.exits.push(
        exitOf('e1', 'planted', eq('planted', true)),
        exitOf('e2', 'planted', { op: 'ne', left: { field: 'planted' }, right: { value: true } }),
      )
    },
  ],
  ['minOverMax', 'numbers', (draft) => add(draft, fieldOf('planted', 'number', { checks: { min: 5, max: 3 } }))],
  ['minOverMax', 'lengths', (draft) => add(draft, fieldOf('planted', 'text', { checks: { minLength: 5, maxLength: 3 } }))],
  [
    'minOverMax',
    'days',
    (draft) => add(draft, fieldOf('planted', 'date', { checks: { earliest: { today: true, days: 3 }, latest: { today: true } } })),
  ],
  ['minOverMax', 'entries', (draft) => add(draft, group('g', [ask], { min: 3, max: 2 }))],
  ['minOverMax', 'files', (draft) => add(draft, fieldOf('planted', 'upload', { checks: { minFiles: 3, maxFiles: 2 } }))],
  ['minOverMax', 'no whole number between', (draft) => add(draft, fieldOf('planted', 'number', { checks: { min: 1.2, max: 1.8 } }))],
  [
    'chosenOverOptions',
    'more to choose than there are',
    (draft) => add(draft, fieldOf('planted', 'multiChoice', { options: optionsOf('a', 'b'), checks: { minChosen: 3 } })),
  ],
  [
    'patternUnknown',
    'a pattern that is none',
    (draft) => add(draft, fieldOf('planted', 'text', { checks: { pattern: { regex: '(?=a)', message: words('x') } } })),
  ],
  [
    'patternLength',
    'a pattern longer than allowed',
    (draft) => add(draft, fieldOf('planted', 'text', { checks: { maxLength: 4, pattern: { regex: '\\d{5}', message: words('x') } } })),
  ],
  ['wordsMissing', 'a field without a label', (draft) => add(draft, { ...ask, label: { de: '', en: ' ' } })],
  [
    'languageMissing',
    'an option in one language',
    (draft) => add(draft, fieldOf('planted', 'choice', { options: [...optionsOf('a'), { key: 'b', label: { de: 'B' } }] })),
  ],
  [
    'languageMissing',
    'a message in one language',
    (draft) => add(draft, fieldOf('planted', 'text', { checks: { pattern: { regex: 'a+', message: { en: 'x' } } } })),
  ],
  [
    'noNextStep',
    'an exit that leaves people alone',
    (draft) => {
      add(draft, ask)
      draft.exits.push(exitOf('planted', 'planted', eq('planted', true), { nextStep: {} }))
    },
  ],
  [
    'noPurpose',
    'personal data without purpose',
    (draft) => {
      draft.purpose = undefined
      add(draft, fieldOf('planted', 'iban'))
    },
  ],
  [
    'noLegalBasis',
    'personal data without legal basis',
    (draft) => {
      draft.legalBasis = ' '
      add(draft, fieldOf('planted', 'text', { dataClass: 'personal' }))
    },
  ],
  [
    'noLegalBasis',
    'a special category without its own',
    (draft) => add(draft, fieldOf('planted', 'text', { dataClass: 'special', purpose: words('x') })),
  ],
  [
    'cosignerUnreachable',
    'a second signature by somebody without an address',
    (draft) => {
      add(draft, fieldOf('planted', 'person'))
      sign(draft, 'planted')
    },
  ],
  [
    'cosignerAnonymous',
    'a second signature where the first person stays unknown',
    (draft) => {
      add(draft, reached('planted'))
      sign(draft, 'planted')
      draft.trustLevel = 'none'
    },
  ],
  [
    'cosignerNever',
    'a second signature on a condition that denies itself',
    (draft) => {
      add(draft, ask, reached('other'))
      sign(draft, 'other', { when: and(eq('planted', true), eq('planted', false)) })
    },
  ],
  [
    'openRule',
    'a rule nobody translated',
    (draft) => {
      draft.openRules = [{ ref: 'R1', place: 'F1', text: 'wenn' }]
    },
  ],
]

/** The same form with a fault in it. */
export function planted(form: FormDefinition, plant: Plant): FormDefinition {
  const draft = structuredClone(form) as unknown as Draft
  plant(draft)
  const { pages, exits, ...more } = draft
  return formOf(pages, { exits, ...more })
}

/** A field that denies the condition of one it hangs on, deep in the form; undefined if nothing there hangs on anything. */
export function withDenial(form: FormDefinition): FormDefinition | undefined {
  const draft = structuredClone(form)
  for (const page of draft.pages) {
    const of = page.items.find((item) => item.visibleIf && !isGroup(item) && item.kind === 'yesNo')
    if (!of) continue
    page.items.push(formOf([pageOf('x', [when(and(eq(of.key, true), { op: 'not', of: of.visibleIf }))])]).pages[0]!.items[0]!)
    return draft
  }
  return undefined
}
