import { t } from '#platform/text.ts'
import type { AnswerValue, Question } from '../category.rules.ts'
import { inWords } from './words.ts'

/** An answer as people read it. */
export function answerWords(question: Question, answer: AnswerValue): string {
  if (typeof answer === 'boolean') return t(answer ? 'reportForm.yes' : 'reportForm.no')
  const label = (code: string) => {
    const option = question.options?.find((each) => each.code === code)
    return option ? inWords(option.label) : code
  }
  return Array.isArray(answer) ? answer.map(label).join(', ') : question.options ? label(String(answer)) : String(answer)
}
