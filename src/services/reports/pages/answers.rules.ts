import type { Answers, AnswerValue, EmergencyNumber, Question } from '../category.rules.ts'

/** Name of the form field of a question. */
export const answerField = ({ code, kind }: Pick<Question, 'code' | 'kind'>): string =>
  kind === 'multichoice' ? `answers[${code}][]` : `answers[${code}]`

/** What the fields of the form say, as typed answers; unknown questions and options are left out. */
export function readAnswers(questions: readonly Question[], sent: Readonly<Record<string, string | string[]>>): Answers {
  const answers: Answers = {}
  for (const question of questions) {
    const value = readAnswer(question, sent[question.code])
    if (value !== undefined) answers[question.code] = value
  }
  return answers
}

function readAnswer({ kind, options = [] }: Question, sent: string | string[] | undefined): AnswerValue | undefined {
  const all = [sent ?? []].flat()
  const [first] = all
  if (first === undefined) return undefined
  const known = all.filter((code) => options.some((option) => option.code === code))
  switch (kind) {
    case 'multichoice':
      return known.length > 0 ? known : undefined
    case 'singlechoice':
      return known[0]
    case 'yesno':
      return first === 'yes' ? true : first === 'no' ? false : undefined
    case 'number':
      return Number.isFinite(Number(first.replace(',', '.'))) ? Number(first.replace(',', '.')) : undefined
    case 'text':
      return first.trim().slice(0, 1000) || undefined
  }
}

/** What the fields show of an answer. */
export const shownAnswer = (value: AnswerValue | undefined): string | string[] | undefined =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'number' ? String(value) : value

/** Text key of what is wrong, by form field. A number that is none is not the same as none. */
export function wrongAnswers(
  questions: readonly Question[],
  answers: Answers,
  sent: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const wrong: Record<string, string> = {}
  for (const question of questions) {
    if (answers[question.code] !== undefined) continue
    const given = sent[question.code] !== undefined
    if (given && question.kind === 'number') wrong[answerField(question)] = 'error.number'
    else if (question.required) wrong[answerField(question)] = 'error.required'
  }
  return wrong
}

/** Number to call because of an answer. */
export function dangerIn(questions: readonly Question[], answers: Answers): EmergencyNumber | undefined {
  for (const { code, kind, danger, options = [] } of questions) {
    const value = answers[code]
    if (kind === 'yesno' && value === true && danger) return danger
    const chosen = [value].flat()
    const option = options.find((one) => one.danger && chosen.includes(one.code))
    if (option) return option.danger
  }
  return undefined
}
