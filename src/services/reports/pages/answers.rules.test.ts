import { expect, it } from 'vitest'
import type { Question } from '../category.rules.ts'
import { answerField, answersOf } from './answers.rules.ts'

const label = { de: 'Frage', en: 'Question' }
const options = [
  { code: 'a', label },
  { code: 'b', label },
]
const size: Question = { code: 'size', kind: 'singlechoice', label, required: true, options }
const traits: Question = { code: 'traits', kind: 'multichoice', label, required: false, options }
const depth: Question = { code: 'depth', kind: 'number', label, required: false }

it('names fields so that the form reads them back as one group', () => {
  expect(answerField(size)).toBe('answers[size]')
  expect(answerField(traits)).toBe('answers[traits][]')
})

it('shows everything that is wrong at once, and keeps what is right', () => {
  expect(answersOf([size, traits, depth], { traits: ['a', 'b'], depth: 'tief' })).toEqual({
    answers: { traits: ['a', 'b'] },
    wrong: { 'answers[size]': 'error.choice', 'answers[depth]': 'error.number' },
  })
})
