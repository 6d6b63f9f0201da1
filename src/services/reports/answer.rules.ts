import { ok, type Result, refuse } from '#platform/result.ts'
import type { Answers, AnswerValue, Category, EmergencyNumber, Question } from './category.rules.ts'

/** The number to call if an answer tells of danger for life; undefined if none does. */
export function dangerIn(category: Pick<Category, 'danger' | 'questions'>, answers: Answers): EmergencyNumber | undefined {
  if (category.danger) return category.danger
  for (const question of category.questions) {
    const given = answers[question.code]
    if (question.kind === 'yesno' && question.danger && isYes(given)) return question.danger
    const chosen = question.options?.find(({ code, danger }) => danger && [given].flat().includes(code))
    if (chosen?.danger) return chosen.danger
  }
  return undefined
}

const isYes = (value: AnswerValue | undefined) => value === true || value === 'yes' || value === 'true' || value === 'on'

/** Answers as they are kept: only those to questions of the category, each in its own type. */
export function readAnswers(questions: readonly Question[], given: Answers): Result<Answers, 'answerMissing' | 'answerInvalid'> {
  const read: Answers = {}
  for (const question of questions) {
    const raw = given[question.code]
    const field = `answers.${question.code}`
    if (raw === undefined || raw === '' || (Array.isArray(raw) && raw.length === 0)) {
      if (question.required) return refuse('answerMissing', { field })
      continue
    }
    const value = valueFor(question, raw)
    if (value === undefined) return refuse('answerInvalid', { field })
    read[question.code] = value
  }
  return ok(read)
}

function valueFor({ kind, options = [] }: Question, raw: AnswerValue): AnswerValue | undefined {
  const codes = options.map(({ code }) => code)
  if (kind === 'yesno')
    return typeof raw === 'boolean'
      ? raw
      : ['yes', 'true', 'on'].includes(String(raw))
        ? true
        : ['no', 'false'].includes(String(raw))
          ? false
          : undefined
  if (kind === 'number') {
    const number = typeof raw === 'number' ? raw : Number(String(raw).replace(',', '.'))
    return Number.isFinite(number) && Math.abs(number) < 1e9 ? number : undefined
  }
  if (kind === 'text') return typeof raw === 'string' ? raw.trim().slice(0, 1000) : undefined
  const chosen = [raw].flat().map(String)
  if (!chosen.every((code) => codes.includes(code))) return undefined
  return kind === 'multichoice' ? chosen : chosen.length === 1 ? chosen[0] : undefined
}
