import { createHash } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import { textOfRefusal } from '#platform/http/refusal-text.ts'
import type { Refusal } from '#platform/result.ts'
import { noteToldUpdate, reportToWorkOn, StepInput, sayInPublic, takeStep } from '#services/reports/index.ts'
import type { CallError } from './error.rules.ts'
import type { Done } from './post.ts'
import { stepsTo, type ToldUpdate } from './update.rules.ts'

/**
 * What another system tells of a report of its department, by the same steps as staff takes: the state table, proof and reasons hold.
 * The key's department alone may; the right to work counts for this call and nothing else.
 */
export async function tellUpdate(given: Ctx, update: ToldUpdate, photos: readonly string[]): Promise<Done> {
  const { actor } = given
  const ctx: Ctx = { ...given, actor: { ...actor, permissions: new Set([...actor.permissions, 'report.work']) } }
  const report = await reportToWorkOn(ctx, update.number)
  if (!report) return { errors: [{ name: 'request' }] }
  const content = createHash('sha256').update(JSON.stringify(update)).digest()
  const told = { apiKeyId: actor.apiKeyId!, updateId: update.updateId, caseId: report.id, contentHash: content }
  const before = await noteToldUpdate(ctx, told)
  if (before) return before.contentHash.equals(content) ? receipt(update) : { errors: [{ name: 'keyReused' }] }

  const steps = stepsTo(update, report.state)
  const text = update.description || undefined
  const number = report.number
  for (const [i, step] of steps.entries()) {
    const last = i === steps.length - 1
    const input = StepInput.safeParse({ ...step, number, ...(last ? { text, photos: [...photos] } : {}) })
    if (!input.success) return refused(ctx, { code: 'reasonWrong' })
    const taken = await takeStep(ctx, input.data)
    if (!taken.ok) return refused(ctx, taken.refusal)
  }
  if (steps.length === 0 && text) {
    const said = await sayInPublic(ctx, { number, text, photos })
    if (!said.ok) return refused(ctx, said.refusal)
  }
  return receipt(update)
}

const receipt = ({ updateId }: ToldUpdate): Done => ({ value: [{ update_id: updateId }] })

const refused = (ctx: Ctx, refusal: Refusal): { errors: CallError[] } => ({
  errors: [{ name: 'update', facts: { why: textOfRefusal(refusal, ctx.locale) } }],
})
