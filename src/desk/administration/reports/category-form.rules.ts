import { z } from 'zod'
import { type Category, CategoryInput, type Question } from '#services/reports/index.ts'

export const MAX_QUESTIONS = 12
export const questionKinds = ['singlechoice', 'multichoice', 'text', 'number', 'yesno'] as const

/** Questions in the form: `q0[de]`, `q0[kind]` … Options are lines "code | Deutsch | English | 112". */
export type QuestionFields = { code: string; kind: string; de: string; en: string; required: string; danger: string; options: string }
const blankQuestion: QuestionFields = { code: '', kind: 'singlechoice', de: '', en: '', required: '', danger: '', options: '' }

const Sent = z.record(z.string(), z.unknown())

/** The questions as they were sent, in their order. */
export function sentQuestions(input: Readonly<Record<string, unknown>>): QuestionFields[] {
  return Array.from({ length: MAX_QUESTIONS }, (_, i) => Sent.safeParse(input[`q${i}`]))
    .filter(({ success }) => success)
    .map(({ data = {} }) => {
      const text = (name: keyof QuestionFields) => (typeof data[name] === 'string' ? data[name] : blankQuestion[name])
      return {
        code: text('code'),
        kind: text('kind'),
        de: text('de'),
        en: text('en'),
        required: text('required'),
        danger: text('danger'),
        options: text('options'),
      }
    })
}

/** What a button beside the questions does: `add`, `remove-2`, `up-2`, `down-2`. Unknown ones change nothing. */
export function afterStep(questions: readonly QuestionFields[], step: string): QuestionFields[] {
  const [what = '', position = ''] = step.split('-')
  const at = Number(position)
  if (what === 'add') return questions.length < MAX_QUESTIONS ? [...questions, blankQuestion] : [...questions]
  if (!Number.isInteger(at) || !questions[at]) return [...questions]
  if (what === 'remove') return questions.filter((_, i) => i !== at)
  const to = what === 'up' ? at - 1 : what === 'down' ? at + 1 : at
  if (!questions[to]) return [...questions]
  return questions.map((question, i) => (i === at ? questions[to]! : i === to ? questions[at]! : question))
}

const codeFrom = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)

const isNumber = (text: string | undefined): text is '110' | '112' => text === '110' || text === '112'

/** One line of options. Without a code one is made from the German words. */
function optionOf(line: string) {
  const parts = line.split('|').map((part) => part.trim())
  const danger = isNumber(parts.at(-1)) ? parts.pop() : undefined
  const [code, de = '', en = ''] = parts.length > 2 ? parts : [codeFrom(parts[0] ?? ''), ...parts]
  return { code, label: { de, en }, ...(isNumber(danger) ? { danger } : {}) }
}

export const optionLine = ({ code, label, danger }: NonNullable<Question['options']>[number]): string =>
  [code, label.de, label.en, ...(danger ? [danger] : [])].join(' | ')

/** A question as the reports take it, from what was typed. */
export const questionOf = ({ code, kind, de, en, required, danger, options }: QuestionFields) => ({
  code: code || codeFrom(de),
  kind,
  label: { de, en },
  required: required === 'on',
  ...(kind.endsWith('choice')
    ? {
        options: options
          .split('\n')
          .filter((line) => line.trim())
          .map(optionOf),
      }
    : {}),
  ...(isNumber(danger) && kind === 'yesno' ? { danger } : {}),
})

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What a browser sent, as the category it means; or that a button beside the questions was pressed. */
function read(input: unknown): unknown {
  const sent = Sent.parse(input)
  if (text(sent.step)) return { pressed: 'step' }
  return {
    ...sent,
    pressed: 'save',
    keywords: text(sent.keywords)
      .split(/[\n,;]+/)
      .map((word) => word.trim())
      .filter(Boolean),
    anonymous: sent.anonymous === 'on',
    confirmEmail: sent.confirmEmail === 'on',
    questions: sentQuestions(sent).map(questionOf),
  }
}

/** The whole form. With `step` the questions change and nothing is written. */
export const CategoryForm = z.preprocess(
  read,
  z.discriminatedUnion('pressed', [z.object({ pressed: z.literal('step') }), CategoryInput.extend({ pressed: z.literal('save') })]),
)

/** Mistakes by the names of the form's fields: `questions.1.label.en` → `q1[en]`, `name.de` → `name[de]`. */
export const atFields = (errors: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, text]) => {
      const [first = '', second, ...rest] = path.split('.')
      if (first === 'questions' && second !== undefined) return [`q${second}[${fieldOf(rest)}]`, text]
      return [second === undefined ? first : `${first}[${second}]`, text]
    }),
  )

/** Which field of the form a mistake in a question belongs to. */
function fieldOf([part = '', language]: readonly string[]): string {
  if (part === 'label') return language === 'en' ? 'en' : 'de'
  return part === 'options' || part === 'danger' || part === 'kind' ? part : 'de'
}

/** A category as the form shows it. */
export const formOf = (category: Category): Record<string, unknown> => ({
  ...category,
  hint: category.hint ?? { de: '', en: '' },
  keywords: category.keywords.join(', '),
  anonymous: category.anonymous ? 'on' : '',
  confirmEmail: category.confirmEmail ? 'on' : '',
  ...Object.fromEntries(
    category.questions.map((question, i) => [
      `q${i}`,
      {
        code: question.code,
        kind: question.kind,
        de: question.label.de,
        en: question.label.en,
        required: question.required ? 'on' : '',
        danger: question.danger ?? '',
        options: (question.options ?? []).map(optionLine).join('\n'),
      },
    ]),
  ),
})
