import { addDays, dayIn, daysBetween, endOfDay } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { mayConfigure, noteSetting } from '../catalogue.verbs.ts'
import { settingEvents } from '../report.events.ts'
import { copyRules } from '../routing.sql.ts'
import { stopReplays, tried } from './replay.sql.ts'
import { MOST_DAYS_AHEAD, type RoutingVersion } from './version.rules.ts'
import {
  draftVersion,
  insertDraft,
  lockDraft,
  setDiscarded,
  setValidFrom,
  versionInForce,
  versionNumbered,
  versionScheduled,
} from './version.sql.ts'

type Refused = 'notAllowed' | 'unknown'
const about = ({ id }: RoutingVersion) => ({ type: 'routingVersion', id })

/** A draft made from the version in force, or from an earlier one. There is one at a time, and none while a version waits for its day. */
export async function startDraft(
  ctx: Ctx,
  { from }: { from?: number | undefined } = {},
): Promise<Result<RoutingVersion, Refused | 'draftExists' | 'versionScheduled'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  if (await draftVersion(ctx)) return refuse('draftExists')
  const waits = await versionScheduled(ctx)
  if (waits) return refuse('versionScheduled', { facts: { number: waits.number } })
  const origin = from === undefined ? await versionInForce(ctx) : await versionNumbered(ctx, from)
  if (from !== undefined && !origin) return refuse('unknown')
  const draft = await insertDraft(ctx, newId(ctx.now().getTime()), origin?.number)
  if (!draft) return refuse('draftExists')
  if (origin) await copyRules(ctx, origin.id, draft.id)
  await noteSetting(ctx, settingEvents.versionDrafted, about(draft), { number: draft.number })
  return ok(draft)
}

/** The draft, held for this transaction; where `begin` says so it is begun if there is none. */
export async function draftToEdit(
  ctx: Ctx,
  { begin }: { begin: boolean },
): Promise<Result<RoutingVersion, Refused | 'draftExists' | 'versionScheduled'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const draft = await lockDraft(ctx)
  if (draft) return ok(draft)
  return begin ? await startDraft(ctx) : refuse('unknown')
}

/** The draft is given up; its number is not used again. */
export async function discardDraft(ctx: Ctx): Promise<Result<RoutingVersion, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const draft = await lockDraft(ctx)
  if (!draft) return refuse('unknown')
  await stopReplays(ctx, draft.id)
  await setDiscarded(ctx, draft.id)
  await noteSetting(ctx, settingEvents.versionDiscarded, about(draft), { number: draft.number })
  return ok(draft)
}

/**
 * New reports go by the draft from now on, or from the beginning of a day in town. It has to be replayed as it is, unless somebody says
 * that it shall count without.
 */
export async function decideDraft(
  ctx: Ctx,
  { day, withoutReplay = false }: { day?: string | undefined; withoutReplay?: boolean | undefined } = {},
): Promise<Result<RoutingVersion, Refused | 'replayMissing' | 'dayNotPossible'>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const draft = await lockDraft(ctx)
  if (!draft) return refuse('unknown')
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  if (day && (day < today || daysBetween(today, day) > MOST_DAYS_AHEAD)) return refuse('dayNotPossible', { field: 'day' })
  if (!withoutReplay && !(await tried(ctx, draft))) return refuse('replayMissing', { field: 'withoutReplay' })
  const later = day !== undefined && day > today
  const validFrom = later ? new Date(endOfDay(addDays(day, -1), ctx.town.timeZone).getTime() + 1000) : ctx.now()
  await stopReplays(ctx, draft.id)
  await setValidFrom(ctx, draft.id, validFrom)
  const { number } = draft
  await noteSetting(ctx, settingEvents.versionDecided, about(draft), later ? { number, day } : { number })
  return ok({ ...draft, validFrom })
}

/** A version that waits for its day is a draft again. */
export async function takeBackVersion(ctx: Ctx, { number }: { number: number }): Promise<Result<RoutingVersion, Refused>> {
  if (!mayConfigure(ctx)) return refuse('notAllowed')
  const waits = await versionScheduled(ctx)
  if (waits?.number !== number) return refuse('unknown')
  await setValidFrom(ctx, waits.id, null)
  await noteSetting(ctx, settingEvents.versionTakenBack, about(waits), { number })
  return ok({ ...waits, validFrom: undefined })
}
