import { systemTakes, targetsOf, type Workflow, type WorkflowStep } from './workflow.rules.ts'

/** One way from a state to another by a step that somebody, or the system, takes. */
export type Way = { from: string; to: string; step: WorkflowStep }

export const waysOf = (workflow: Workflow): Way[] =>
  workflow.steps.flatMap((step) =>
    step.from
      .filter((from) => step.who.by !== 'system' || systemTakes(workflow, step, from))
      .flatMap((from) => targetsOf(workflow, step, from).map((to) => ({ from, to, step }))),
  )

/** All that can be come to from these, themselves included. */
export function reach(starts: Iterable<string>, ways: readonly { from: string; to: string }[]): Set<string> {
  const next = new Map<string, string[]>()
  for (const { from, to } of ways) next.set(from, [...(next.get(from) ?? []), to])
  const seen = new Set(starts)
  for (const state of seen) for (const to of next.get(state) ?? []) seen.add(to)
  return seen
}

export const backwards = (ways: readonly Way[]) => ways.map(({ from, to }) => ({ from: to, to: from }))
