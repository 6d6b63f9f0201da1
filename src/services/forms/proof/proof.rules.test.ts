import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { evaluate } from '../evaluate.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { dogForm, eq, facts, fieldOf, formOf, optionsOf, pageOf, words } from '../testing/forms.ts'
import { planted, plants, withDenial } from '../testing/planted.ts'
import { type Size, soundForm } from '../testing/sound-form.ts'
import { type FindingKind, findingKinds } from './finding.rules.ts'
import { findingWords } from './finding-words.ts'
import { canPublish, proveForm } from './proof.rules.ts'
import { proofTexts } from './texts.ts'

registerTexts(proofTexts)

const known = { today: facts.today, attributes: ['email'] }
const faults = (form: FormDefinition) => proveForm(form, known).filter(({ grade }) => grade === 'fault')
const kinds = (form: FormDefinition) => proveForm(form, known).map(({ kind }) => kind)
const size: fc.Arbitrary<Size> = fc.record({
  seed: fc.nat(),
  pages: fc.integer({ min: 1, max: 5 }),
  fields: fc.integer({ min: 1, max: 7 }),
})

it('the form for dogs is sound', () => expect(proveForm(dogForm, known)).toEqual([]))

it('no sound form is refused', () => {
  fc.assert(
    fc.property(size, (of) => {
      const form = soundForm(of)
      expect(faults(form)).toEqual([])
      expect(canPublish(proveForm(form, known))).toBe(true)
      expect(kinds(form)).not.toContain('notDecided')
    }),
    { numRuns: 120 },
  )
})

describe('a planted fault is found in any form', () => {
  test.each(plants)('%s: %s', (kind, _, plant) => {
    fc.assert(
      fc.property(size, (of) => {
        expect(kinds(planted(soundForm(of), plant))).toContain(kind)
      }),
      { numRuns: 4 },
    )
  })

  it('a field that denies what it hangs on', () => {
    let planted = 0
    fc.assert(
      fc.property(size, (of) => {
        const form = withDenial(soundForm(of))
        if (form && ++planted) expect(kinds(form)).toContain('unreachableItem')
      }),
      { numRuns: 60 },
    )
    expect(planted).toBeGreaterThan(3)
  })

  it('there is a plant for each kind of fault', () => {
    const faultKinds = Object.keys(findingKinds).filter((kind) => findingKinds[kind as FindingKind] === 'fault')
    expect(faultKinds.filter((kind) => !plants.some(([planted]) => planted === kind))).toEqual([])
  })
})

