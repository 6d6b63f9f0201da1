import { type Answer, type Answers, type ErrorCode, own } from '../answer/answer.rules.ts'
import { readAnswer } from '../answer/read.rules.ts'
import { evaluate } from '../evaluate.rules.ts'
import type { Facts } from '../facts.rules.ts'
import type { Field, Words } from '../field.rules.ts'
import type { FormDefinition, Item } from '../form.rules.ts'
import { isGroup } from '../form-index.rules.ts'
import type { FieldKind } from '../kinds.rules.ts'

/** Why an answer does not go along: its field is gone, of another kind, cannot take it, says something else, or is hidden now. */
export type DropReason = 'gone' | 'kind' | 'notReadable' | 'reworded' | 'hidden'
export type Dropped = { path: string; label: Words; reason: DropReason }

export type Carried = {
  /** What the draft of the new version begins with. */
  answers: Answers
  /** Paths of answers that go along. */
  kept: readonly string[]
  dropped: readonly Dropped[]
  /** What has to be asked now, and was not wrong before. */
  asked: readonly { path: string; page: string; code: ErrorCode }[]
}

/** Kinds whose answers mean the same in another. */
const goesTo: Partial<Record<FieldKind, readonly FieldKind[]>> = {
  text: ['longText', 'email', 'phone', 'iban', 'plate'],
  email: ['text', 'longText'],
  phone: ['text', 'longText'],
  iban: ['text', 'longText'],
  plate: ['text', 'longText'],
  choice: ['multiChoice'],
}

/** Takes the answers of a draft to another version of its form. */
export function carryOver(before: FormDefinition, after: FormDefinition, answers: unknown, facts: Facts): Carried {
  const old = evaluate(before, answers, facts)
  const dropped: Dropped[] = []
  const kept: string[] = []
  const moved = carryItems(itemsOf(before), itemsOf(after), old.values, '', { kept, dropped, facts })
  const now = evaluate(after, moved, facts)
  // What is hidden in the new version stays in the draft no longer than it is seen.
  const hidden = kept.filter((path) => !now.fields.has(path))
  for (const path of hidden) dropped.push({ path, label: old.fields.get(path)!.field.label, reason: 'hidden' })
  const wrongBefore = new Set(old.errors.map(({ path, code }) => `${path} ${code}`))
  return {
    answers: moved,
    kept: kept.filter((path) => now.fields.has(path)),
    dropped,
    asked: now.errors.filter(({ path, code }) => !wrongBefore.has(`${path} ${code}`)).map(({ path, page, code }) => ({ path, page, code })),
  }
}

const itemsOf = ({ pages }: FormDefinition): readonly Item[] => pages.flatMap(({ items }) => items)

type Taking = { kept: string[]; dropped: Dropped[]; facts: Facts }

function carryItems(before: readonly Item[], after: readonly Item[], values: Answers, path: string, taking: Taking): Answers {
  const moved: Answers = {}
  for (const item of before) {
    const value = own(values, item.key)
    if (value === undefined || item.kind === 'calculated') continue
    const target = after.find(({ key }) => key === item.key)
    if (isGroup(item)) {
      const entries = value as readonly Answers[]
      const into = target && isGroup(target) ? target.items : []
      const label = item.label
      if (!target || !isGroup(target)) taking.dropped.push({ path: path + item.key, label, reason: target ? 'kind' : 'gone' })
      else moved[item.key] = entries.map((entry, n) => carryItems(item.items, into, entry, `${path}${item.key}.${n}.`, taking))
      continue
    }
    const taken = carryField(item, target, value as Answer, taking.facts)
    if (taken.reason) taking.dropped.push({ path: path + item.key, label: item.label, reason: taken.reason })
    else {
      moved[item.key] = taken.value
      taking.kept.push(path + item.key)
    }
  }
  return moved
}

type Taken = { reason: DropReason; value?: never } | { value: Answer; reason?: never }

function carryField(field: Field, target: Item | undefined, value: Answer, facts: Facts): Taken {
  if (!target) return { reason: 'gone' }
  if (isGroup(target) || (target.kind !== field.kind && !goesTo[field.kind]?.includes(target.kind))) return { reason: 'kind' }
  // Who declared something did not declare anything else.
  if (field.kind === 'declaration' && !sameWords(field, target)) return { reason: 'reworded' }
  const read = readAnswer(
    target,
    value,
    facts,
    target.options?.map(({ key }) => key),
  )
  return read.value === undefined ? { reason: 'notReadable' } : { value: read.value }
}

const sameWords = (one: Field, other: Field) => JSON.stringify([one.label, one.help]) === JSON.stringify([other.label, other.help])
