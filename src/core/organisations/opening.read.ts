import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Opening } from './opening.rules.ts'
import { openings } from './opening.sql.ts'
import type { OpeningShown } from './opening.view.tsx'

/** Everything to tell when something is open. */
function openingShown(ctx: Ctx, opening: Opening): OpeningShown {
  const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: ctx.town.timeZone }).format(ctx.now())
  return { opening, now: { day: dayIn(ctx.now(), ctx.town.timeZone), time }, land: ctx.town.land }
}

/** By the ids of units. A team that said nothing is open when what it belongs to is. */
export async function openingsShown(
  ctx: Ctx,
  units: readonly { id: string; parentId: string | undefined }[],
): Promise<ReadonlyMap<string, OpeningShown>> {
  const all = await openings(ctx)
  return new Map(
    units.flatMap(({ id, parentId }) => {
      const own = all.get(id)
      const said = own && own.week.some((spans) => spans.length > 0) ? own : (parentId && all.get(parentId)) || own
      return said ? [[id, openingShown(ctx, said)] as const] : []
    }),
  )
}
