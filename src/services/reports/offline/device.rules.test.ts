import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Category } from '../category.rules.ts'
import { dangerOn, isBlank, missingIn } from './device.rules.ts'
import { kindOnDevice } from './late.rules.ts'

const label = { de: 'x', en: 'x' }
const lamp: Pick<Category, 'danger' | 'questions' | 'anonymous'> = {
  danger: undefined,
  anonymous: false,
  questions: [
    { code: 'wires', kind: 'yesno', label, required: true, danger: '112' },
    {
      code: 'where',
      kind: 'multichoice',
      label,
      required: false,
      options: [
        { code: 'road', label, danger: '110' },
        { code: 'path', label },
      ],
    },
  ],
}
const kind = kindOnDevice(lamp)

describe('what a device knows of a kind', () => {
  it('names dangers and needs by form field', () =>
    expect(kind).toEqual({
      dangers: { 'answers[wires]': { yes: '112' }, 'answers[where][]': { road: '110' } },
      needed: ['answers[wires]'],
      contact: true,
    }))

  it('says nothing of what is harmless', () => expect(kindOnDevice({ danger: undefined, questions: [], anonymous: true })).toEqual({}))
})

describe('danger', () => {
  it.each([
    [[['answers[wires]', 'yes']], '112'],
    [[['answers[wires]', 'no']], undefined],
    [
      [
        ['answers[where][]', 'path'],
        ['answers[where][]', 'road'],
      ],
      '110',
    ],
  ] as [[string, string][], string | undefined][])('%j', (fields, number) => expect(dangerOn(kind, fields)).toBe(number))

  it('of the kind itself goes before every answer', () => expect(dangerOn({ danger: '110' }, [['answers[wires]', 'yes']])).toBe('110'))
  it('is nothing without a kind', () => expect(dangerOn(undefined, [['answers[wires]', 'yes']])).toBeUndefined())
})

describe('what is missing', () => {
  const full: [string, string][] = [
    ['text', 'Dunkel'],
    ['category', 'lamp'],
    ['answers[wires]', 'no'],
    ['placeText', 'L 1234'],
    ['email', 'nina@example.org'],
  ]
  const without = (name: string) => full.filter(([each]) => each !== name)
  it.each([
    ['nothing', full, []],
    ['words and photo', without('text'), ['needsText']],
    ['the kind', without('category'), ['needsKind']],
    ['an answer', without('answers[wires]'), ['needsAnswer']],
    ['the place', without('placeText'), ['needsPlace']],
    ['whom to answer', without('email'), ['needsEmail']],
    ['a right address', [...without('email'), ['email', 'nina@']], ['wrongEmail']],
  ] as [string, [string, string][], string[]][])('%s', (_, fields, what) =>
    expect(missingIn(kind, fields, { photos: 0, owned: false }).map((each) => each.what)).toEqual(what),
  )
  it('a photo speaks for itself, a position for the place, an account for the address', () =>
    expect(
      missingIn(
        kind,
        [
          ['category', 'lamp'],
          ['answers[wires]', 'no'],
          ['placeLat', '49'],
          ['as', 'person'],
        ],
        { photos: 1, owned: true },
      ),
    ).toEqual([]))

  it('is a blank page exactly as long as nobody wrote anything', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('text', 'as', 'email'), fc.constantFrom('', ' ', 'x'))),
        fc.nat(2),
        (fields, photos) => {
          const wrote = photos > 0 || fields.some(([name, value]) => name !== 'as' && value === 'x')
          expect(isBlank(fields, photos)).toBe(!wrote)
        },
      ),
    ))
})
