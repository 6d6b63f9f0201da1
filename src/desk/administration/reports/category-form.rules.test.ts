import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterStep, atFields, CategoryForm, MAX_QUESTIONS, type QuestionFields, questionOf, sentQuestions } from './category-form.rules.ts'

const question = (de: string): QuestionFields => ({ code: '', kind: 'text', de, en: de, required: '', danger: '', options: '' })
const names = (questions: readonly QuestionFields[]) => questions.map(({ de }) => de)
const three = ['a', 'b', 'c'].map(question)

test.each([
  ['up-1', ['b', 'a', 'c']],
  ['down-1', ['a', 'c', 'b']],
  ['up-0', ['a', 'b', 'c']],
  ['down-2', ['a', 'b', 'c']],
  ['remove-1', ['a', 'c']],
  ['add', ['a', 'b', 'c', '']],
  ['remove-7', ['a', 'b', 'c']],
  ['up-x', ['a', 'b', 'c']],
  ['nonsense', ['a', 'b', 'c']],
])('the button %s', (step, expected) => {
  expect(names(afterStep(three, step))).toEqual(expected)
})

test('no row of buttons loses or doubles a question, or makes more than allowed', () => {
  const step = fc.oneof(
    fc.constant('add'),
    fc.tuple(fc.constantFrom('up', 'down'), fc.nat(14)).map(([what, at]) => `${what}-${at}`),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const after = steps.reduce((questions, each) => afterStep(questions, each), three)
      expect(after.length).toBeLessThanOrEqual(MAX_QUESTIONS)
      expect(names(after).filter(Boolean).sort()).toEqual(['a', 'b', 'c'])
    }),
  )
})

test('options are lines; a code is made where none stands', () => {
  const options = 'Ja, sehr | Yes, very\nklein | Kleines Loch | Small hole\ngas | Gasgeruch | Smell of gas | 112'
  expect(questionOf({ ...question('Wie groß?'), kind: 'singlechoice', options }).options).toEqual([
    { code: 'ja-sehr', label: { de: 'Ja, sehr', en: 'Yes, very' } },
    { code: 'klein', label: { de: 'Kleines Loch', en: 'Small hole' } },
    { code: 'gas', label: { de: 'Gasgeruch', en: 'Smell of gas' }, danger: '112' },
  ])
})

const sent = { code: 'pothole', groupCode: 'street', name: { de: 'Schlagloch', en: 'Pothole' }, keywords: 'Loch, Asphalt' }

test('a whole form becomes a category', () => {
  const parsed = CategoryForm.parse({ ...sent, anonymous: 'on', q0: { ...question('Tief?'), kind: 'yesno', danger: '112' } })
  expect(parsed).toMatchObject({
    pressed: 'save',
    keywords: ['loch', 'asphalt'],
    anonymous: true,
    confirmEmail: false,
    questions: [{ code: 'tief', kind: 'yesno', danger: '112' }],
  })
})

test('a mistake is told at the field of its question', () => {
  const parsed = CategoryForm.safeParse({
    ...sent,
    name: { de: 'Loch' },
    q0: question('Tief?'),
    q1: { ...question('Wo?'), kind: 'singlechoice', options: 'nur | eine | one' },
    q2: question(''),
  })
  const errors = Object.fromEntries((parsed.error?.issues ?? []).map(({ path }) => [path.join('.'), 'wrong']))
  expect(Object.keys(atFields(errors)).sort()).toEqual(['name[en]', 'q1[options]', 'q2[de]', 'q2[en]'])
})

test('a button is pressed before everything is right', () => {
  expect(CategoryForm.parse({ step: 'add', name: {} })).toEqual({ pressed: 'step' })
})

test('what is no question is left out', () => {
  expect(sentQuestions({ q0: 'x', q2: { de: 'Wo?', kind: ['a', 'b'] }, q99: { de: 'n' } })).toEqual([
    { ...question('Wo?'), en: '', kind: 'singlechoice' },
  ])
})
