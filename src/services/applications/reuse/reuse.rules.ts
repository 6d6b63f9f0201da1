import type { Trust } from '#platform/context.ts'
import {
  type Answer,
  allItems,
  evaluate,
  type Facts,
  type Field,
  type FieldKind,
  type FormDefinition,
  isGroup,
  type Page,
  partsAsked,
  readAnswer,
  trustLevels,
} from '../../forms/index.ts'
import type { Submission } from '../submission.sql.ts'

/** An earlier application of the same person, as it was sent last. */
export type Earlier = { submission: Submission; form: FormDefinition; title: string }

/** What may be taken over into a field that has no answer yet; `value` is what would stand there. */
export type Offer = { field: Field; value: Answer; from: Earlier }

/** Of these the key says enough what is meant, in each form. */
const everywhere: ReadonlySet<FieldKind> = new Set(['person', 'organisation', 'address', 'email', 'phone', 'iban', 'plate'])
/** Of these only a form can say that they mean the same elsewhere, by one name (`onceOnly`). */
const named: ReadonlySet<FieldKind> = new Set([...everywhere, 'text', 'number', 'choice', 'yesNo'])

/**
 * What an answer is about, wherever it is asked. None for what is never offered: declarations are made anew, days and times are often
 * reckoned from, documents and long words belong to one matter, and entries of a group have no name of their own.
 */
export function attributeOf({ kind, key, onceOnly, readOnly }: Field): string | undefined {
  if (readOnly) return undefined
  if (onceOnly && named.has(kind)) return `${kind} = ${onceOnly}`
  return everywhere.has(kind) ? `${kind} ${key}` : undefined
}

const rising: readonly Trust[] = ['none', 'basic', 'substantial', 'high']
/** A field that wants to be known for sure takes nothing from an answer that was not. */
const isTrusted = (field: Field, form: FormDefinition, from: Trust) =>
  rising.indexOf(from) >= trustLevels.indexOf(field.trustLevel ?? form.trustLevel)

/**
 * The fields of a page that could take something over: those that stand by themselves and have no answer that can be read. What is hidden
 * is offered only while the page is blank: then its own answers may still bring it up.
 */
export function openFields(form: FormDefinition, page: Page, answers: Record<string, unknown>, facts: Facts): Field[] {
  const { fields } = evaluate(form, answers, facts)
  const isBlank = page.items.every(({ key }) => answers[key] === undefined || answers[key] === '')
  return page.items.flatMap((item) =>
    isGroup(item) ||
    attributeOf(item) === undefined ||
    !(isBlank || fields.has(item.key)) ||
    readWhole(item, answers[item.key], facts) !== undefined
      ? []
      : [item],
  )
}

const readWhole = (field: Field, raw: unknown, facts: Facts): Answer | undefined =>
  readAnswer(
    field,
    raw,
    facts,
    field.options?.map(({ key }) => key),
  ).value

/** For each of the fields what the newest application has that knows it. */
export function offersFor(form: FormDefinition, fields: readonly Field[], earlier: readonly Earlier[], facts: Facts): Offer[] {
  return fields.flatMap((field) => {
    const attribute = attributeOf(field)
    for (const from of earlier) {
      if (!isTrusted(field, form, from.submission.trust)) continue
      const source = [...allItems(from.form)].find(
        ({ item, groups }) => groups.length === 0 && !isGroup(item) && attributeOf(item) === attribute,
      )
      const value = source && fitting(field, from.submission.answers[source.item.key], facts)
      if (value !== undefined) return [{ field, value, from }]
    }
    return []
  })
}

/** As much of an earlier answer as the field asks; of a person or an address those parts that were given. */
function fitting(field: Field, answer: unknown, facts: Facts): Answer | undefined {
  const parts = partsAsked(field)
  if (parts.length === 0) return readWhole(field, answer, facts)
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined
  const given = Object.entries(answer).filter(([part, value]) => parts.includes(part) && typeof value === 'string' && value !== '')
  return given.length > 0 ? (Object.fromEntries(given) as Answer) : undefined
}

/** The answers with what was taken over. What somebody has typed already stays: of a whole with parts only empty ones are filled. */
export function withTaken(answers: Record<string, unknown>, taken: readonly Offer[]): Record<string, unknown> {
  const filled = { ...answers }
  for (const { field, value } of taken) {
    const typed = answers[field.key]
    filled[field.key] =
      partsAsked(field).length > 0 && typeof typed === 'object' && typed !== null
        ? { ...(value as object), ...Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== '')) }
        : value
  }
  return filled
}
