import { inquiryWorkflow } from '../../workflows/inquiry.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import type { Words, Workflow } from '../../workflows/workflow.rules.ts'
import { freeKey } from '../key.rules.ts'

/** What is chosen when a workflow is begun from the standard one. */
export type Choices = {
  kind: 'decision' | 'inquiry'
  normDays: number
  /** A second person approves decisions. */
  fourEyes: boolean
  /** The template of the letter with the decision. */
  letter: string | undefined
  /** The law by which silence means yes, and after how many months. */
  deemed: { law: string; months: number } | undefined
  /** Departments to ask, and how many days each has. */
  opinions: readonly { unit: string; words: Words; days: number }[]
}

/** The life that most services have, with what was chosen. */
export function workflowOf({ kind, normDays, fourEyes, letter, deemed, opinions }: Choices): Workflow {
  if (kind === 'inquiry') return { ...inquiryWorkflow(), normDays }
  const keys = new Set<string>()
  const asked = opinions.map((one) => {
    const key = freeKey(one.words.de, 'opinion', keys)
    keys.add(key)
    return { key, ...one }
  })
  const made = standardWorkflow({ opinions: asked, normDays, ...(deemed && { deemed }) })
  const clerk = { by: 'unit', role: 'clerk' } as const
  return {
    ...made,
    states: fourEyes ? made.states : made.states.map((state) => (state.key === 'approval' ? { ...state, responsible: clerk } : state)),
    steps: made.steps.map((step) => ({
      ...step,
      ...(letter && step.letter !== undefined && { letter }),
      ...(!fourEyes && ['approve', 'return'].includes(step.key) && { who: clerk, guards: [] }),
    })),
  }
}
