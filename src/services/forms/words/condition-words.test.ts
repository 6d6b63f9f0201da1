import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import type { Condition } from '../condition.rules.ts'
import { allItems } from '../form-index.rules.ts'
import { partsOf } from '../kinds.rules.ts'
import { fieldOf, formOf, optionsOf, pageOf, words } from '../testing/forms.ts'
import { soundForm } from '../testing/sound-form.ts'
import { conditionWords } from './condition-words.ts'
import { wordTexts } from './texts.ts'

registerTexts(wordTexts)

const form = formOf([
  pageOf('a', [
    {
      ...fieldOf('breed', 'choice', { options: [{ key: 'x', label: words('Listenhund', 'listed dog') }, ...optionsOf('y')] }),
      label: words('Rasse', 'Breed'),
    },
    fieldOf('yes', 'yesNo'),
    fieldOf('sum', 'money'),
    fieldOf('n', 'number'),
    fieldOf('day', 'date'),
    fieldOf('who', 'person', { parts: ['firstName', 'lastName', 'birthDate'] }),
    fieldOf('spot', 'place'),
  ]),
])

test.each<[Condition, string, string]>([
  [{ op: 'eq', left: { field: 'breed' }, right: { value: 'x' } }, '„Rasse“ ist „Listenhund“', '“Breed” is “listed dog”'],
  [
    {
      op: 'and',
      of: [
        { op: 'ne', left: { field: 'yes' }, right: { value: true } },
        {
          op: 'or',
          of: [
            { op: 'isEmpty', left: { field: 'n' } },
            { op: 'gt', left: { field: 'n' }, right: { value: 1234.5 } },
          ],
        },
      ],
    },
    '„yes“ ist nicht „Ja“ und („n“ ist leer oder „n“ ist mehr als 1.234,5)',
    '“yes” is not “Yes” and (“n” is empty or “n” is more than 1,234.5)',
  ],
  [{ op: 'ge', left: { field: 'sum' }, right: { value: 1250 } }, '„sum“ ist mindestens 12,50 €', '“sum” is at least €12.50'],
  [
    { op: 'le', left: { field: 'day' }, right: { today: true, days: -14 } },
    '„day“ ist spätestens 14 Tage vor heute',
    '“day” is 14 days before today at the latest',
  ],
  [{ op: 'lt', left: { field: 'day' }, right: { day: '2026-05-03' } }, '„day“ ist vor 3. Mai 2026', '“day” is before 3 May 2026'],
  [
    { op: 'ageOn', left: { field: 'who', part: 'birthDate' }, on: { today: true }, is: 'ge', years: 18 },
    '„who: Geburtsdatum“ liegt am Stichtag heute mindestens 18 Jahre zurück',
    '“who: date of birth” is at least 18 years ago on the key day today',
  ],
  [{ op: 'not', of: { op: 'isEmpty', left: { field: 'gone' } } }, '„gone“ ist ausgefüllt', '“gone” is filled in'],
  [
    { op: 'in', left: { field: 'breed' }, values: ['x', 'z'] },
    '„Rasse“ ist eines von „Listenhund“, „z“',
    '“Breed” is one of “listed dog”, “z”',
  ],
  [{ op: 'inArea', left: { field: 'spot' }, area: 'Nord' }, '„spot“ liegt im Gebiet „Nord“', '“spot” is in the area “Nord”'],
])('%j', (condition, de, en) => {
  expect(conditionWords(form, condition, 'de').replace(/\u00a0/g, ' ')).toBe(de)
  expect(conditionWords(form, condition, 'en').replace(/\u00a0/g, ' ')).toBe(en)
})

it('each part has a name, and each condition of any form has words', () => {
  for (const part of Object.values(partsOf).flat()) expect(wordTexts.de[`form.part.${part}`]).toBeDefined()
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const any = soundForm({ seed, pages: 3, fields: 5 })
      for (const { item } of allItems(any)) {
        if (item.visibleIf) expect(conditionWords(any, item.visibleIf, 'de')).not.toMatch(/undefined|\{/)
      }
    }),
    { numRuns: 50 },
  )
})
