import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Condition } from './condition.rules.ts'
import { conditionHolds, evaluate } from './evaluate.rules.ts'
import { feeOf, filesIn, fillMinutes, neededDocuments } from './outline.rules.ts'
import { dogAnswers, dogForm, eq, facts, fieldOf, formOf, optionsOf, pageOf, words } from './testing/forms.ts'
import { errorsOn, nextStep, previousPage, stepToResume } from './way.rules.ts'

const look = (answers: unknown) => evaluate(dogForm, answers, facts)
const codes = (answers: unknown) => look(answers).errors.map(({ path, code }) => `${path} ${code}`)

describe('registering dogs', () => {
  it('is ready when all is given; the fee is calculated from each dog', () => {
    const whole = look(dogAnswers)
    expect(whole.errors).toEqual([])
    expect(whole.ready).toBe(true)
    expect(whole.values.tax).toBe(66_000)
    expect(whole.values.dogs).toEqual([
      { name: 'Bello', breed: 'mix', born: '2024-02-29' },
      { name: 'Rex', breed: 'listed', permit: 'HH-12', born: '2025-01-01' },
    ])
    expect(feeOf(whole)).toBe(66_000)
    expect(feeOf(look({ ...dogAnswers, reduced: true, tax: 1 }))).toBe(33_000)
  })

  it('drops what is not to be seen: outer answers reach into the group', () => {
    const { values, fields } = look({ ...dogAnswers, reduced: true, guardian: { firstName: 'X', lastName: 'Y' }, strange: 1 })
    expect(values.guardian).toBeUndefined()
    expect(values.strange).toBeUndefined()
    expect((values.dogs as { permit?: string }[])[1]!.permit).toBeUndefined()
    expect(fields.has('dogs.1.permit')).toBe(false)
    expect(fields.get('dogs.0.name')?.value).toBe('Bello')
  })

  it('asks the guardian of who is not yet of age', () => {
    expect(codes({ ...dogAnswers, owner: { ...dogAnswers.owner, birthDate: '2008-06-15' } })).toEqual([])
    expect(codes({ ...dogAnswers, owner: { ...dogAnswers.owner, birthDate: '2008-06-16' } })).toEqual(['guardian required'])
  })

  it('names each fault with its place', () => {
    expect(
      codes({
        ...dogAnswers,
        owner: { firstName: 'A' },
        iban: 'DE1',
        truth: '',
        dogs: [{ name: 'x'.repeat(31), breed: 'cat', born: '16.6.2026' }, 7],
      }),
    ).toEqual([
      'owner.lastName required',
      'dogs.0.name tooLong',
      'dogs.0.breed choice',
      'dogs.0.born tooLate',
      'dogs.1.name required',
      'dogs.1.breed required',
      'dogs.1.born required',
      'iban iban',
      'truth declaration',
    ])
    expect(codes({ ...dogAnswers, dogs: [] })).toEqual(['dogs tooFewItems'])
    expect(codes({ ...dogAnswers, dogs: Array(4).fill(dogAnswers.dogs[0]) })).toEqual(['dogs tooManyItems'])
  })

  it('leads from page to page, out at an exit, and back to where something is missing', () => {
    const whole = look(dogAnswers)
    expect(nextStep(whole, 'where')).toEqual({ to: 'page', key: 'owner' })
    expect(nextStep(whole, 'pay')).toEqual({ to: 'review' })
    expect(nextStep(whole, 'gone')).toEqual({ to: 'page', key: 'where' })
    expect(previousPage(whole, 'dogs')).toBe('owner')
    expect(previousPage(whole, 'where')).toBeUndefined()
    expect(stepToResume(whole)).toEqual({ to: 'review' })
    const out = look({ ...dogAnswers, inTown: 'no' })
    expect(out.exit?.key).toBe('elsewhere')
    expect(out.ready).toBe(false)
    expect(nextStep(out, 'where')).toEqual({ to: 'exit', key: 'elsewhere' })
    expect(stepToResume(out)).toEqual({ to: 'exit', key: 'elsewhere' })
    const half = look({ ...dogAnswers, dogs: [] })
    expect(stepToResume(half)).toEqual({ to: 'page', key: 'dogs' })
    expect(errorsOn(half, 'dogs')).toHaveLength(1)
  })

  it('tells what is needed before it begins', () => {
    expect(neededDocuments(dogForm)).toEqual([
      { path: 'proofOfReduction', label: words('proofOfReduction'), help: undefined, optional: false, when: [eq('reduced', true)] },
    ])
    expect(fillMinutes(dogForm)).toBeGreaterThan(1)
    expect(filesIn(look({ ...dogAnswers, reduced: true, proofOfReduction: ['f1', 'f2'] }))).toEqual([
      { path: 'proofOfReduction', ids: ['f1', 'f2'] },
    ])
  })
})

