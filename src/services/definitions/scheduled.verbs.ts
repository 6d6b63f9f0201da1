import { record } from '#core/memory/index.ts'
import { addDays, endOfDay } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { ok, type Refusal, type Result, refuse } from '#platform/result.ts'
import {
  type Definition,
  type DefinitionKind,
  definitionEvents,
  MOST_DAYS_AHEAD,
  type ScheduledVersion,
  type Version,
} from './definition.rules.ts'
import { definitionBy, definitionById } from './definition.sql.ts'
import {
  hashOf,
  isOwn,
  makersOf,
  type NotReady,
  type Proving,
  PUBLISH_DEFINITIONS,
  peopleIn,
  putInForce,
  readyToPublish,
  todayOf,
} from './definition.verbs.ts'
import { endReview } from './review.sql.ts'
import { endScheduled, insertScheduled, moveScheduled, scheduledVersion } from './scheduled.sql.ts'

/** The job that puts in force what waits for this moment. */
export const GO_LIVE = 'definition.goLive'

/** A little after the day has begun, so that no clock that goes behind says that it has not. */
function wakeOn(ctx: Ctx, kind: DefinitionKind, id: string, day: string): void {
  const begins = endOfDay(addDays(day, -1), ctx.town.timeZone).getTime() + 1000
  enqueue(ctx, GO_LIVE, { kind, id }, { runAt: new Date(begins + 2000), key: `${GO_LIVE} ${id}` })
}

/** From tomorrow on: what is to be in force today is published at once. */
function wrongDay(ctx: Ctx, day: string): { ok: false; refusal: Refusal<'dayNotAhead'> } | undefined {
  const today = todayOf(ctx)
  const right = day > today && day <= addDays(today, MOST_DAYS_AHEAD)
  return right ? undefined : refuse('dayNotAhead', { field: 'day' })
}

/** The draft will be in force from a day on, as it is now; until then what is in force stays. Proven for that day, and again when it comes. */
export async function scheduleDefinition(
  ctx: Ctx,
  proving: Proving,
  { day, ...at }: { key: string; revision: number; day: string },
): Promise<Result<ScheduledVersion, NotReady | 'dayNotAhead'>> {
  const wrong = wrongDay(ctx, day)
  if (wrong) return wrong
  const ready = await readyToPublish(ctx, proving, at, day)
  if (!ready.ok) return ready
  const { kind } = proving
  const { known, content, hash } = ready.value
  const id = newId(ctx.now().getTime())
  await insertScheduled(ctx, kind, known.id, { id, content, hash, day, madeBy: known.changedBy, askedBy: known.review.asked?.by })
  await endReview(ctx, kind, known.id)
  wakeOn(ctx, kind, known.id, day)
  const data = { key: known.key, day, tell: makersOf(known) }
  await record(ctx, definitionEvents[kind].scheduled, { about: [{ type: kind, id: known.id }], data })
  return ok((await scheduledVersion(ctx, kind, known.id))!)
}

type Held = { known: Definition; waiting: ScheduledVersion }
type NotHeld = 'notAllowed' | 'unknown' | 'notScheduled'

/** The version that waits, held until the end of the transaction. `id` is the one that was looked at. */
async function heldScheduled(ctx: Ctx, kind: DefinitionKind, { key, id }: { key: string; id: string }): Promise<Result<Held, NotHeld>> {
  if (!may(ctx, PUBLISH_DEFINITIONS)) return refuse('notAllowed')
  const known = await definitionBy(ctx, kind, key, { hold: true })
  if (!known) return refuse('unknown')
  const waiting = await scheduledVersion(ctx, kind, known.id)
  return waiting?.id === id ? ok({ known, waiting }) : refuse('notScheduled')
}

const toTell = ({ madeBy, askedBy, decidedBy }: ScheduledVersion): string[] => peopleIn(madeBy, askedBy, decidedBy)

/** It waits no longer. Whoever may publish may do so; what it holds is kept and can be taken into the draft. */
export async function callBackScheduled(
  ctx: Ctx,
  { kind }: Pick<Proving, 'kind'>,
  at: { key: string; id: string },
): Promise<Result<true, NotHeld>> {
  const held = await heldScheduled(ctx, kind, at)
  if (!held.ok) return held
  const { known, waiting } = held.value
  await endScheduled(ctx, kind, waiting.id, { how: 'calledBack' })
  const data = { key: known.key, day: waiting.day, tell: toTell(waiting) }
  await record(ctx, definitionEvents[kind].calledBack, { about: [{ type: kind, id: known.id }], data })
  return ok(true)
}

