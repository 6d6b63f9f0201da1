import { record } from '#core/memory/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type ExceptionInput, MOST_EXCEPTIONS, type Opening, type OpeningInput, spansOf, weekOf } from './opening.rules.ts'
import { openingById, updateOpening } from './opening.sql.ts'
import { OrganisationChanged } from './organisation.rules.ts'
import { lockOrganisation } from './organisation.sql.ts'
import { MANAGE_ORGANISATIONS } from './organisation.verbs.ts'

type Refused = 'notAllowed' | 'unknown'

/** When it is open in an ordinary week. */
export const changeOpening = (ctx: Ctx, { id, ...input }: OpeningInput & { id: string }): Promise<Result<{ id: string }, Refused>> =>
  change(ctx, id, (opening) => ({ ...opening, week: weekOf(input), note: { de: input.noteDe, en: input.noteEn } }))

/** Days that are otherwise; those over long ago are forgotten. One that begins on the same day is replaced. Refuses: `tooManyExceptions`. */
export async function addException(
  ctx: Ctx,
  { id, from, until, spans, reasonDe, reasonEn }: ExceptionInput & { id: string },
): Promise<Result<{ id: string }, Refused | 'tooManyExceptions'>> {
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const exception = { from, until: until ?? from, spans: spansOf(spans) ?? [], reason: { de: reasonDe, en: reasonEn } }
  const others = (opening: Opening) => opening.exceptions.filter((each) => each.until >= today && each.from !== from)
  if (may(ctx, MANAGE_ORGANISATIONS) && others(await openingById(ctx, id)).length >= MOST_EXCEPTIONS) return refuse('tooManyExceptions')
  return await change(ctx, id, (opening) => ({
    ...opening,
    exceptions: [...others(opening), exception].sort((a, b) => a.from.localeCompare(b.from)),
  }))
}

/** Takes out the exception that begins on this day; nothing happens where there is none. */
export const removeException = (ctx: Ctx, { id, from }: { id: string; from: string }): Promise<Result<{ id: string }, Refused>> =>
  change(ctx, id, (opening) => ({ ...opening, exceptions: opening.exceptions.filter((each) => each.from !== from) }))

async function change(ctx: Ctx, id: string, make: (opening: Opening) => Opening): Promise<Result<{ id: string }, Refused>> {
  if (!may(ctx, MANAGE_ORGANISATIONS)) return refuse('notAllowed')
  if (!(await lockOrganisation(ctx, id))) return refuse('unknown')
  const before = await openingById(ctx, id)
  const after = make(before)
  if (JSON.stringify(before) === JSON.stringify(after)) return ok({ id })
  await updateOpening(ctx, id, after)
  await record(ctx, OrganisationChanged, { about: [{ type: 'organisation', id }], data: { fields: ['opening'] } })
  return ok({ id })
}
