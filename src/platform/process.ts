import { ok, type Result, refuse } from './result.ts'

/** The public stages are the same for everything a citizen starts; a citizen learns them once. */
export const stages = ['draft', 'received', 'accepted', 'inProgress', 'yourTurn', 'done', 'ended'] as const
export type Stage = (typeof stages)[number]

/**
 * One row of a state table. `to: 'before'` returns to the state that was left by the step into the current one
 * (a question interrupts, its answer resumes). `audience` is who learns of the step.
 */
export type Step<S extends string> = {
  from: readonly S[]
  to: S | 'same' | 'before'
  may: string
  audience: 'public' | 'parties' | 'internal'
  needs?: readonly ('reason' | 'text' | 'proof' | 'date')[]
}

export type Process<S extends string, V extends string> = {
  kind: string
  states: Record<S, Stage>
  start: S
  /** States in which nothing is expected to follow. */
  ends: readonly S[]
  steps: Record<V, Step<S>>
}

/** One table per process. Pages draw their buttons from it, tests walk it, docs print it. */
export const defineProcess = <const S extends string, const V extends string>(p: {
  kind: string
  states: Record<S, Stage>
  start: NoInfer<S>
  ends: readonly NoInfer<S>[]
  steps: Record<V, Step<NoInfer<S>>>
}): Process<S, V> => p

export type StepRefusal = 'wrongState' | 'reasonMissing' | 'textMissing' | 'proofMissing' | 'dateMissing'

/** The state after `verb` and its public stage, or why it cannot be taken from here. */
export function step<S extends string, V extends string>(
  p: Process<S, V>,
  verb: V,
  at: { state: S; before?: S | undefined },
  given: Partial<Record<'reason' | 'text' | 'proof' | 'date', unknown>> = {},
): Result<{ to: S; stage: Stage }, StepRefusal> {
  const { from, to, needs = [] } = p.steps[verb]
  if (!from.includes(at.state)) return refuse('wrongState', { facts: { verb, state: at.state } })
  for (const need of needs) {
    const value = given[need]
    if (value === undefined || value === null || value === '' || (typeof value === 'string' && !value.trim())) {
      return refuse(`${need}Missing`, { field: need })
    }
  }
  const next = to === 'same' ? at.state : to === 'before' ? (at.before ?? p.start) : to
  return ok({ to: next, stage: p.states[next] })
}

/** The verbs that the table allows from `state`, in its order. */
export const verbsFrom = <S extends string, V extends string>(p: Process<S, V>, state: S): V[] =>
  (Object.entries(p.steps) as [V, Step<S>][]).filter(([, s]) => s.from.includes(state)).map(([verb]) => verb)