/** Another day, earlier or later. A decision like the first one: by somebody else than who wrote it, and proven. */
export async function moveScheduledTo(
  ctx: Ctx,
  proving: Proving,
  { day, ...at }: { key: string; id: string; day: string },
): Promise<Result<true, NotHeld | 'secondPersonNeeded' | 'dayNotAhead' | 'faultsFound'>> {
  const { kind } = proving
  const held = await heldScheduled(ctx, kind, at)
  if (!held.ok) return held
  const { known, waiting } = held.value
  if (isOwn(ctx, waiting.madeBy)) return refuse('secondPersonNeeded')
  const wrong = wrongDay(ctx, day)
  if (wrong) return wrong
  if (day === waiting.day) return ok(true)
  const proven = await prove(ctx, proving, waiting, day)
  if (proven.faults.length > 0) return refuse('faultsFound', { facts: { count: proven.faults.length } })
  await moveScheduled(ctx, kind, waiting.id, day)
  wakeOn(ctx, kind, known.id, day)
  const data = { key: known.key, day, tell: toTell(waiting) }
  await record(ctx, definitionEvents[kind].moved, { about: [{ type: kind, id: known.id }], data })
  return ok(true)
}

/** Brought forward to this moment. What is found faulty now keeps its day. */
export async function publishScheduled(
  ctx: Ctx,
  proving: Proving,
  at: { key: string; id: string },
): Promise<Result<Version, NotHeld | 'secondPersonNeeded' | 'faultsFound'>> {
  const held = await heldScheduled(ctx, proving.kind, at)
  if (!held.ok) return held
  if (isOwn(ctx, held.value.waiting.madeBy)) return refuse('secondPersonNeeded')
  const proven = await prove(ctx, proving, held.value.waiting, todayOf(ctx))
  if (proven.faults.length > 0) return refuse('faultsFound', { facts: { count: proven.faults.length } })
  return ok(await liveNow(ctx, proving, held.value, proven.content, ctx.actor.personId))
}

/**
 * Puts the version in force whose day has come, late too. What it refers to may have changed since: with a fault it fails, what was in
 * force stays, and the event says why. False where nothing waits or its day is still to come; done twice it changes nothing.
 */
export async function goLive(ctx: Ctx, proving: Proving, id: string): Promise<boolean> {
  const { kind } = proving
  const known = await definitionById(ctx, kind, id, { hold: true })
  const waiting = known && (await scheduledVersion(ctx, kind, id))
  if (!known || !waiting || waiting.day > todayOf(ctx)) return false
  const { content, faults } = await prove(ctx, proving, waiting, todayOf(ctx))
  if (faults.length === 0) {
    await liveNow(ctx, proving, { known, waiting }, content, waiting.decidedBy)
    return true
  }
  await endScheduled(ctx, kind, waiting.id, { how: 'failed', faults })
  const data = { key: known.key, day: waiting.day, faults, tell: toTell(waiting) }
  await record(ctx, definitionEvents[kind].failed, { about: [{ type: kind, id }], data })
  return true
}

async function liveNow(ctx: Ctx, proving: Proving, { known, waiting }: Held, content: unknown, by: string | undefined): Promise<Version> {
  const version = await putInForce(ctx, proving, { known, content, hash: hashOf(content), by })
  await endScheduled(ctx, proving.kind, waiting.id, { how: 'live', number: version.number })
  const data = { key: known.key, version: version.number, day: waiting.day, tell: toTell(waiting) }
  await record(ctx, definitionEvents[proving.kind].published, { about: [{ type: proving.kind, id: known.id }], data })
  return version
}

/** So many kinds of faults are named. */
const MOST_NAMED = 10

/** What keeps a version that waits from being in force on a day. */
async function prove(ctx: Ctx, { parse, faults }: Proving, { content: waiting }: ScheduledVersion, day: string) {
  const content = parse(waiting)
  const found = content === undefined ? ['definitionBroken'] : await faults(ctx, content, day)
  return { content, faults: [...new Set(found)].slice(0, MOST_NAMED) }
}
