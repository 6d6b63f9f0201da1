import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { evaluate } from '../evaluate.rules.ts'
import { dogForm, eq, facts, fieldOf, formOf, pageOf } from '../testing/forms.ts'
import { formTexts } from '../texts.ts'
import { pageErrors } from './errors.rules.ts'
import { countName, fieldName } from './names.rules.ts'
import { pageSent, withPage } from './page-answers.rules.ts'
import { answersSent, changedGroup } from './sent.rules.ts'
import { answerAt, shownText } from './shown.rules.ts'

registerTexts(formTexts)

const nested = formOf([
  pageOf('one', [
    fieldOf('name', 'text'),
    fieldOf('many', 'multiChoice', { options: [] }),
    fieldOf('who', 'person'),
    fieldOf('spot', 'place'),
    fieldOf('told', 'text', { readOnly: true }),
    {
      kind: 'group',
      key: 'houses',
      label: { de: 'H', en: 'H' },
      itemLabel: { de: 'H {n}', en: 'H {n}' },
      min: 1,
      max: 3,
      items: [
        fieldOf('street', 'text'),
        {
          kind: 'group',
          key: 'rooms',
          label: { de: 'R', en: 'R' },
          itemLabel: { de: 'R {n}', en: 'R {n}' },
          min: 0,
          max: 3,
          items: [fieldOf('size', 'number')],
        },
      ],
    },
  ]),
])
const page = nested.pages[0]!

describe('what a page sends', () => {
  test('names say the path', () => {
    expect(fieldName('houses.0.rooms.1.size')).toBe('a[houses-0-rooms-1-size]')
    expect(countName('houses.0.rooms')).toBe('n[houses-0-rooms]')
  })

  test('is read by kind, two levels deep; what is told or unknown is not', () => {
    const a = {
      name: 'Ada',
      many: 'x',
      'who-lastName': 'Muster',
      'spot-placeText': 'Markt',
      'spot-placeLat': '51.7',
      'spot-placeLon': '9.6',
      told: 'other',
      stranger: 'x',
      'houses-0-street': 'Am Markt',
      'houses-0-rooms-1-size': '12',
    }
    expect(answersSent(page.items, { a, n: { houses: '2', 'houses-0-rooms': '2' } })).toEqual({
      name: 'Ada',
      many: ['x'],
      who: { lastName: 'Muster' },
      spot: { text: 'Markt', lat: '51.7', lon: '9.6', label: 'Markt' },
      houses: [{ street: 'Am Markt', rooms: [{}, { size: '12' }] }, {}],
    })
  })

  test.each(['-1', '1.5', 'x', '', '1e9'])('counts %j entries of a group as none, or as far as there may be', (count) => {
    const { houses } = answersSent(page.items, { a: {}, n: { houses: count } }) as { houses?: unknown[] }
    expect(houses?.length ?? 0).toBeLessThanOrEqual(100)
  })

  test('a group has at least as many as it needs', () => {
    expect(pageSent(page, { a: {}, n: {} })).toEqual({ houses: [{ rooms: [] }] })
  })

  test('whatever is sent is read, and reaches no prototype', () => {
    const word = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'houses', 'houses-0-street', 'who-lastName', 'toString'), fc.string())
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 5 }))
    fc.assert(
      fc.property(fc.dictionary(word, value), fc.dictionary(word, fc.string()), fc.string(), (a, n, wish) => {
        const sent = pageSent(page, { a, n })
        const answers = withPage(nested, page, {}, changedGroup(sent, wish) ?? sent, facts)
        evaluate(nested, answers, facts)
        expect(Object.getPrototypeOf(answers)).toBe(Object.prototype)
        expect(({} as Record<string, unknown>).street).toBeUndefined()
      }),
    )
  })
})

describe('groups', () => {
  const answers = { houses: [{ street: 'A', rooms: [{ size: '1' }, { size: '2' }] }, { street: 'B' }] }

  test('grow and shrink at the place that was meant, and nothing else changes', () => {
    expect(changedGroup(answers, 'add:houses')).toEqual({ houses: [...answers.houses, {}] })
    expect(changedGroup(answers, 'remove:houses:0')).toEqual({ houses: [{ street: 'B' }] })
    expect(changedGroup(answers, 'remove:houses-0-rooms:1')).toEqual({ houses: [{ street: 'A', rooms: [{ size: '1' }] }, { street: 'B' }] })
    expect(changedGroup(answers, 'add:houses-1-rooms')).toEqual({ houses: [answers.houses[0], { street: 'B', rooms: [{}] }] })
  })

  test.each(['next', 'back', 'add', 'add:', 'drop:houses', 'add:../x'])('%s asks for no change', (wish) => {
    expect(changedGroup(answers, wish)).toBeUndefined()
  })
})

describe('after a page was sent', () => {
  const form = formOf([
    pageOf('one', [fieldOf('more', 'yesNo'), fieldOf('why', 'text', { visibleIf: eq('more', true) })]),
    pageOf('two', [fieldOf('end', 'text')]),
  ])
  const first = form.pages[0]!

  test('what is hidden now is kept for who changes her mind, what is seen and emptied is gone, other pages stay', () => {
    const before = { more: 'yes', why: 'because', end: 'x' }
    expect(withPage(form, first, before, { more: 'no' }, facts)).toEqual({ more: 'no', why: 'because', end: 'x' })
    expect(withPage(form, first, before, { more: 'yes' }, facts)).toEqual({ more: 'yes', end: 'x' })
  })
})

test('what is wrong stands at a field that is there, with its label in the list above', () => {
  const evaluation = evaluate(dogForm, { inTown: 'yes', dogs: [{ name: 'Bello' }] }, facts)
  const { said, summed } = pageErrors(evaluation, evaluation.errors, 'de')
  // A whole address that is missing is missed at its first part.
  expect(Object.keys(said)).toEqual(expect.arrayContaining(['a[address-street]', 'a[owner-firstName]', 'a[dogs-0-breed]']))
  expect(summed['a[dogs-0-breed]']).toBe('breed: Bitte füllen Sie dieses Feld aus.')
})

test('an answer stands in its field as it was typed, and as it is kept', () => {
  expect(shownText({ kind: 'money' }, '12,5 €', 'de')).toBe('12,5 €')
  expect(shownText({ kind: 'money' }, 1250, 'de')).toBe('12,50')
  expect(shownText({ kind: 'date' }, '3.5.2026', 'de')).toBe('2026-05-03')
  expect(shownText({ kind: 'yesNo' }, false, 'en')).toBe('no')
  expect(answerAt({ dogs: [{ name: 'Rex' }] }, 'dogs.0.name')).toBe('Rex')
  expect(answerAt({ dogs: 'x' }, 'dogs.0.constructor')).toBeUndefined()
})
