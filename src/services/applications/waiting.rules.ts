import { isEnd, stateOf, stepsFrom, type Workflow } from '../workflows/workflow.rules.ts'

/** Whom an application waits for at the desk, beside those who have to give an opinion. */
export const waitings = ['acceptance', 'approval', 'letter'] as const
export type Waiting = (typeof waitings)[number]

/** What a case in this state waits for, by the steps of staff that lead on from here. */
export function waitsForIn(workflow: Workflow, state: string): Waiting | undefined {
  const here = stateOf(workflow, state)
  if (!here || isEnd(here)) return undefined
  const steps = stepsFrom(workflow, state).filter(({ who }) => who.by === 'unit' || who.by === 'role')
  if (steps.some(({ event }) => event === 'accepted')) return 'acceptance'
  if (steps.some(({ event }) => event === 'approved')) return 'approval'
  return steps.some(({ needs }) => needs.includes('letter')) ? 'letter' : undefined
}
