import { expect, it, test } from 'vitest'
import { FormDefinition } from './form.rules.ts'
import { dogForm, eq, fieldOf, formOf, pageOf, words } from './testing/forms.ts'

it('a form outlives being kept as JSON', () => {
  expect(FormDefinition.parse(JSON.parse(JSON.stringify(dogForm)))).toEqual(dogForm)
})

function deep(levels: number): unknown {
  let condition: unknown = eq('x', true)
  for (let n = 0; n < levels; n++) condition = { op: 'not', of: condition }
  return condition
}
const groups = (levels: number): unknown =>
  levels === 0
    ? fieldOf('x', 'text')
    : { kind: 'group', key: `g${levels}`, label: words('g'), itemLabel: words('g'), min: 0, max: 2, items: [groups(levels - 1)] }

test('what is nested too deeply is refused, not followed', () => {
  expect(() => formOf([pageOf('a', [groups(2)])])).not.toThrow()
  expect(() => formOf([pageOf('a', [groups(3)])])).toThrow()
  expect(() => formOf([pageOf('a', [fieldOf('x', 'text', { visibleIf: deep(10) })])])).not.toThrow()
  expect(FormDefinition.safeParse({ pages: [deep(50_000)] }).success).toBe(false)
})

test.each([
  ['a key that is no key', pageOf('a', [fieldOf('__proto__', 'text')])],
  ['a kind that there is not', pageOf('a', [fieldOf('x', 'video')])],
  ['a condition without a field', pageOf('a', [fieldOf('x', 'text', { visibleIf: { op: 'isEmpty' } })])],
])('%s is refused', (_, page) => {
  expect(() => formOf([page])).toThrow()
})
