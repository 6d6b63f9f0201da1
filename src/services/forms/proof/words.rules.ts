import type { Field, Words } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, isGroup } from '../form-index.rules.ts'
import { type Finding, found, type Place } from './finding.rules.ts'
import { placeOf } from './structure.rules.ts'

/** Words of a form at a place. What is `free` may be empty in all languages, but not in some. */
type Said = { words: Words | undefined; what: string; place: Place; free?: boolean }

/** Everything is said in each language of the form. */
export function proveWords(form: FormDefinition): Finding[] {
  return [...saidBy(form)].flatMap(({ words, what, place, free }) => {
    const missing = form.languages.filter((language) => !words?.[language].trim())
    if (missing.length < form.languages.length) return missing.map((language) => found('languageMissing', place, { what, language }))
    if (free) return []
    return [what === 'nextStep' ? found('noNextStep', place) : found('wordsMissing', place, { what })]
  })
}

function* saidBy(form: FormDefinition): Generator<Said> {
  yield { words: form.title, what: 'title', place: {} }
  yield { words: form.intro, what: 'intro', place: {}, free: true }
  yield { words: form.purpose, what: 'purpose', place: {}, free: true }
  yield* saidByCosigners(form)
  for (const { key, title, help } of form.pages) {
    yield { words: title, what: 'title', place: { page: key } }
    yield { words: help, what: 'help', place: { page: key }, free: true }
  }
  for (const placed of allItems(form)) {
    const { item } = placed
    const place = placeOf(placed)
    yield { words: item.label, what: 'label', place }
    yield { words: item.help, what: 'help', place, free: true }
    if (isGroup(item)) yield { words: item.itemLabel, what: 'itemLabel', place, free: item.max <= 1 }
    else yield* saidByField(item, place)
  }
  for (const { key, title, reason, nextStep } of form.exits) {
    const place = { exit: key }
    yield { words: title, what: 'title', place }
    yield { words: reason, what: 'reason', place }
    yield { words: nextStep, what: 'nextStep', place }
  }
}

function* saidByCosigners({ cosigners }: FormDefinition): Generator<Said> {
  for (const { declares } of cosigners) yield { words: declares, what: 'declares', place: {} }
}

function* saidByField({ unit, purpose, options = [], checks }: Field, place: Place): Generator<Said> {
  yield { words: unit, what: 'unit', place, free: true }
  yield { words: purpose, what: 'purpose', place, free: true }
  for (const { key, label, help } of options) {
    yield { words: label, what: 'option', place: { ...place, option: key } }
    yield { words: help, what: 'help', place: { ...place, option: key }, free: true }
  }
  if (checks?.pattern) yield { words: checks.pattern.message, what: 'message', place }
  for (const { message } of checks?.must ?? []) yield { words: message, what: 'message', place }
}
