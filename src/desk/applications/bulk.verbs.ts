import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import {
  assignApplication,
  type ChosenApplication,
  chosenApplications,
  type OfferedStep,
  takeStep,
  writeToApplicant,
} from '#services/applications/index.ts'
import { readNumber, unknownVariables } from '#services/cases/index.ts'
import type { BulkResult } from '../worklist/index.ts'
import { wordsFor } from './bulk.read.ts'
import { type BulkInput, isSame, stepIn, stepOf } from './bulk.rules.ts'

type Refused = 'notAllowed' | 'reasonMissing' | 'textMissing' | 'variableUnknown' | 'stepNotForMany'

/**
 * Does one thing with many applications, each by its own verb with its own event. What is missing for all is refused; what one of them
 * refuses is named in the result and stops none of the others. A text in which a variable stays empty is not sent.
 */
export async function workOnMany(ctx: Ctx, input: BulkInput): Promise<Result<BulkResult, Refused>> {
  if (!may(ctx, 'application.work')) return refuse('notAllowed')
  const { was, text, textEn, liste } = input
  for (const field of ['text', 'textEn'] as const) {
    const [name] = unknownVariables(input[field])
    if (name !== undefined) return refuse('variableUnknown', { field, facts: { name: `{${name}}` } })
  }
  // In the same order for everybody, so that two who work on the same ones wait for each other and not crosswise.
  const numbers = [...new Set(input.n.map((number) => readNumber(number) ?? number))].sort()
  const chosen = await chosenApplications(ctx, numbers)
  const key = stepIn(was)
  const step = key === undefined ? undefined : stepOf(was, chosen)
  if (was === 'schritt' || (key !== undefined && !step)) return refuse('stepNotForMany')
  if (step?.needs.includes('reason') && !input.reason) return refuse('reasonMissing', { field: 'reason' })
  if ((was === 'write' || step?.needs.includes('text')) && !text) return refuse('textMissing', { field: 'text' })

  const words = text ? await wordsFor(ctx, chosen, { text, textEn: was === 'write' ? textEn : '' }) : undefined
  const seen = new Map(chosen.map((one) => [one.case.number, one]))
  const result: BulkResult = { was, done: [], failed: [], liste }
  for (const number of numbers) {
    const said = words?.get(number)
    const one = !seen.has(number)
      ? refuse('unknown')
      : step && isOther(seen.get(number), step)
        ? refuse('stepNotForMany')
        : said?.empty.length
          ? refuse('placeholderEmpty')
          : await workOnOne(ctx, number, input, key, said?.text ?? '')
    if (one.ok) result.done.push(number)
    else result.failed.push({ number, code: one.refusal.code })
  }
  return ok(result)
}

/** A step of the same name that says or asks something else, in a workflow of its own. */
const isOther = (one: ChosenApplication | undefined, step: OfferedStep['step']): boolean =>
  one?.steps.some((offered) => offered.step.key === step.key && !isSame(offered.step, step)) ?? false

function workOnOne(
  ctx: Ctx,
  number: string,
  { was, personId, reason }: BulkInput,
  step: string | undefined,
  text: string,
): Promise<Result<unknown>> {
  if (was === 'assign') return assignApplication(ctx, { number, personId })
  if (step === undefined) return writeToApplicant(ctx, { number, text })
  return takeStep(ctx, { number, step, ...(reason ? { reason } : {}), ...(text ? { text } : {}) })
}
