import { z } from 'zod'
import type { ChosenApplication, OfferedStep } from '#services/applications/index.ts'
import { resultFields } from '../worklist/index.ts'

/** So many applications at once: for each its steps are looked at before. */
export const MOST_AT_ONCE = 100

const STEP = 'schritt:'
/** `assign`, `write`, `schritt` before a step is chosen, `schritt:{key}` with one. */
export const BulkAction = z.string().regex(/^(assign|write|schritt(:[a-z][A-Za-z0-9]{0,39})?)$/)
export type BulkAction = z.output<typeof BulkAction>

export const stepIn = (was: BulkAction): string | undefined => (was.startsWith(STEP) ? was.slice(STEP.length) : undefined)
export const actionOf = (step: string): BulkAction => `${STEP}${step}`

const text = z.string().max(10_000).catch('')

/** The form on its way: nothing of it is wrong yet. */
export const BulkDraft = z.object({
  was: BulkAction.optional().catch(undefined),
  n: z.array(z.string().max(20)).max(1000).default([]).catch([]),
  baustein: z.uuid().optional().catch(undefined),
  reason: z.string().max(40).optional().catch(undefined),
  personId: z.string().max(40).optional().catch(undefined),
  text,
  textEn: text,
  liste: z.string().max(2000).default('').catch(''),
})
export type BulkDraft = z.output<typeof BulkDraft>

export const BulkInput = z.object({
  was: BulkAction,
  n: z.array(z.string().max(20)).min(1, 'desk.bulk.none').max(MOST_AT_ONCE, 'deskApplications.bulk.tooMany'),
  reason: z.string().max(40).optional(),
  personId: z.uuid().optional(),
  text: z.string().trim().max(4000).default(''),
  /** For those who read English; without it everybody reads `text`. */
  textEn: z.string().trim().max(4000).default(''),
  liste: z.string().max(2000).default(''),
})
export type BulkInput = z.output<typeof BulkInput>

export const ResultQuery = z.object({ ...resultFields, was: BulkAction })

type Step = OfferedStep['step']

/** Steps that ask for no more than a reason and words; a decision and a letter are made for one application. */
const forMany = ({ needs }: Step): boolean => needs.every((need) => need === 'reason' || need === 'text')

/** The same step, also where services have workflows of their own: asks for the same, says the same. */
export const isSame = (a: Step, b: Step): boolean =>
  a.key === b.key &&
  a.event === b.event &&
  a.words.de === b.words.de &&
  JSON.stringify([a.needs, a.reasons]) === JSON.stringify([b.needs, b.reasons])

const canTake = ({ steps }: ChosenApplication, step: Step): boolean =>
  steps.some((one) => one.mine && one.unmet.length === 0 && isSame(one.step, step))

/** Steps that all of them allow, to whoever looks. */
export function sharedSteps(chosen: readonly ChosenApplication[]): Step[] {
  const [first, ...others] = chosen
  return (first?.steps ?? [])
    .map(({ step }) => step)
    .filter((step) => forMany(step) && [first!, ...others].every((one) => canTake(one, step)))
}

/** Why it cannot be done with this one, as the verb would say; undefined where it can. `step` is the one that is meant for all. */
export function blockedBy(was: BulkAction, { case: it, steps, mine }: ChosenApplication, step?: Step): string | undefined {
  const key = stepIn(was)
  if (key === undefined) return !mine ? 'notYourUnit' : was === 'assign' && it.closedAt ? 'caseIsClosed' : undefined
  const offered = steps.find(({ step }) => step.key === key)
  if (!offered) return 'wrongState'
  if (step && !isSame(offered.step, step)) return 'stepNotForMany'
  if (!offered.mine) return 'notYourUnit'
  return offered.unmet[0] ? `guard.${offered.unmet[0].kind}` : undefined
}

/** The step of a bulk action, as the first that has it names it. */
export const stepOf = (was: BulkAction, chosen: readonly ChosenApplication[]): Step | undefined =>
  chosen.flatMap(({ steps }) => steps).find(({ step }) => step.key === stepIn(was) && forMany(step))?.step
