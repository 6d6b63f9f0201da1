import { type Locale, textIn } from '#platform/text.ts'
import type { Words } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, indexOf, isGroup } from '../form-index.rules.ts'
import type { Finding, Place } from './finding.rules.ts'

const named = (words: Words | undefined, locale: Locale, key: string) => words?.[locale] || words?.de || words?.en || key

/** Where it is and what it is, in words: fields by their labels. */
export function findingWords(form: FormDefinition, { kind, place, params }: Finding, locale: Locale): { where: string; what: string } {
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) words[name] = typeof value === 'object' ? value[locale] : String(value)
  if (words.key !== undefined) {
    const [key = '', part] = words.key.split('.')
    words.key = part ? words.key : named(indexOf(form).get(key)?.item.label, locale, key)
  }
  if (words.what !== undefined) words.what = textIn(locale, `form.said.${words.what}`)
  if (words.language !== undefined) words.language = textIn(locale, `form.language.${words.language}`)
  return { where: whereIs(form, place, locale), what: textIn(locale, `form.finding.${kind}`, words) }
}

function whereIs(form: FormDefinition, { page, path, exit, option }: Place, locale: Locale): string {
  if (exit !== undefined)
    return textIn(locale, 'form.at.exit', { exit: named(form.exits.find(({ key }) => key === exit)?.title, locale, exit) })
  if (page === undefined) return textIn(locale, 'form.at.form')
  const title = named(form.pages.find(({ key }) => key === page)?.title, locale, page)
  if (path === undefined) return textIn(locale, 'form.at.page', { page: title })
  const item = [...allItems(form)].find((placed) => placed.path === path)?.item
  const label = named(item?.label, locale, path)
  if (option === undefined) return textIn(locale, 'form.at.item', { page: title, item: label })
  const chosen = item && !isGroup(item) ? item.options?.find(({ key }) => key === option)?.label : undefined
  return textIn(locale, 'form.at.option', { page: title, item: label, option: named(chosen, locale, option) })
}
