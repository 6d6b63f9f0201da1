import { record } from '#core/memory/index.ts'
import { plain } from '#core/search/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { publicServices } from './public.sql.ts'
import { SituationMoved, SituationRemoved, SituationSaved } from './service.events.ts'
import { slugFrom } from './service.rules.ts'
import { MOST_SITUATIONS, type Situation, type SituationInput } from './situation.rules.ts'
import { deleteSituation, putSituation, situations } from './situation.sql.ts'

/** The right to write services and life situations. */
export const WRITE_SERVICES = 'service.write'

type Refused = 'notAllowed' | 'unknown'

/** Creates (without id) or changes a life situation; its address stays. Refuses: `tooManySituations`. */
export async function saveSituation(
  ctx: Ctx,
  { id, ...input }: SituationInput & { id?: string | undefined },
): Promise<Result<Situation, Refused | 'tooManySituations'>> {
  if (!may(ctx, WRITE_SERVICES)) return refuse('notAllowed')
  const all = await situations(ctx)
  const known = all.find((each) => each.id === id)
  if (id && !known) return refuse('unknown')
  if (!known && all.length >= MOST_SITUATIONS) return refuse('tooManySituations')
  const saved: Situation = known
    ? { ...known, ...input }
    : { id: newId(ctx.now().getTime()), slug: freeSlug(input.name.de, all), position: (all.at(-1)?.position ?? 0) + 1, ...input }
  await putSituation(ctx, saved)
  await record(ctx, SituationSaved, { about: [about(saved)], data: { slug: saved.slug } })
  return ok(saved)
}

function freeSlug(name: string, all: readonly Situation[]): string {
  const slug = slugFrom(plain(name))
  const taken = new Set(all.map((each) => each.slug))
  return taken.has(slug) ? `${slug}-${all.length + 1}` : slug
}

/** Changes places with its neighbour; nothing where there is none. */
export async function moveSituation(ctx: Ctx, { id, move }: { id: string; move: 'up' | 'down' }): Promise<Result<Situation, Refused>> {
  if (!may(ctx, WRITE_SERVICES)) return refuse('notAllowed')
  const all = await situations(ctx)
  const at = all.findIndex((each) => each.id === id)
  const moved = all[at]
  if (!moved) return refuse('unknown')
  const other = all[move === 'up' ? at - 1 : at + 1]
  if (!other) return ok(moved)
  const order = all.map((each) => (each === moved ? other : each === other ? moved : each))
  for (const [position, each] of order.entries())
    if (each.position !== position + 1) await putSituation(ctx, { ...each, position: position + 1 })
  await record(ctx, SituationMoved, { about: [about(moved)], data: { slug: moved.slug } })
  return ok(moved)
}

/** Refuses: `situationInUse` while services that everybody sees belong to it. */
export async function removeSituation(ctx: Ctx, { id }: { id: string }): Promise<Result<Situation, Refused | 'situationInUse'>> {
  if (!may(ctx, WRITE_SERVICES)) return refuse('notAllowed')
  const found = (await situations(ctx)).find((each) => each.id === id)
  if (!found) return refuse('unknown')
  const count = (await publicServices(ctx)).filter((each) => each.situations.includes(id)).length
  if (count > 0) return refuse('situationInUse', { facts: { count } })
  await deleteSituation(ctx, id)
  await record(ctx, SituationRemoved, { about: [about(found)], data: { slug: found.slug } })
  return ok(found)
}

const about = ({ id }: Situation) => ({ type: 'lifeSituation', id })
