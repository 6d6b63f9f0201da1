import { eventLog, type LoggedEvent } from '#core/memory/index.ts'
import { organisationsOf, personNames, unitKinds } from '#core/organisations/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type DeskLine, deskServices, draftsLike, findServices, serviceById, versionsOf } from '#services/catalogue/index.ts'
import type { Standing } from './frame.view.tsx'

const events = ['saved', 'published', 'takenBack', 'restored'].map((what) => `service.${what}`)

export type History = { events: readonly LoggedEvent[]; names: ReadonlyMap<string, string> }

/** Who changed what, the newest first. */
export async function historyOfService(ctx: Ctx, id: string): Promise<History> {
  const found = await eventLog(ctx, events, { about: { type: 'service', id } }, 30)
  const names = await personNames(
    ctx,
    found.flatMap(({ actorPersonId }) => actorPersonId ?? []),
  )
  return { events: found, names }
}

export const todayOf = (ctx: Ctx): string => dayIn(ctx.now(), ctx.town.timeZone)

/** A service with how it stands today; undefined where there is none. */
export async function deskService(ctx: Ctx, id: string) {
  const service = await serviceById(ctx, id)
  if (!service) return undefined
  const versions = await versionsOf(ctx, id)
  const today = todayOf(ctx)
  const ahead = versions.filter(({ validFrom, validTo }) => validFrom > today && (!validTo || validTo >= validFrom))
  const now = versions.find(({ validFrom, validTo }) => validFrom <= today && (!validTo || validTo >= today))
  const standing: Standing = { public: now !== undefined, next: ahead.at(-1)?.validFrom }
  return { service, versions, now, standing }
}

/** Open units by their names, for the choice of who is responsible. */
export const unitsToChoose = (ctx: Ctx) => organisationsOf(ctx, unitKinds)

/** Lines of the list for some words: as citizens find them, then by the names of drafts. */
export async function linesLike(ctx: Ctx, words: string): Promise<DeskLine[]> {
  const { found, near } = await findServices(ctx, words)
  const ids = [...new Set([...[...found, ...near].map(({ id }) => id), ...(await draftsLike(ctx, words, 20))])]
  if (ids.length === 0) return []
  const lines = await deskServices(ctx, todayOf(ctx), { ids }, 60)
  return lines.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
