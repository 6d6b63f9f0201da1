import type { Ctx } from '#platform/context.ts'
import { once } from '#platform/once.ts'
import { coveredBy, deputiesOf } from './cover.rules.ts'
import { coversToday } from './cover.sql.ts'

/** Longer chains of people who are all away on one day do not happen; a bound keeps the work bounded. */
const LONGEST = 5

/** Deputies of those who are away today, and theirs while they are away too. */
async function deputiesToday(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, string>> {
  const deputyOf = new Map<string, string>()
  for (let asked = [...personIds], i = 0; asked.length > 0 && i < LONGEST; i++) {
    const covers = await coversToday(ctx, { personIds: asked })
    for (const { personId, deputyId } of covers) deputyOf.set(personId, deputyId)
    asked = covers.map(({ deputyId }) => deputyId).filter((id) => !deputyOf.has(id))
  }
  return deputyOf
}

/** Who is to be told: these, and the deputies of those who are away. Each once. */
export async function withDeputies(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  const deputyOf = await deputiesToday(ctx, personIds)
  return [...new Set(personIds.flatMap((id) => [id, ...deputiesOf(id, deputyOf)]))]
}

/** The person for whom the actor does this, where a case of somebody who is away is meant. */
export async function actsInCoverFor(ctx: Ctx, assigneeId: string | undefined): Promise<string | undefined> {
  const { personId, unitIds } = ctx.actor
  if (!assigneeId || !personId || personId === assigneeId || unitIds.length === 0) return undefined
  return deputiesOf(assigneeId, await deputiesToday(ctx, [assigneeId])).includes(personId) ? assigneeId : undefined
}

/** Everybody whose work falls to the actor today. */
export async function coveredToday(ctx: Ctx): Promise<readonly string[]> {
  const { personId } = ctx.actor
  return personId ? await once(ctx, `covered by ${personId}`, () => coveredBySomebody(ctx, personId)) : []
}

async function coveredBySomebody(ctx: Ctx, personId: string): Promise<string[]> {
  const covers: { personId: string; deputyId: string }[] = []
  for (let asked = [personId], i = 0; asked.length > 0 && i < LONGEST; i++) {
    const found = await coversToday(ctx, { deputyIds: asked })
    covers.push(...found)
    asked = found.map((cover) => cover.personId).filter((id) => !covers.some(({ deputyId }) => deputyId === id))
  }
  return coveredBy(personId, covers)
}
