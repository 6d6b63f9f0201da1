import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { eventKinds } from './event.rules.ts'

/**
 * Whether something was recorded after the event id `since` about one of the tags that changes carry: `case:{id}` for a
 * subject, `report` for all events of that word.
 */
export async function hasNewerEvent(ctx: Ctx, tags: readonly string[], since: string): Promise<boolean> {
  for (const tag of tags) {
    const [type = '', id] = tag.split(':')
    if (id ? await newerAbout(ctx, type, id, since) : await newerOfWord(ctx, type, since)) return true
  }
  return false
}

async function newerAbout(ctx: Ctx, type: string, id: string, since: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('core.event_subject')
    .select('event_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .where('event_id', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function newerOfWord(ctx: Ctx, word: string, since: string): Promise<boolean> {
  const kinds = eventKinds()
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith(`${word}.`))
  if (kinds.length === 0) return false
  const row = await ctx.db
    .selectFrom('core.event')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', 'in', kinds)
    .where('id', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** When any of these kinds of events was last recorded; one look into the index for each. */
export async function lastOfKinds(ctx: Ctx, kinds: readonly string[]): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT max(e.at) AS at FROM unnest(${[...kinds]}::text[]) AS asked (kind)
    CROSS JOIN LATERAL (
      SELECT at FROM core.event WHERE tenant_id = ${ctx.town.id} AND kind = asked.kind ORDER BY id DESC LIMIT 1) e`.execute(ctx.db)
  return rows[0]?.at ?? undefined
}
