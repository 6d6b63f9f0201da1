import { type Evaluation, evaluate } from '../evaluate.rules.ts'
import type { Facts } from '../facts.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { feeOf } from '../outline.rules.ts'
import { carryOver } from './carry.rules.ts'

/** Something that was sent, with what was so on the day. */
export type Sent = { id: string; answers: unknown; facts: Facts }

/** What would be otherwise: it would not get through, end elsewhere, cost something else, or answers would be lost or asked. */
export type Difference =
  | { kind: 'refused'; errors: readonly { path: string; code: string }[] }
  | { kind: 'exit'; before: string | undefined; after: string | undefined }
  | { kind: 'fee'; before: number | undefined; after: number | undefined }
  | { kind: 'calculated'; path: string; before: unknown; after: unknown }
  | { kind: 'lost'; paths: readonly string[] }

export type Replay = {
  total: number
  same: number
  /** How many have a difference of each kind. */
  counts: Readonly<Record<Difference['kind'], number>>
  /** The first of those that differ, so many as were asked for. */
  examples: readonly { id: string; differences: readonly Difference[] }[]
}

/** Evaluates what was sent with an earlier version with a new one as well. */
export function replayForms(before: FormDefinition, after: FormDefinition, sent: Iterable<Sent>, examplesAtMost = 20): Replay {
  const counts = { refused: 0, exit: 0, fee: 0, calculated: 0, lost: 0 }
  const examples: { id: string; differences: Difference[] }[] = []
  let [total, same] = [0, 0]
  for (const one of sent) {
    total++
    const differences = compare(before, after, one)
    if (differences.length === 0) same++
    for (const kind of new Set(differences.map((difference) => difference.kind))) counts[kind]++
    if (differences.length > 0 && examples.length < examplesAtMost) examples.push({ id: one.id, differences })
  }
  return { total, same, counts, examples }
}

function compare(before: FormDefinition, after: FormDefinition, { answers, facts }: Sent): Difference[] {
  const old = evaluate(before, answers, facts)
  const carried = carryOver(before, after, answers, facts)
  const now = evaluate(after, carried.answers, facts)
  const lost = carried.dropped.map(({ path }) => path)
  const [feeBefore, feeAfter] = [feeOf(old), feeOf(now)]
  return [
    ...(carried.asked.length ? [{ kind: 'refused', errors: carried.asked.map(({ path, code }) => ({ path, code })) } as const] : []),
    ...(old.exit?.key === now.exit?.key ? [] : [{ kind: 'exit', before: old.exit?.key, after: now.exit?.key } as const]),
    ...(feeBefore === feeAfter ? [] : [{ kind: 'fee', before: feeBefore, after: feeAfter } as const]),
    ...recalculated(old, now),
    ...(lost.length ? [{ kind: 'lost', paths: lost } as const] : []),
  ]
}

/** Calculated values that are no fee; new ones are no difference. */
function* recalculated(old: Evaluation, now: Evaluation): Generator<Difference> {
  for (const [path, { field, value }] of old.fields) {
    if (field.kind !== 'calculated' || field.fee) continue
    const after = now.fields.get(path)?.value
    if (after !== value) yield { kind: 'calculated', path, before: value, after }
  }
}
