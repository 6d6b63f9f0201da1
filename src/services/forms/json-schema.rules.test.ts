import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { evaluate } from './evaluate.rules.ts'
import { jsonSchemaOf } from './json-schema.rules.ts'
import { fill } from './testing/fill.ts'
import { dogAnswers, dogForm, eq, facts, fieldOf, formOf, optionsOf, pageOf } from './testing/forms.ts'
import { fitsSchema } from './testing/json-schema.ts'
import { type Size, soundForm } from './testing/sound-form.ts'

const size: fc.Arbitrary<Size> = fc.record({
  seed: fc.nat(),
  pages: fc.integer({ min: 1, max: 4 }),
  fields: fc.integer({ min: 1, max: 6 }),
})

it('what may be submitted fits, for any form', () => {
  fc.assert(
    fc.property(size, fc.nat(), (of, seed) => {
      const form = soundForm(of)
      const { evaluation } = fill(form, seed)
      expect(evaluation.errors).toEqual([])
      expect(fitsSchema(jsonSchemaOf(form), JSON.parse(JSON.stringify(evaluation.values)))).toBe(true)
    }),
    { numRuns: 150 },
  )
})

const dogs = evaluate(dogForm, dogAnswers, facts).values
test.each<[string, Record<string, unknown>, boolean]>([
  ['all as it is', {}, true],
  ['without a required answer', { inTown: undefined }, false],
  ['with what the form does not know', { more: 1 }, false],
  ['with what is hidden', { inTown: false }, false],
  ['without an entry', { dogs: [] }, false],
  ['with a wrong option', { dogs: [{ name: 'x', breed: 'cat', born: '2020-01-01' }] }, false],
  ['without the declaration', { truth: false }, false],
  ['money in euros', { tax: 12.5 }, false],
])('registering dogs %s: %s', (_, more, fits) => {
  expect(fitsSchema(jsonSchemaOf(dogForm), JSON.parse(JSON.stringify({ ...dogs, ...more })))).toBe(fits)
})

test('conditions between answers become rules, others a comment', () => {
  const form = formOf([
    pageOf('a', [
      fieldOf('m', 'multiChoice', { options: optionsOf('a', 'b') }),
      fieldOf('n', 'number', { visibleIf: eq('m', 'a') }),
      fieldOf('x', 'text', { visibleIf: { op: 'gt', left: { field: 'n' }, right: { value: 5 } } }),
      fieldOf('y', 'text', { optional: true, requiredIf: { op: 'isEmpty', left: { field: 'n' } } }),
      fieldOf('z', 'text', { optional: true, visibleIf: { op: 'inArea', left: { field: 'm' }, area: 'nord' } }),
    ]),
  ])
  const schema = jsonSchemaOf(form)
  const fits = (value: unknown) => fitsSchema(schema, value)
  expect(fits({ m: ['a'], n: 3 })).toBe(true)
  expect(fits({ m: ['a'] })).toBe(false)
  expect(fits({ m: ['b'], y: 'y' })).toBe(true)
  expect(fits({ m: ['b'] })).toBe(false)
  expect(fits({ m: ['b'], n: 3 })).toBe(false)
  expect(fits({ m: ['a'], n: 6 })).toBe(false)
  expect(fits({ m: ['a', 'b'], n: 6, x: 'x' })).toBe(true)
  expect(JSON.stringify(schema)).toContain('$comment')
})
