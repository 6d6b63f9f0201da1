import { eventKinds, eventLog, type LoggedEvent, type Subject } from '#core/memory/index.ts'
import { personNames } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'

/** What administration did with something, newest first; cases have timelines of their own. `everything`: whatever happened to it. */
export async function historyOf(
  ctx: Ctx,
  about: Subject,
  { everything = false }: { everything?: boolean } = {},
): Promise<{ events: LoggedEvent[]; names: Map<string, string> }> {
  const kinds = eventKinds()
    .map(({ kind }) => kind)
    .filter((kind) => /^(organisation|membership|invitation|person|account)\./.test(kind))
  const events = await eventLog(ctx, everything ? undefined : kinds, { about }, 30)
  const names = await personNames(
    ctx,
    events.flatMap(({ actorPersonId }) => actorPersonId ?? []),
  )
  return { events, names }
}
