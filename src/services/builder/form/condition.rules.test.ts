import { describe, expect, it } from 'vitest'
import type { Condition } from '../../forms/index.ts'
import { dogForm } from '../../forms/testing/forms.ts'
import { calculationOf, expressionFrom } from './calculation.rules.ts'
import { conditionFrom, rowsOf } from './condition.rules.ts'
import { dayRefFrom, dayRefText } from './day-text.rules.ts'

const read = (field: string, is: Parameters<typeof conditionFrom>[1]['rows'][number]['is'], value = '') =>
  conditionFrom(dogForm, { join: 'and', rows: [{ field, is, value }] })

describe('rows of a condition', () => {
  it.each<[string, Parameters<typeof read>[1], string, Condition]>([
    ['inTown', 'eq', 'Ja', { op: 'eq', left: { field: 'inTown' }, right: { value: true } }],
    ['breed', 'ne', 'listed', { op: 'ne', left: { field: 'breed' }, right: { value: 'listed' } }],
    ['breed', 'in', 'mix; Terrier', { op: 'in', left: { field: 'breed' }, values: ['mix', 'terrier'] }],
    ['tax', 'gt', '120,50', { op: 'gt', left: { field: 'tax' }, right: { value: 12_050 } }],
    ['born', 'le', '1.6.2026', { op: 'le', left: { field: 'born' }, right: { value: '2026-06-01' } }],
    ['born', 'le', 'heute - 8 Jahre', { op: 'le', left: { field: 'born' }, right: { today: true, years: -8 } }],
    [
      'owner.birthDate',
      'youngerThan',
      '18',
      { op: 'ageOn', left: { field: 'owner', part: 'birthDate' }, on: { today: true }, is: 'lt', years: 18 },
    ],
    ['name', 'filled', '', { op: 'not', of: { op: 'isEmpty', left: { field: 'name' } } }],
    ['address', 'inArea', 'nord', { op: 'inArea', left: { field: 'address' }, area: 'nord' }],
  ])('%s %s %s', (field, is, value, condition) => {
    expect(read(field, is, value)).toEqual({ condition })
    const rows = rowsOf(dogForm, condition)!
    expect(conditionFrom(dogForm, rows)).toEqual({ condition })
  })

  it('say where they cannot be read', () => {
    expect(read('gone', 'eq', 'x')).toEqual({ fault: { at: 0, what: 'field' } })
    expect(read('breed', 'eq', 'Dackel')).toEqual({ fault: { at: 0, what: 'value' } })
    expect(read('tax', 'eq', 'viel')).toEqual({ fault: { at: 0, what: 'value' } })
    expect(read('born', 'eq', 'neulich')).toEqual({ fault: { at: 0, what: 'value' } })
  })

  it('join by and or or; none are no condition; what is deeper is not said by rows', () => {
    const rows = [
      { field: 'inTown', is: 'eq' as const, value: 'nein' },
      { field: 'reduced', is: 'filled' as const, value: '' },
    ]
    const both = conditionFrom(dogForm, { join: 'or', rows })
    expect(both).toMatchObject({ condition: { op: 'or', of: [{ op: 'eq' }, { op: 'not' }] } })
    expect('condition' in both && rowsOf(dogForm, both.condition)).toEqual({ join: 'or', rows })
    expect(conditionFrom(dogForm, { join: 'and', rows: [] })).toEqual({ condition: undefined })
    const deep: Condition = { op: 'and', of: [{ op: 'or', of: [{ op: 'isEmpty', left: { field: 'name' } }] }] }
    expect(rowsOf(dogForm, deep)).toBeUndefined()
  })
})

it.each([
  ['heute', { today: true }],
  ['heute + 14', { today: true, days: 14 }],
  ['heute - 18 Jahre', { today: true, years: -18 }],
  ['29.2.2028', { day: '2028-02-29' }],
  ['=beginn', { field: 'beginn' }],
  ['=owner.birthDate', { field: 'owner', part: 'birthDate' }],
])('a day is written as %s and read back', (text, ref) => {
  expect(dayRefFrom(text)).toEqual(ref)
  expect(dayRefText(dayRefFrom(text))).toBe(text)
})

it.each(['29.2.2027', 'gestern', 'heute + 99999999', '2026-13-01', '='])('%s is no day', (text) => {
  expect(dayRefFrom(text)).toBeUndefined()
})

it.each([
  { way: 'fixed', amount: 1500 } as const,
  { way: 'sum', fields: ['a', 'b'] },
  { way: 'times', field: 'count', amount: 250 } as const,
  { way: 'count', group: 'dogs', amount: 6000 } as const,
  { way: 'table', field: 'breed', table: { mix: 1, listed: 2 } } as const,
])('a calculation as $way is read back from its formula', (calculation) => {
  expect(calculationOf(expressionFrom(calculation as never, undefined))).toEqual(calculation)
})

it('a formula of its own is kept', () => {
  const tax = dogForm.pages[3]!.items[0]!
  const expression = tax.kind === 'group' ? undefined : tax.expression
  expect(calculationOf(expression)).toEqual({ way: 'own' })
  expect(expressionFrom({ way: 'own' }, expression)).toBe(expression)
})
