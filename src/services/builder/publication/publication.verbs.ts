import type { Ctx } from '#platform/context.ts'
import { type Result, refuse } from '#platform/result.ts'
import type { Definition, DefinitionKind } from '../../definitions/definition.rules.ts'
import { definitionBy } from '../../definitions/definition.sql.ts'
import { publishDefinition, saveDefinition, todayOf } from '../../definitions/definition.verbs.ts'
import { handInDefinition, sendBackDefinition } from '../../definitions/review.verbs.ts'
import { scheduledVersionById } from '../../definitions/scheduled.sql.ts'
import { callBackScheduled, moveScheduledTo, publishScheduled, scheduleDefinition } from '../../definitions/scheduled.verbs.ts'
import { provings } from './provings.ts'

type Draft = { key: string; revision: number }
type Scheduled = { key: string; id: string }

/** What is decided about the draft of a form or a workflow before it is in force. */
export const publicationOf = (kind: DefinitionKind) => {
  const proving = provings[kind]
  return {
    handIn: (ctx: Ctx, at: Draft) => handInDefinition(ctx, proving, at),
    sendBack: (ctx: Ctx, at: Draft & { reason: string }) => sendBackDefinition(ctx, proving, at),
    /** At once, or from a day on. */
    publish: (ctx: Ctx, { day, ...at }: Draft & { day?: string | undefined }): Promise<Result<{ number: number } | { day: string }>> =>
      day === undefined || day === todayOf(ctx) ? publishDefinition(ctx, proving, at) : scheduleDefinition(ctx, proving, { ...at, day }),
    callBack: (ctx: Ctx, at: Scheduled) => callBackScheduled(ctx, proving, at),
    move: (ctx: Ctx, at: Scheduled & { day: string }) => moveScheduledTo(ctx, proving, at),
    publishNow: (ctx: Ctx, at: Scheduled) => publishScheduled(ctx, proving, at),
    restore: (ctx: Ctx, at: Draft & { id: string }) => restoreScheduled(ctx, kind, at),
  }
}

/** A version that waits, was called back or failed becomes the draft. */
async function restoreScheduled(
  ctx: Ctx,
  kind: DefinitionKind,
  { key, revision, id }: Draft & { id: string },
): Promise<Result<Definition>> {
  const known = await definitionBy(ctx, kind, key)
  const it = known && (await scheduledVersionById(ctx, kind, { definitionId: known.id, id }))
  if (!known || !it) return refuse('unknown')
  return await saveDefinition(ctx, provings[kind], { key, name: known.name, draft: it.content, revision })
}