/** Small forms with conditions that may well contradict each other, of which all answers can be tried. */
const wildForm = fc
  .array(
    fc.record({
      kind: fc.constantFrom('yesNo', 'choice', 'number', 'multiChoice'),
      optional: fc.boolean(),
      own: fc.boolean(),
      conditions: fc.array(
        fc.record({ at: fc.nat(10), op: fc.constantFrom('eq', 'ne', 'lt', 'isEmpty'), value: fc.nat(2), not: fc.boolean() }),
        {
          maxLength: 3,
        },
      ),
      join: fc.constantFrom('and', 'or'),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((fields) => {
    const valuesOf = (kind: string): (string | number | boolean)[] =>
      kind === 'yesNo' ? [true, false] : kind === 'number' ? [1, 2, 3] : kind === 'multiChoice' ? ['a', 'b'] : ['a', 'b', 'c']
    const pages = fields.map(({ kind, optional, conditions, join, own }, at) => {
      const of = conditions.slice(0, at).map(({ at: target, op, value, not }) => {
        const to = fields[target % at]!
        const left = { field: `f${target % at}` }
        const values = valuesOf(to.kind)
        const one = op === 'isEmpty' ? { op, left } : { op, left, right: { value: values[value % values.length]! } }
        return not ? { op: 'not', of: one } : one
      })
      const options =
        kind === 'choice'
          ? { options: optionsOf('a', 'b', 'c') }
          : kind === 'multiChoice'
            ? { options: optionsOf('a', 'b'), checks: { maxChosen: 1 } }
            : {}
      const checks = kind === 'number' ? { checks: { min: 1, max: 3 } } : {}
      const field = fieldOf(`f${at}`, kind, { optional, ...options, ...checks, ...(of.length && { visibleIf: { op: join, of } }) })
      return { field, own }
    })
    const list: unknown[][] = []
    for (const { field, own } of pages) {
      const last = list.at(-1)
      if (own || !last) list.push([field])
      else last.push(field)
    }
    const asked = pages.map(({ field }) => ({
      key: field.key,
      values: [undefined, ...valuesOf(field.kind).map((value) => (field.kind === 'multiChoice' ? [value] : value))],
    }))
    return { form: formOf(list.map((items, at) => pageOf(`p${at}`, items))), asked }
  })

function* everyAnswer(asked: { key: string; values: unknown[] }[], at = 0): Generator<Record<string, unknown>> {
  const field = asked[at]
  if (!field) yield {}
  else for (const rest of everyAnswer(asked, at + 1)) for (const value of field.values) yield { ...rest, [field.key]: value }
}

it('what it calls unreachable is what no answers reach, and nothing else', () => {
  let unreachable = 0
  fc.assert(
    fc.property(wildForm, ({ form, asked }) => {
      const reached = new Set<string>()
      for (const answers of everyAnswer(asked)) {
        for (const page of evaluate(form, answers, facts).pages) {
          for (const { path } of page.nodes) reached.add(path)
          if (page.errors.length > 0) break
        }
      }
      const told = proveForm(form, known)
      const lost = form.pages.flatMap(({ key, items }) =>
        items
          .filter((item) =>
            told.some(
              ({ kind, place }) =>
                place.page === key && (kind === 'unreachablePage' || (kind === 'unreachableItem' && place.path === item.key)),
            ),
          )
          .map((item) => item.key),
      )
      unreachable += lost.length
      expect(lost).toEqual(form.pages.flatMap(({ items }) => items.map(({ key }) => key)).filter((key) => !reached.has(key)))
      expect(told.some(({ kind }) => kind === 'notDecided')).toBe(false)
    }),
    { numRuns: 100 },
  )
  expect(unreachable).toBeGreaterThan(5)
})

test('where one of two options must be chosen, what asks for neither of them is never reached', () => {
  const form = formOf([
    pageOf('first', [fieldOf('way', 'multiChoice', { options: ['a', 'b'].map((key) => ({ key, label: words(key, key) })) })]),
    pageOf('second', [
      fieldOf('sure', 'yesNo', { visibleIf: than('ne', 'way', 'b') }),
      fieldOf('lost', 'yesNo', { visibleIf: { op: 'and', of: [{ op: 'not', of: eq('way', 'a') }, eq('sure', true)] } }),
      fieldOf('last', 'yesNo'),
    ]),
  ])
  const told = proveForm(form, known).filter(({ kind }) => kind === 'unreachableItem')
  expect(told.map(({ place }) => place.path)).toEqual(['lost'])
})

const than = (op: string, field: string, right: unknown) => ({
  op,
  left: { field },
  right: typeof right === 'object' ? right : { value: right },
})
test.each<[string, unknown[], unknown[]]>([
  [
    'three days in order between two others',
    [fieldOf('a', 'date'), fieldOf('b', 'date'), fieldOf('c', 'date')],
    [than('gt', 'a', '2020-01-01'), than('lt', 'a', { field: 'b' }), than('lt', 'b', { field: 'c' }), than('lt', 'c', '2020-01-05')],
  ],
  [
    'one day where the bounds of two overlap',
    [
      fieldOf('a', 'date', { checks: { latest: { day: '2020-01-05' } } }),
      fieldOf('b', 'date', { checks: { earliest: { day: '2019-12-30' } } }),
    ],
    [than('eq', 'a', { field: 'b' })],
  ],
  [
    'one number where the bounds of two overlap',
    [fieldOf('a', 'number', { checks: { max: 100 } }), fieldOf('b', 'number', { checks: { min: 90 } })],
    [than('eq', 'a', { field: 'b' }), than('ne', 'a', 100), than('ne', 'a', 90)],
  ],
  ['a tenth between two numbers', [fieldOf('a', 'number', { decimals: 1 })], [than('gt', 'a', 2), than('lt', 'a', 2.2)]],
  ['half past', [fieldOf('a', 'time')], [than('gt', 'a', '10:00'), than('lt', 'a', '10:02')]],
  [
    'exactly eighteen on a day',
    [fieldOf('a', 'date')],
    [
      { op: 'ageOn', left: { field: 'a' }, on: { day: '2026-06-15' }, is: 'ge', years: 18 },
      { op: 'not', of: { op: 'ageOn', left: { field: 'a' }, on: { day: '2026-06-14' }, is: 'ge', years: 18 } },
    ],
  ],
  [
    'two of three options',
    [fieldOf('a', 'multiChoice', { options: optionsOf('x', 'y', 'z'), checks: { maxChosen: 2 } })],
    [eq('a', 'x'), eq('a', 'z'), { op: 'not', of: eq('a', 'y') }],
  ],
])('what is possible in a narrow place is possible: %s', (_, fields, of) => {
  expect(proveForm(formOf([pageOf('p', [...fields, fieldOf('target', 'text', { visibleIf: { op: 'and', of } })])]), known)).toEqual([])
})

describe('hints keep nothing back', () => {
  const hinted = (items: unknown[], more = {}) => proveForm(formOf([pageOf('a', items)], more), known)

  test.each<[FindingKind, unknown[]]>([
    ['alreadyKnown', [fieldOf('x', 'email')]],
    ['askedTwice', [fieldOf('x', 'text', { onceOnly: 'dog' }), fieldOf('y', 'text', { onceOnly: 'dog' })]],
    ['oneOption', [fieldOf('x', 'choice', { options: optionsOf('a') })]],
    ['trustTooLow', [fieldOf('x', 'text', { trustLevel: 'hoch' })]],
    ['unusedSetting', [fieldOf('x', 'text', { options: optionsOf('a') })]],
    [
      'notToday',
      [
        fieldOf('x', 'date', { checks: { latest: { today: true } } }),
        fieldOf('y', 'text', { visibleIf: { op: 'ge', left: { field: 'x' }, right: { value: '2026-12-31' } } }),
      ],
    ],
    [
      'notDecided',
      [
        fieldOf('s', 'calculated', { expression: { op: 'value', value: 1 } }),
        fieldOf('y', 'text', { visibleIf: { op: 'gt', left: { field: 's' }, right: { value: 5 } } }),
      ],
    ],
    [
      'priceMissing',
      [
        fieldOf('x', 'choice', { options: optionsOf('a', 'b') }),
        fieldOf('s', 'calculated', { expression: { op: 'lookup', field: 'x', table: { a: 1 } } }),
      ],
    ],
  ])('%s', (kind, items) => {
    const findings = hinted(items)
    expect(findings.map((one) => one.kind)).toEqual([kind])
    expect(canPublish(findings)).toBe(true)
  })

  it('what is offered to be taken over is no hint', () => {
    expect(hinted([fieldOf('x', 'email', { prefill: { source: 'account', attribute: 'email' } })])).toEqual([])
  })
})

it('a form made to keep it busy is answered in time, and honestly', () => {
  const many = Array.from({ length: 40 }, (_, n) => fieldOf(`y${n}`, 'yesNo', { optional: true }))
  const odd = (at: number): unknown =>
    at === 12
      ? eq(`y${at}`, true)
      : {
          op: 'or',
          of: [
            { op: 'and', of: [eq(`y${at}`, true), { op: 'not', of: eq(`y${at + 20}`, true) }] },
            { op: 'and', of: [{ op: 'not', of: eq(`y${at}`, true) }, eq(`y${at + 20}`, true)] },
          ],
        }
  const all = {
    op: 'and',
    of: [...Array.from({ length: 12 }, (_, n) => odd(n)), { op: 'and', of: [eq('y13', true), { op: 'not', of: eq('y13', true) }] }],
  }
  const targets = Array.from({ length: 10 }, (_, n) => fieldOf(`t${n}`, 'text', { visibleIf: all }))
  const started = performance.now()
  const found = new Set(kinds(formOf([pageOf('a', many), pageOf('b', targets)])))
  expect(performance.now() - started).toBeLessThan(20_000)
  // Either it saw the contradiction at once or it says that it did not.
  expect(found.has('notDecided') || found.has('unreachableItem')).toBe(true)
})

it('each finding has words in both languages that name the place', () => {
  for (const [, , plant] of plants) {
    const form = planted(dogForm, plant)
    for (const finding of proveForm(form, known)) {
      for (const locale of ['de', 'en'] as const) {
        const { where, what } = findingWords(form, finding, locale)
        expect(where).not.toBe('')
        expect(what).not.toMatch(/undefined|\{[a-zA-Z]+\}|form\./)
      }
    }
  }
  const [finding] = proveForm(
    planted(dogForm, (draft) => draft.pages.push(pageOf('gone', [], { title: words('Leer', 'Empty') }))),
    known,
  )
  expect(findingWords(dogForm, { ...finding!, place: { page: 'dogs', path: 'dogs.breed', option: 'mix' } }, 'de').where).toBe(
    'Seite „dogs“, „breed“, Auswahl „mix“',
  )
})
