import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readNumber, unknownVariables } from '#services/cases/index.ts'
import { assignTo, sayInPublic, takeStep, writeToParties } from '#services/reports/index.ts'
import { type BulkAction, type BulkInput, bulkTable } from './bulk.rules.ts'
import { reportsByNumber } from './bulk.sql.ts'
import { wordsFor } from './bulk.words.ts'
import type { BulkResult } from './bulk-result.rules.ts'

type Refused = 'notAllowed' | 'reasonMissing' | 'textMissing' | 'unitMissing' | 'variableUnknown'

/**
 * Does one thing with many reports, each by its own verb with its own event. What is missing for all is refused; what one of
 * them refuses is named in the result and stops none of the others. A text in which a variable stays empty is not sent.
 */
export async function workOnMany(ctx: Ctx, input: BulkInput): Promise<Result<BulkResult<BulkAction>, Refused>> {
  const { may: permission, fields } = bulkTable[input.was]
  if (!may(ctx, permission)) return refuse('notAllowed')
  if (fields.includes('reason') && !input.reason) return refuse('reasonMissing', { field: 'reason' })
  if (fields.includes('text') && !input.text) return refuse('textMissing', { field: 'text' })
  if (fields.includes('unit') && !input.unitId) return refuse('unitMissing', { field: 'unitId' })
  for (const field of ['text', 'textEn'] as const) {
    const [name] = unknownVariables(input[field] ?? '')
    if (name !== undefined) return refuse('variableUnknown', { field, facts: { name: `{${name}}` } })
  }

  const result: BulkResult<BulkAction> = { was: input.was, done: [], failed: [], liste: input.liste }
  // In the same order for everybody, so that two who work on the same reports wait for each other and not crosswise.
  const numbers = [...new Set(input.n.map((number) => readNumber(number) ?? number))].sort()
  const words = input.text ? await wordsFor(ctx, input.was, await reportsByNumber(ctx, numbers), input) : undefined
  for (const number of numbers) {
    const said = words?.get(number)
    if (words && !said) {
      result.failed.push({ number, code: 'unknown' })
      continue
    }
    const one = said?.empty.length ? refuse('placeholderEmpty') : await workOnOne(ctx, number, { ...input, text: said?.text ?? input.text })
    if (one.ok) result.done.push(number)
    else result.failed.push({ number, code: one.refusal.code })
  }
  return ok(result)
}

function workOnOne(ctx: Ctx, number: string, { was, text, personId, reason, unitId }: BulkInput): Promise<Result<unknown>> {
  if (was === 'assign') return assignTo(ctx, { number, personId })
  if (was === 'say') return sayInPublic(ctx, { number, text: text ?? '' })
  if (was === 'write') return writeToParties(ctx, { number, text: text ?? '' })
  return takeStep(ctx, { number, verb: was, reason, text, unitId })
}
