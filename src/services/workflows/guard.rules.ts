import type { Guard, WorkflowStep } from './workflow.rules.ts'

/** What is known of a case when a step is about to be taken. */
export type Facts = {
  questionOpen: boolean
  /** Opinions that are asked for, needed, and neither given nor out of time. */
  opinionsMissing: readonly string[]
  documentsMissing: readonly string[]
  feeOpen: boolean
  letterOut: boolean
  /** Who took a step last: the person's id by the step's key. */
  takenBy: ReadonlyMap<string, string | undefined>
  deadlinesOver: ReadonlySet<string>
  /** Who asks; undefined for the system. */
  personId: string | undefined
}

const met: { [K in Guard['kind']]: (guard: Extract<Guard, { kind: K }>, facts: Facts) => boolean } = {
  questionAnswered: (_, { questionOpen }) => !questionOpen,
  opinionsIn: (_, { opinionsMissing }) => opinionsMissing.length === 0,
  // Without a drafter there is nobody whose second pair of eyes this could be.
  fourEyes: ({ of }, { takenBy, personId }) => {
    const drafter = takenBy.get(of)
    return drafter !== undefined && personId !== undefined && drafter !== personId
  },
  documentsComplete: (_, { documentsMissing }) => documentsMissing.length === 0,
  feeSettled: (_, { feeOpen }) => !feeOpen,
  letterHandedOver: (_, { letterOut }) => letterOut,
  deadlineOver: ({ deadline }, { deadlinesOver }) => deadlinesOver.has(deadline),
}

const isMet = <K extends Guard['kind']>(guard: Extract<Guard, { kind: K }>, facts: Facts) =>
  (met[guard.kind] as (g: typeof guard, f: Facts) => boolean)(guard, facts)

/** The conditions of a step that are not met yet, in their order. */
export const unmet = ({ guards }: Pick<WorkflowStep, 'guards'>, facts: Facts): Guard[] => guards.filter((guard) => !isMet(guard, facts))
