import { z } from 'zod'
import { defineProcess, type Process, type Stage, stages } from '#platform/process.ts'

/** What somebody reads, in both languages. A draft may have gaps; the proof finds them. */
export const Words = z.object({ de: z.string().trim().max(300), en: z.string().trim().max(300) })
export type Words = z.output<typeof Words>

const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const days = z.number().int().min(1).max(730)

/**
 * Who takes a step. `unit` without a code is the unit that has the case, with one a certain unit; a role narrows it to those who have it
 * there. `role` is whoever has that role in town. `system` acts by itself: when time is over or all conditions are met.
 */
export const Who = z.discriminatedUnion('by', [
  z.object({ by: z.literal('unit'), unit: z.string().max(60).optional(), role: z.string().max(40).optional() }),
  z.object({ by: z.literal('role'), role: z.string().max(40) }),
  z.object({ by: z.literal('party') }),
  z.object({ by: z.literal('system') }),
])
export type Who = z.output<typeof Who>

/** What must be so before a step can be taken. */
export const Guard = z.discriminatedUnion('kind', [
  /** No question to the parties waits. */
  z.object({ kind: z.literal('questionAnswered') }),
  /** All departments that have to give their opinion gave it, or their time is over. */
  z.object({ kind: z.literal('opinionsIn') }),
  /** Somebody else than who took the step `of` last. */
  z.object({ kind: z.literal('fourEyes'), of: key }),
  z.object({ kind: z.literal('documentsComplete') }),
  z.object({ kind: z.literal('feeSettled') }),
  z.object({ kind: z.literal('letterHandedOver') }),
  /** A legal deadline is over. */
  z.object({ kind: z.literal('deadlineOver'), deadline: key }),
])
export type Guard = z.output<typeof Guard>

/** The closed list of what can happen to an application; what the engine does besides moving the case hangs on it. */
export const stepEvents = [
  'moved',
  'accepted',
  'started',
  'asked',
  'answered',
  'questionExpired',
  'replied',
  'admitted',
  'opinionsRequested',
  'opinionsGiven',
  'opinionsTimedOut',
  'drafted',
  'returned',
  'approved',
  'deemed',
  'delivered',
  'closed',
  'withdrawn',
  'ended',
  'transferred',
  'reopened',
  'objectionFiled',
] as const

const Choice = z.object({ key, words: Words })

export const WorkflowStep = z.object({
  key,
  /** On the button: "Rückfrage stellen". */
  words: Words,
  from: z.array(key).min(1).max(40),
  to: z.union([key, z.literal('same'), z.literal('before')]),
  who: Who,
  guards: z.array(Guard).max(7).default([]),
  needs: z
    .array(z.enum(['text', 'reason', 'letter', 'decision']))
    .max(4)
    .default([]),
  /** Those to choose from, where a reason is needed. */
  reasons: z.array(Choice).max(30).default([]),
  /** The outcomes to choose from, where a decision is needed and not all of them fit. */
  outcomes: z.array(key).max(20).optional(),
  /** The template of the letter that this step makes. */
  letter: z.string().max(60).optional(),
  event: z.enum(stepEvents),
  audience: z.enum(['parties', 'internal']),
})
export type WorkflowStep = z.output<typeof WorkflowStep>

export const WorkflowState = z.object({
  key,
  /** One of the public's seven words; `done` and `ended` make it an end. */
  stage: z.enum(stages).exclude(['draft']),
  words: Words,
  /** What the citizen reads about it: what happens now, who acts next. */
  hint: Words.optional(),
  /** Who has to act; not in an end. */
  responsible: Who.optional(),
  /** After so many days the system takes this step. */
  timeOut: z.object({ days, working: z.boolean().default(false), step: key }).optional(),
  /** What is to be done when a case comes here. */
  tasks: z
    .array(z.object({ key, words: Words, days: z.number().int().min(0).max(250), who: Who }))
    .max(20)
    .default([]),
  /** Opinions that are asked for when a case comes here. */
  opinions: z.array(key).max(20).default([]),
})
export type WorkflowState = z.output<typeof WorkflowState>

/** Another department says what it thinks of it. */
const Opinion = z.object({ key, words: Words, unit: z.string().max(60), days, required: z.boolean().default(true) })
export type Opinion = z.output<typeof Opinion>

/** A time that a law sets: it begins when a case comes to `from` and matters until it comes to one of `until`. */
const Deadline = z.object({
  key,
  words: Words,
  law: z.string().trim().max(200),
  length: z.object({ count: z.number().int().min(1).max(365), in: z.enum(['workingDays', 'days', 'months']) }),
  from: key,
  until: z.array(key).min(1).max(40),
})
export type Deadline = z.output<typeof Deadline>

/** How a case can end on the merits: what the decision says. */
const Outcome = Choice

export const Workflow = z.object({
  start: key,
  states: z.array(WorkflowState).min(1).max(40),
  steps: z.array(WorkflowStep).min(1).max(120),
  opinions: z.array(Opinion).max(20).default([]),
  deadlines: z.array(Deadline).max(10).default([]),
  outcomes: z.array(Outcome).max(20).default([]),
  /** Working days in which it is meant to be done; the promise while there is no experience. */
  normDays: z.number().int().min(1).max(365),
})
export type Workflow = z.output<typeof Workflow>
export type WorkflowInput = z.input<typeof Workflow>

/** How a step that needs a decision can decide. */
export const outcomesOf = ({ outcomes }: Workflow, step: Pick<WorkflowStep, 'outcomes'>): Workflow['outcomes'] =>
  outcomes.filter(({ key: outcome }) => step.outcomes === undefined || step.outcomes.includes(outcome))

export const isEnd = ({ stage }: Pick<WorkflowState, 'stage'>): boolean => stage === 'done' || stage === 'ended'

export const stateOf = (workflow: Workflow, state: string): WorkflowState | undefined =>
  workflow.states.find(({ key: its }) => its === state)

export const stepsFrom = (workflow: Workflow, state: string): WorkflowStep[] => workflow.steps.filter(({ from }) => from.includes(state))

/** Where a step leads from a state: several, where it goes back to what was before. */
export function targetsOf(workflow: Workflow, { to }: Pick<WorkflowStep, 'to'>, from: string): string[] {
  if (to === 'same') return [from]
  if (to !== 'before') return [to]
  const into = workflow.steps.filter((step) => step.to === from)
  return [...new Set(into.flatMap((step) => step.from))]
}

/**
 * Whether the system ever takes this step from this state: when the state's time is over, or when a condition comes true by itself.
 * Without either it would wait for nothing.
 */
export const systemTakes = (workflow: Workflow, step: WorkflowStep, from: string): boolean =>
  step.guards.length > 0 || stateOf(workflow, from)?.timeOut?.step === step.key

/** As the case engine needs it. Rights are checked by who may take the step, not by one permission. */
export const processOf = (workflow: Workflow): Process<string, string> =>
  defineProcess({
    kind: 'application',
    states: Object.fromEntries(workflow.states.map(({ key: state, stage }) => [state, stage satisfies Stage])),
    start: workflow.start,
    ends: workflow.states.filter(isEnd).map(({ key: state }) => state),
    steps: Object.fromEntries(
      workflow.steps.map(({ key: step, from, to, audience, needs }) => [
        step,
        { from, to, may: 'application.work', audience, needs: needs.filter((need) => need === 'text' || need === 'reason') },
      ]),
    ),
  })