test('a page on which nothing is to be seen is left out', () => {
  const form = formOf([
    pageOf('a', [fieldOf('x', 'yesNo')]),
    pageOf('b', [fieldOf('y', 'text', { visibleIf: eq('x', true) })]),
    pageOf('c', [fieldOf('z', 'text')], { visibleIf: eq('x', false) }),
  ])
  const pages = (x: unknown) => evaluate(form, { x, y: 'y', z: 'z' }, facts).pages.map(({ key }) => key)
  expect(pages(true)).toEqual(['a', 'b'])
  expect(pages(false)).toEqual(['a', 'c'])
  expect(pages(undefined)).toEqual(['a'])
})

test('who hides a field hides what hangs on it', () => {
  const form = formOf([
    pageOf('a', [
      fieldOf('x', 'yesNo'),
      fieldOf('y', 'yesNo', { visibleIf: eq('x', true) }),
      fieldOf('z', 'text', { visibleIf: eq('y', true) }),
      fieldOf('w', 'text', { visibleIf: { op: 'isEmpty', left: { field: 'y' } } }),
    ]),
  ])
  expect(evaluate(form, { x: false, y: true, z: 'z', w: 'w' }, facts).values).toEqual({ x: false, w: 'w' })
})

test('conditions that turn in a circle end, and an option is offered only where its condition holds', () => {
  const form = formOf([
    pageOf('a', [
      fieldOf('x', 'text', { visibleIf: eq('y', 'a') }),
      fieldOf('y', 'text', { visibleIf: eq('x', 'a') }),
      fieldOf('k', 'yesNo'),
      fieldOf('c', 'choice', { options: [...optionsOf('a'), { ...optionsOf('b')[0]!, onlyIf: eq('k', true) }] }),
    ]),
  ])
  expect(evaluate(form, { x: 'a', y: 'a', k: false, c: 'b' }, facts).errors.map(({ code }) => code)).toEqual(['choice'])
  expect(evaluate(form, { x: 'a', y: 'a', k: true, c: 'b' }, facts).values).toEqual({ k: true, c: 'b' })
})

test.each([
  [{ op: 'in', left: { field: 'm' }, values: ['a', 'z'] }, true],
  [{ op: 'eq', left: { field: 'm' }, right: { value: 'b' } }, true],
  [{ op: 'ne', left: { field: 'm' }, right: { value: 'b' } }, false],
  [{ op: 'ne', left: { field: 'none' }, right: { value: 'b' } }, true],
  [{ op: 'lt', left: { field: 'none' }, right: { value: 1 } }, false],
  [{ op: 'not', of: { op: 'lt', left: { field: 'none' }, right: { value: 1 } } }, true],
  [{ op: 'le', left: { field: 'd' }, right: { today: true, days: 1 } }, true],
  [{ op: 'gt', left: { field: 'd' }, right: { field: 'd2' } }, false],
  [{ op: 'inArea', left: { field: 'p' }, area: 'nord' }, true],
  [{ op: 'inArea', left: { field: 'p' }, area: 'sued' }, false],
  [
    {
      op: 'or',
      of: [
        { op: 'isEmpty', left: { field: 'm' } },
        { op: 'ge', left: { field: 'n' }, right: { value: 5 } },
      ],
    },
    true,
  ],
  [{ op: 'ageOn', left: { field: 'leap' }, on: { day: '2026-02-28' }, is: 'ge', years: 18 }, false],
  [{ op: 'ageOn', left: { field: 'leap' }, on: { day: '2026-03-01' }, is: 'ge', years: 18 }, true],
])('%j is %s', (condition, expected) => {
  const form = formOf([
    pageOf('a', [
      fieldOf('m', 'multiChoice', { options: optionsOf('a', 'b') }),
      fieldOf('n', 'number'),
      fieldOf('d', 'date'),
      fieldOf('d2', 'date'),
      fieldOf('leap', 'date'),
      fieldOf('p', 'place'),
      fieldOf('none', 'number'),
      fieldOf('it', 'info', { visibleIf: condition }),
    ]),
  ])
  const answers = { m: ['a', 'b'], n: 5, d: '2026-06-16', d2: '2026-06-17', leap: '2008-02-29', p: { lat: 52.5, lon: 13 } }
  expect(evaluate(form, answers, facts).fields.has('it')).toBe(expected)
  expect(conditionHolds(form, answers, facts, condition as Condition)).toBe(expected)
})

