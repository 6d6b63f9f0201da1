import type { Locale } from '#platform/text.ts'
import type { Category, CategoryGroup, Question } from '#services/reports/index.ts'
import type { Value } from './answer.rules.ts'

/** What can be reported by a form at all: where life is in danger the telephone is the only way. */
export const offered = (all: readonly Category[]): Category[] =>
  all.filter(({ danger, closedAt }) => danger === undefined && closedAt === undefined)

/** `batch` where a report may wait for its sender's e-mail address to be confirmed: then a token comes first. */
export const typeOf = ({ confirmEmail }: Pick<Category, 'confirmEmail'>): 'realtime' | 'batch' => (confirmEmail ? 'batch' : 'realtime')

export function serviceOf(category: Category, groups: ReadonlyMap<string, CategoryGroup>, locale: Locale): Value {
  return {
    service_code: category.code,
    service_name: category.name[locale],
    description: category.hint?.[locale] || null,
    metadata: category.questions.length > 0,
    type: typeOf(category),
    // A comma ends a word of the list.
    keywords: category.keywords.map((word) => word.replaceAll(',', ' ')).join(',') || null,
    group: groups.get(category.groupCode)?.name[locale] ?? null,
  }
}

export const definitionOf = ({ code, questions }: Pick<Category, 'code' | 'questions'>, locale: Locale): Value => ({
  service_code: code,
  attributes: questions.map((question, i) => attributeOf(question, i + 1, locale)),
})

export type Words = Record<Locale, { yes: string; no: string }>
const answers: Words = { de: { yes: 'Ja', no: 'Nein' }, en: { yes: 'Yes', no: 'No' } }

const datatypes = {
  singlechoice: 'singlevaluelist',
  multichoice: 'multivaluelist',
  yesno: 'singlevaluelist',
  text: 'text',
  number: 'number',
} as const satisfies Record<Question['kind'], string>

function attributeOf({ code, kind, label, required, options = [] }: Question, order: number, locale: Locale): Value {
  const values =
    kind === 'yesno'
      ? (['yes', 'no'] as const).map((key) => ({ key, name: answers[locale][key] }))
      : options.map((option) => ({ key: option.code, name: option.label[locale] }))
  return {
    variable: true,
    code,
    datatype: datatypes[kind],
    required,
    datatype_description: null,
    order,
    description: label[locale],
    ...(kind === 'text' || kind === 'number' ? {} : { values }),
  }
}
