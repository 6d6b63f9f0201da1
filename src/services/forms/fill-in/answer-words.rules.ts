import { type Locale, textIn } from '#platform/text.ts'
import { type Answer, type Answers, type FileAnswer, isRecord } from '../answer/answer.rules.ts'
import { partsAsked } from '../answer/parts.rules.ts'
import { type Evaluation, evaluate } from '../evaluate.rules.ts'
import type { Facts } from '../facts.rules.ts'
import type { Field, Words } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import type { GroupState, NodeState } from '../state.rules.ts'
import { dayWords } from '../words/day-words.ts'
import { inEuros } from './euros.rules.ts'

/** One answer in words. `files` are its documents, whose names are the text. */
export type AnswerRow = { path: string; label: string; text: string; files: readonly FileAnswer[] }
/** Answers that stand together: those of a page, or of one of a group with its title. */
export type AnswerPart = { title: string | undefined; rows: readonly AnswerRow[] }
export type AnsweredPage = { key: string; title: string; parts: readonly AnswerPart[] }

export const inWords = (words: Words | undefined, locale: Locale): string => words?.[locale] || words?.de || words?.en || ''

export const entryTitle = (words: Words, n: number, locale: Locale): string => inWords(words, locale).replaceAll('{n}', String(n + 1))

/** Everything that was answered, in the order of the form, in words: for the review, the desk, letters and receipts. */
export const answeredPages = (form: FormDefinition, answers: Answers | unknown, facts: Facts, locale: Locale): AnsweredPage[] =>
  pagesOf(evaluate(form, answers, facts), locale)

export const pagesOf = ({ pages }: Pick<Evaluation, 'pages'>, locale: Locale): AnsweredPage[] =>
  pages
    .map(({ key, page, nodes }) => ({ key, title: inWords(page.title, locale), parts: partsOf(nodes, locale, undefined) }))
    .filter(({ parts }) => parts.length > 0)

function partsOf(nodes: readonly NodeState[], locale: Locale, title: string | undefined): AnswerPart[] {
  const rows = nodes.flatMap((node) => (node.kind === 'field' && node.value !== undefined ? [rowOf(node, node.value, locale)] : []))
  const inner = nodes.flatMap((node) => (node.kind === 'group' ? entriesOf(node, locale) : []))
  return [...(rows.length ? [{ title, rows }] : []), ...inner]
}

const entriesOf = ({ group, entries }: GroupState, locale: Locale): AnswerPart[] =>
  entries.flatMap(({ nodes }, n) => partsOf(nodes, locale, entryTitle(group.itemLabel, n, locale)))

const rowOf = ({ field, path }: { field: Field; path: string }, value: Answer, locale: Locale): AnswerRow => ({
  path,
  label: inWords(field.label, locale),
  text: answerWords(field, value, locale),
  files: field.kind === 'upload' ? (value as readonly FileAnswer[]) : [],
})

/** An answer as people read it. */
export function answerWords(field: Field, value: Answer, locale: Locale): string {
  if (typeof value === 'boolean')
    return textIn(locale, field.kind === 'declaration' ? 'fillIn.declared' : value ? 'fillIn.yes' : 'fillIn.no')
  if (typeof value === 'number') return numberWords(field, value, locale)
  if (typeof value === 'string')
    return field.kind === 'date' ? dayWords(value, locale) : field.kind === 'choice' ? optionWords(field, value, locale) : value
  if (Array.isArray(value))
    return field.kind === 'upload'
      ? (value as readonly FileAnswer[]).map(({ name, id }) => name || id).join(', ')
      : (value as readonly string[]).map((one) => optionWords(field, one, locale)).join(', ')
  if (!isRecord(value)) return ''
  if (field.kind === 'place') return [value.label, value.note].filter(Boolean).join(' – ')
  return wholeWords(field, value, locale)
}

const optionWords = ({ options = [] }: Field, chosen: string, locale: Locale): string =>
  inWords(options.find(({ key }) => key === chosen)?.label, locale) || chosen

function numberWords({ kind, result, unit, decimals = 0 }: Field, value: number, locale: Locale): string {
  if (kind === 'money' || result === 'money') return inEuros(value, locale)
  const number = new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: Math.max(decimals, 2) }).format(value)
  return unit ? `${number} ${inWords(unit, locale)}` : number
}

/** "Lindenstraße 12, 62411 Lindenfurt"; "Ada Muster, geboren am 3. Mai 1980". */
function wholeWords(field: Field, value: Record<string, unknown>, locale: Locale): string {
  const part = (name: string) => (value[name] === undefined ? '' : String(value[name]))
  if (field.kind === 'address')
    return [
      [part('street'), part('houseNumber')].filter(Boolean).join(' '),
      part('addition'),
      [part('postalCode'), part('city')].filter(Boolean).join(' '),
      part('country'),
    ]
      .filter(Boolean)
      .join(', ')
  const named = new Set(field.kind === 'person' ? ['salutation', 'firstName', 'lastName'] : ['name', 'legalForm'])
  const asked = partsAsked(field)
  const name = asked.filter((one) => named.has(one)).map(part)
  const others = asked
    .filter((one) => !named.has(one) && part(one))
    .map((one) => `${textIn(locale, `fillIn.part.${one}`)}: ${one === 'birthDate' ? dayWords(part(one), locale) : part(one)}`)
  return [name.filter(Boolean).join(' '), ...others].filter(Boolean).join(', ')
}
