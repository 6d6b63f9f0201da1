import { type Answer, type Answers, type ErrorCode, isRecord, own } from '../answer/answer.rules.ts'
import { readAnswer } from '../answer/read.rules.ts'
import { evaluate } from '../evaluate.rules.ts'
import type { Facts } from '../facts.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FormDefinition, Item } from '../form.rules.ts'
import { isGroup } from '../form-index.rules.ts'
import type { FieldKind } from '../kinds.rules.ts'

/** Why an answer does not go along: its field is gone, of another kind, cannot take it, says something else, or is hidden now. */
export type DropReason = 'gone' | 'kind' | 'notReadable' | 'reworded' | 'hidden'
/** `said` is what was answered; as it was typed, where it could not be read. */
type Said = { path: string; item: Item; said: Answer }
export type Dropped = Said & { reason: DropReason }

export type Carried = {
  /** What the draft of the new version begins with, also what is wrong or not to be seen at the moment. */
  answers: Record<string, unknown>
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
  const kept: Said[] = []
  const moved = carryItems(itemsOf(before), itemsOf(after), { raw: answers, values: old.values }, '', { kept, dropped, facts })
  const now = evaluate(after, moved, facts)
  // What was to be seen and is not in the new version is told; what was hidden before goes along unseen.
  const isLost = ({ path }: Said) => old.fields.has(path) && !now.fields.has(path)
  for (const one of kept.filter(isLost)) dropped.push({ ...one, reason: 'hidden' })
  const wrongBefore = new Set(old.errors.map(({ path, code }) => `${path} ${code}`))
  return {
    answers: moved,
    kept: kept.filter((one) => !isLost(one)).map(({ path }) => path),
    dropped,
    asked: now.errors.filter(({ path, code }) => !wrongBefore.has(`${path} ${code}`)).map(({ path, page, code }) => ({ path, page, code })),
  }
}

const itemsOf = ({ pages }: FormDefinition): readonly Item[] => pages.flatMap(({ items }) => items)

type Taking = { kept: Said[]; dropped: Dropped[]; facts: Facts }
/** Answers as they were typed, and those of them that can be read and seen. */
type Given = { raw: unknown; values: Answers | undefined }

function carryItems(before: readonly Item[], after: readonly Item[], { raw, values }: Given, path: string, taking: Taking) {
  const moved: Record<string, unknown> = {}
  for (const item of before) {
    if (item.kind === 'calculated') continue
    const [typed, value] = [own(raw, item.key), own(values, item.key)]
    const target = after.find(({ key }) => key === item.key)
    const at = path + item.key
    if (isGroup(item)) {
      if (!Array.isArray(typed) || typed.length === 0) continue
      const read = value as readonly Answers[] | undefined
      if (!target || !isGroup(target)) taking.dropped.push({ path: at, item, said: typedWords(typed), reason: target ? 'kind' : 'gone' })
      else
        moved[item.key] = typed.map((entry, n) =>
          carryItems(item.items, target.items, { raw: entry, values: read?.[n] }, `${at}.${n}.`, taking),
        )
      continue
    }
    const said = (value as Answer | undefined) ?? saidIn(item, typed, taking.facts)
    if (said === undefined) continue
    const taken = carryField(item, target, value === undefined ? { typed } : { value }, taking.facts)
    if (taken.reason) taking.dropped.push({ path: at, item, said, reason: taken.reason })
    else {
      moved[item.key] = taken.value
      taking.kept.push({ path: at, item, said })
    }
  }
  return moved
}

/** What somebody said who cannot be understood, or is not asked at the moment. */
function saidIn(field: Field, typed: unknown, facts: Facts): Answer | undefined {
  const { value, fault } = readAnswer(field, typed, facts, optionsOf(field))
  return value ?? (fault && typedWords(typed))
}

function typedWords(typed: unknown): string {
  if (isRecord(typed)) return typedWords('id' in typed && 'name' in typed ? typed.name : Object.values(typed))
  return Array.isArray(typed) ? typed.map(typedWords).filter(Boolean).join(', ') : String(typed ?? '').trim()
}

const optionsOf = ({ options }: Field) => options?.map(({ key }) => key)

type Taken = { reason: DropReason } | { value: unknown; reason?: never }

function carryField(field: Field, target: Item | undefined, given: { typed: unknown } | { value: unknown }, facts: Facts): Taken {
  if (!target) return { reason: 'gone' }
  if (isGroup(target) || (target.kind !== field.kind && !goesTo[field.kind]?.includes(target.kind))) return { reason: 'kind' }
  // Who declared something did not declare anything else.
  if (field.kind === 'declaration' && !sameWords(field, target)) return { reason: 'reworded' }
  // What is half typed is finished in the new version.
  if ('typed' in given && target.kind === field.kind) return { value: given.typed }
  const read = readAnswer(target, 'typed' in given ? given.typed : given.value, facts, optionsOf(target))
  return read.value === undefined ? { reason: 'notReadable' } : { value: read.value }
}

const sameWords = (one: Field, other: Field) => JSON.stringify([one.label, one.help]) === JSON.stringify([other.label, other.help])
