import { readAnswers } from '../answer.rules.ts'
import type { Answers, AnswerValue, Question } from '../category.rules.ts'

/** Name of the form field of a question. */
export const answerField = ({ code, kind }: Pick<Question, 'code' | 'kind'>): string =>
  kind === 'multichoice' ? `answers[${code}][]` : `answers[${code}]`

/** What the form says, question by question, so that everything wrong is shown at once: text keys by form field. */
export function answersOf(questions: readonly Question[], sent: Answers): { answers: Answers; wrong: Record<string, string> } {
  const answers: Answers = {}
  const wrong: Record<string, string> = {}
  for (const question of questions) {
    const read = readAnswers([question], sent)
    if (read.ok) Object.assign(answers, read.value)
    else wrong[answerField(question)] = errorFor(question, read.refusal.code)
  }
  return { answers, wrong }
}

function errorFor({ kind }: Question, code: 'answerMissing' | 'answerInvalid'): string {
  if (code === 'answerMissing') return kind === 'text' || kind === 'number' ? 'error.required' : 'error.choice'
  return kind === 'number' ? 'error.number' : 'error.choice'
}

/** What the fields show of an answer. */
export const shownAnswer = (value: AnswerValue | undefined): string | string[] | undefined =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'number' ? String(value) : value