const n = (field: string) => ({ op: 'field', field })
const v = (value: number) => ({ op: 'value', value })
test.each([
  [{ op: 'sum', of: [n('a'), n('none'), v(1)] }, 1251],
  [{ op: 'product', of: [n('a'), n('none')] }, undefined],
  [{ op: 'product', of: [v(1005), v(0.5)] }, 503],
  [{ op: 'product', of: [n('a'), v(0.19)] }, 238],
  [{ op: 'product', of: [v(100), v(0.285)] }, 29],
  [{ op: 'quotient', left: n('a'), right: v(0) }, undefined],
  [{ op: 'difference', left: v(1), right: n('a') }, -1249],
  [{ op: 'smallest', of: [n('none'), n('a'), v(2000)] }, 1250],
  [{ op: 'largest', of: [n('none')] }, undefined],
  [{ op: 'days', from: { field: 'd' }, to: { field: 'e' }, inclusive: true }, 3],
  [{ op: 'count', group: 'g' }, 2],
  [{ op: 'count', group: 'g', where: eq('k', 'y') }, 1],
  [{ op: 'sumOver', group: 'g', of: { op: 'product', of: [n('q'), n('a')] } }, 3750],
  [{ op: 'lookup', field: 'm', table: { x: 100, y: 250 } }, 350],
  [{ op: 'lookup', field: 'none', table: { x: 1 }, otherwise: 5 }, undefined],
  [{ op: 'round', of: n('a'), decimals: -2, way: 'up' }, 1300],
  [{ op: 'round', of: n('a'), decimals: -2, way: 'half' }, 1300],
  [{ op: 'round', of: n('a'), decimals: -2, way: 'down' }, 1200],
  [{ op: 'field', field: 'yes' }, 1],
  [{ op: 'product', of: [v(1e12), v(1e12)] }, undefined],
])('%j makes %j', (expression, expected) => {
  const form = formOf([
    pageOf('p', [
      fieldOf('out', 'calculated', { result: 'money', expression }),
      fieldOf('a', 'money'),
      fieldOf('none', 'number', { optional: true }),
      fieldOf('yes', 'yesNo'),
      fieldOf('d', 'date'),
      fieldOf('e', 'date'),
      fieldOf('m', 'multiChoice', { options: optionsOf('x', 'y') }),
      {
        kind: 'group',
        key: 'g',
        label: words('g'),
        itemLabel: words('g'),
        min: 0,
        max: 5,
        items: [fieldOf('q', 'number'), fieldOf('k', 'choice', { options: optionsOf('x', 'y') })],
      },
    ]),
  ])
  const answers = {
    a: '12,50',
    yes: true,
    d: '1.3.2026',
    e: '3.3.2026',
    m: ['y', 'x'],
    g: [
      { q: 1, k: 'x' },
      { q: 2, k: 'y' },
    ],
    out: 7,
  }
  expect(evaluate(form, answers, facts).values.out).toBe(expected)
})

/** Answers near to what the form asks, and far from it. */
const someAnswers = fc.oneof(
  fc.jsonValue(),
  fc.record(
    Object.fromEntries(
      ['inTown', 'address', 'owner', 'guardian', 'reduced', 'proofOfReduction', 'dogs', 'tax', 'iban', 'truth'].map((key) => [
        key,
        fc.oneof(
          fc.constant((dogAnswers as Record<string, unknown>)[key]),
          fc.jsonValue(),
          fc.boolean(),
          fc.array(
            fc.record(
              { name: fc.string(), breed: fc.constantFrom('mix', 'listed', 'x'), permit: fc.jsonValue(), born: fc.constant('2020-01-01') },
              { requiredKeys: [] },
            ),
          ),
        ),
      ]),
    ),
    { requiredKeys: [] },
  ),
)

describe('whatever is answered', () => {
  it('nothing is thrown, and what is kept is kept again', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const first = look(answers)
        const kept = JSON.parse(JSON.stringify(first.values))
        expect(kept).toEqual(first.values)
        expect(look(kept).values).toEqual(first.values)
        expect(first.ready).toBe(first.errors.length === 0 && !first.exit)
      }),
      { numRuns: 500 },
    )
  })

  it('the order of answers does not matter', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        if (typeof answers !== 'object' || !answers || Array.isArray(answers)) return
        const turned = Object.fromEntries(Object.entries(answers).reverse())
        expect(look(turned)).toEqual(look(answers))
      }),
      { numRuns: 200 },
    )
  })
})
