import { z } from 'zod'
import { defineEvent, record } from '#core/memory/index.ts'
import { daysBetween } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Holder, holdersOf, membersOf, namesOf, workingUnits } from '../unit.sql.ts'
import { type Cover, type CoverState, MOST_COVER_DAYS, stateOn } from './cover.rules.ts'
import { coverById, coversComing, endCoverNow, insertCover, overlapping, todayIn, unitsOf } from './cover.sql.ts'

export const ENTER_COVER = 'cover.own'
export const MANAGE_COVER = 'cover.manage'

const data = z.object({ fromOn: z.iso.date(), untilOn: z.iso.date() })
const coverEvents = {
  entered: defineEvent({ kind: 'cover.entered', audience: 'internal', data }),
  ended: defineEvent({ kind: 'cover.ended', audience: 'internal', data }),
}

/** Roles whose work somebody else can do. */
const workers = ['crew', 'clerk', 'dispatcher', 'lead']
/** Roles that work on the cases of every unit. */
const everywhere = ['dispatcher', 'lead']

export const CoverInput = z.object({
  /** Left out it is the actor herself. */
  personId: z.uuid().optional(),
  deputyId: z.uuid(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
})
export type CoverInput = z.output<typeof CoverInput>

type Refused = 'notAllowed' | 'personUnknown' | 'deputyNotPossible' | 'untilBeforeFrom' | 'coverPast' | 'coverTooLong' | 'coverOverlaps'

/** Whose absence the actor may enter: her own, and those of the units that she leads. */
export async function coverable(ctx: Ctx): Promise<Holder[]> {
  if (!may(ctx, MANAGE_COVER)) return []
  const people = new Map<string, Holder>()
  for (const unit of await workingUnits(ctx)) for (const one of await membersOf(ctx, unit, workers)) people.set(one.id, one)
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'))
}

async function mayEnterFor(ctx: Ctx, personId: string): Promise<boolean> {
  if (personId === ctx.actor.personId) return may(ctx, ENTER_COVER)
  return (await coverable(ctx)).some(({ id }) => id === personId)
}

/** Who may work on what somebody works on: colleagues of the units, and those who work on everything. */
export async function possibleDeputies(ctx: Ctx, personId: string): Promise<Holder[]> {
  const people = new Map<string, Holder>()
  for (const unit of await unitsOf(ctx, personId, workers)) for (const one of await membersOf(ctx, unit, workers)) people.set(one.id, one)
  for (const one of await holdersOf(ctx, everywhere)) people.set(one.id, one)
  people.delete(personId)
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'))
}

/** Somebody is away from a day until a day, and this is who does her work. */
export async function enterCover(ctx: Ctx, { deputyId, fromOn, untilOn, ...input }: CoverInput): Promise<Result<Cover, Refused>> {
  const personId = input.personId ?? ctx.actor.personId
  if (!personId || !(await mayEnterFor(ctx, personId))) return refuse('notAllowed')
  if ((await unitsOf(ctx, personId, workers)).length === 0) return refuse('personUnknown', { field: 'personId' })
  const today = todayIn(ctx)
  if (untilOn < fromOn) return refuse('untilBeforeFrom', { field: 'untilOn' })
  if (untilOn < today) return refuse('coverPast', { field: 'untilOn' })
  if (daysBetween(fromOn, untilOn) >= MOST_COVER_DAYS || daysBetween(today, fromOn) > MOST_COVER_DAYS)
    return refuse('coverTooLong', { field: 'untilOn', facts: { days: MOST_COVER_DAYS } })
  if (!(await possibleDeputies(ctx, personId)).some(({ id }) => id === deputyId)) return refuse('deputyNotPossible', { field: 'deputyId' })
  if (await overlapping(ctx, personId, fromOn, untilOn)) return refuse('coverOverlaps', { field: 'fromOn' })
  const cover = { id: newId(ctx.now().getTime()), personId, deputyId, fromOn, untilOn }
  await insertCover(ctx, cover)
  await noteCover(ctx, cover, coverEvents.entered)
  return ok({ ...cover, endedAt: undefined })
}

/** It ends at once, before its last day. */
export async function endCover(ctx: Ctx, { id }: { id: string }): Promise<Result<Cover, 'unknown' | 'notAllowed'>> {
  const cover = await coverById(ctx, id)
  if (!cover || stateOn(cover, todayIn(ctx)) === 'over') return refuse('unknown')
  if (!(await mayEnterFor(ctx, cover.personId))) return refuse('notAllowed')
  await endCoverNow(ctx, id)
  await noteCover(ctx, cover, coverEvents.ended)
  return ok({ ...cover, endedAt: ctx.now() })
}

async function noteCover(
  ctx: Ctx,
  { personId, deputyId, fromOn, untilOn }: Omit<Cover, 'endedAt'>,
  event: typeof coverEvents.entered,
): Promise<void> {
  await record(ctx, event, {
    about: [
      { type: 'person', id: personId },
      { type: 'person', id: deputyId },
    ],
    data: { fromOn, untilOn },
  })
  announce(ctx, ['desk'])
}

export type CoverShown = Cover & { state: CoverState; personName: string; deputyName: string }

async function shown(ctx: Ctx, covers: readonly Cover[]): Promise<CoverShown[]> {
  const names = await namesOf(
    ctx,
    'core.person',
    covers.flatMap(({ personId, deputyId }) => [personId, deputyId]),
  )
  const today = todayIn(ctx)
  return covers.map((cover) => ({
    ...cover,
    state: stateOn(cover, today),
    personName: names.get(cover.personId) ?? '',
    deputyName: names.get(cover.deputyId) ?? '',
  }))
}

/** Own absences, and those whom the actor covers; running ones and those to come. */
export async function myCovers(ctx: Ctx): Promise<{ away: CoverShown[]; covering: CoverShown[] }> {
  const { personId } = ctx.actor
  if (!personId) return { away: [], covering: [] }
  return {
    away: await shown(ctx, await coversComing(ctx, { personIds: [personId] })),
    covering: await shown(ctx, await coversComing(ctx, { deputyId: personId })),
  }
}

/** Running and coming absences of these persons. */
export const absencesOf = async (ctx: Ctx, personIds: readonly string[]): Promise<CoverShown[]> =>
  await shown(ctx, await coversComing(ctx, { personIds }))
