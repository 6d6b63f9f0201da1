import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { definitionEvents, Reason } from './definition.rules.ts'
import { definitionBy } from './definition.sql.ts'
import {
  isOwn,
  makersOf,
  type NotReady,
  type Proving,
  PUBLISH_DEFINITIONS,
  soundDraft,
  todayOf,
  WRITE_DEFINITIONS,
} from './definition.verbs.ts'
import { setAsked, setReturned } from './review.sql.ts'

type At = { key: string; revision: number }

/** The draft is ready: whoever may publish it hears that it waits. A draft that could not be published is not handed in. */
export async function handInDefinition(
  ctx: Ctx,
  proving: Proving,
  { key, revision }: At,
): Promise<Result<true, NotReady | 'alreadyHandedIn'>> {
  if (!may(ctx, WRITE_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, proving.kind, key, { hold: true })
  if (!known) return refuse('unknown')
  if (known.revision !== revision) return refuse('draftChanged')
  if (known.review.asked?.revision === revision) return refuse('alreadyHandedIn')
  const sound = await soundDraft(ctx, proving, known, todayOf(ctx))
  if (!sound.ok) return sound
  await setAsked(ctx, proving.kind, known.id)
  await record(ctx, definitionEvents[proving.kind].handedIn, { about: [{ type: proving.kind, id: known.id }], data: { key } })
  return ok(true)
}

/** It comes back to who wrote it, with what is to be mended. The reason stands with the draft, never in an event. */
export async function sendBackDefinition(
  ctx: Ctx,
  { kind }: Pick<Proving, 'kind'>,
  { key, revision, reason }: At & { reason: string },
): Promise<Result<true, 'notAllowed' | 'unknown' | 'draftChanged' | 'secondPersonNeeded' | 'notHandedIn'>> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, kind, key, { hold: true })
  if (!known) return refuse('unknown')
  if (known.revision !== revision) return refuse('draftChanged')
  if (!known.review.asked) return refuse('notHandedIn')
  if (isOwn(ctx, known.changedBy, known.review.asked.by)) return refuse('secondPersonNeeded')
  await setReturned(ctx, kind, known.id, Reason.parse(reason))
  const data = { key, tell: makersOf(known) }
  await record(ctx, definitionEvents[kind].sentBack, { about: [{ type: kind, id: known.id }], data })
  return ok(true)
}
