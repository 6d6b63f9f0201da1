import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appended, emptyVariables, fillIn, fits, type TextBlock, unknownVariables, type Values, variables } from './text-block.rules.ts'

const values: Values = {
  nummer: 'M-7K4P-29QX',
  art: 'Schlagloch',
  ort: 'Lindenstraße 12',
  stelle: 'Tiefbauamt',
  stand: 'In Arbeit',
  frist: '4. März 2026',
  heute: '1. März 2026',
}
const block: TextBlock = {
  id: '1',
  name: 'Danke',
  unitId: undefined,
  categoryId: undefined,
  step: undefined,
  text: { de: 'Danke', en: 'Thanks' },
  changedAt: new Date(0),
  changedBy: undefined,
  closedAt: undefined,
}

describe('a text block', () => {
  it.each([
    ['Zu {nummer}: {art}, {ort}', 'Zu M-7K4P-29QX: Schlagloch, Lindenstraße 12'],
    ['{ frist }', '4. März 2026'],
    ['{Frist} {}', '{Frist} {}'],
    ['ohne', 'ohne'],
  ])('%s', (text, expected) => expect(fillIn(text, values)).toBe(expected))

  it('names what is no variable', () => expect(unknownVariables('{nummer} {nunmer} {}')).toEqual(['nunmer', '']))

  it('leaves nothing in braces where all variables are known', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...variables)), (names) => {
        const text = names.map((name) => `{${name}}`).join(' ')
        expect(unknownVariables(text)).toEqual([])
        expect(fillIn(text, values)).toBe(names.map((name) => values[name]).join(' '))
      }),
    ))

  it('does not fill in what a value brings', () => expect(fillIn('{ort}', { ...values, ort: '{nummer}' })).toBe('{nummer}'))

  it('names what stays empty, and only what the text uses', () => {
    const bare = { ...values, stelle: ' ', frist: '' }
    expect(emptyVariables('{stelle} bis { frist }', bare)).toEqual(['stelle', 'frist'])
    expect(emptyVariables('{nummer} bei {ort}', bare)).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...variables)), fc.subarray([...variables]), (used, empty) => {
        const some = Object.fromEntries(variables.map((name) => [name, empty.includes(name) ? '' : 'x'])) as Values
        const found = emptyVariables(used.map((name) => `{${name}}`).join(' '), some)
        expect(new Set(found)).toEqual(new Set(used.filter((name) => empty.includes(name))))
      }),
    )
  })

  it('keeps what was typed', () =>
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const text = appended(typed, 'Danke')
        expect(text.startsWith(typed.trim() === '' ? '' : typed.trimEnd())).toBe(true)
        expect(text.endsWith('Danke')).toBe(true)
      }),
    ))

  const at = { unitIds: ['u'], categoryId: 'c' }
  it.each<[string, Partial<TextBlock>, boolean]>([
    ['for all', {}, true],
    ['of the own unit', { unitId: 'u' }, true],
    ['of another unit', { unitId: 'v' }, false],
    ['for this category', { categoryId: 'c' }, true],
    ['for another category', { categoryId: 'd' }, false],
    ['taken out', { closedAt: new Date(0) }, false],
  ])('%s: %s', (_, more, expected) => expect(fits({ ...block, ...more }, at)).toBe(expected))
})
