import type { Ctx } from '#platform/context.ts'
import type { Case } from '../../cases/index.ts'
import { categoryBy } from '../catalogue.sql.ts'
import type { Category } from '../category.rules.ts'
import { dueFor, endsByWord, type Level, nextLevel, type Waits, waitIn } from './ladder.rules.ts'
import { deleteWait, lockWait, putWait, setEscalated } from './wait.sql.ts'

/** From now on the report waits for this; by its state unless said otherwise. Whoever acts begins the ladder anew or ends it. */
export async function nowWaits(
  ctx: Ctx,
  it: Case,
  { waits = waitIn(it.state), since = ctx.now(), category }: { waits?: Waits | undefined; since?: Date; category?: Category } = {},
): Promise<void> {
  if (it.escalated > 0) ctx.soon(setEscalated(ctx, it.id, 0))
  if (!waits || it.closedAt) ctx.soon(deleteWait(ctx, it.id))
  else ctx.soon(putWait(ctx, it.id, { waits, since, nextAt: await dueOf(ctx, it, { waits, since, level: 0, category }) }))
}

/** When the level after this one is due; the category is looked up unless it is at hand. */
export async function dueOf(
  ctx: Ctx,
  { typeId }: Case,
  { waits, since, level, category }: { waits: Waits; since: Date; level: Level; category?: Category | undefined },
): Promise<Date | undefined> {
  const next = nextLevel(level)
  if (!next) return undefined
  const acceptDays = waits === 'offer' ? (category ?? (await categoryBy(ctx, typeId)))?.acceptDays : undefined
  return dueFor(waits, since, next, { land: ctx.town.land, timeZone: ctx.town.timeZone, acceptDays })
}

/** Somebody of the town said something: what waited for a word or a look waits for the work again. */
export async function spoke(ctx: Ctx, it: Case, audience: 'public' | 'parties' | 'internal'): Promise<void> {
  if (audience === 'internal') return
  const wait = await lockWait(ctx, it.id)
  if (!wait || !endsByWord(wait.waits)) return
  if (wait.waits === 'word' && audience !== 'public') return
  await nowWaits(ctx, it)
}
