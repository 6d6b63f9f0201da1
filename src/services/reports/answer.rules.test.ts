import { expect, test } from 'vitest'
import { dangerIn, readAnswers } from './answer.rules.ts'
import { Question } from './category.rules.ts'
import { dueAfter } from './due.rules.ts'
import { moved } from './order.rules.ts'

const label = { de: 'x', en: 'x' }
const questions = [
  {
    code: 'size',
    kind: 'singlechoice',
    label,
    required: true,
    options: [
      { code: 's', label },
      { code: 'l', label, danger: '112' },
    ],
  },
  { code: 'depth', kind: 'number', label },
  { code: 'gas', kind: 'yesno', label, danger: '112' },
  {
    code: 'what',
    kind: 'multichoice',
    label,
    options: [
      { code: 'a', label },
      { code: 'b', label },
    ],
  },
].map((question) => Question.parse(question))

test('answers are kept in their own type, and only to questions there are', () => {
  expect(readAnswers(questions, { size: 's', depth: '4,5', gas: 'no', what: 'a', other: 'x' })).toEqual({
    ok: true,
    value: { size: 's', depth: 4.5, gas: false, what: ['a'] },
  })
})

test.each([
  [{}, 'answerMissing', 'answers.size'],
  [{ size: 'xl' }, 'answerInvalid', 'answers.size'],
  [{ size: ['s', 'l'] }, 'answerInvalid', 'answers.size'],
  [{ size: 's', depth: 'deep' }, 'answerInvalid', 'answers.depth'],
  [{ size: 's', gas: 'perhaps' }, 'answerInvalid', 'answers.gas'],
  [{ size: 's', what: ['a', 'z'] }, 'answerInvalid', 'answers.what'],
])('%j is refused: %s', (given, code, field) => {
  expect(readAnswers(questions, given as Record<string, string>)).toEqual({ ok: false, refusal: { code, field } })
})

test('danger leads to the emergency number', () => {
  const category = { danger: undefined, questions }
  expect(dangerIn(category, { size: 's', gas: 'no' })).toBeUndefined()
  expect(dangerIn(category, { gas: true })).toBe('112')
  expect(dangerIn(category, { size: 'l' })).toBe('112')
  expect(dangerIn({ danger: '110', questions: [] }, {})).toBe('110')
})

test('a choice needs two options', () => {
  expect(Question.safeParse({ code: 'x', kind: 'singlechoice', label, options: [{ code: 'a', label }] }).success).toBe(false)
})

test('working days skip the weekend', () => {
  // Thursday 7 May 2026; three working days later is Tuesday.
  const town = { land: 'BB', timeZone: 'Europe/Berlin' }
  expect(dueAfter(new Date('2026-05-07T07:20:00Z'), 3, town).toISOString()).toBe('2026-05-12T21:59:59.000Z')
  // 14 May 2026 is Ascension Day.
  expect(dueAfter(new Date('2026-05-13T07:20:00Z'), 1, town).toISOString()).toBe('2026-05-15T21:59:59.000Z')
})

test('moving keeps all members and counts positions anew', () => {
  const list = ['a', 'b', 'c'].map((id, position) => ({ id, position: position * 7 }))
  const ids = (id: string, move: 'up' | 'down') => moved(list, (one) => one.id === id, move)?.map((one) => `${one.id}${one.position}`)
  expect(ids('b', 'up')).toEqual(['b0', 'a1', 'c2'])
  expect(ids('c', 'down')).toEqual(['a0', 'b1', 'c2'])
  expect(ids('x', 'up')).toBeUndefined()
})
