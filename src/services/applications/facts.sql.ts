import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** Which of these are streets of the town, in lower case; undefined where the town has no list of streets. */
export async function knownStreets(ctx: Ctx, names: readonly string[]): Promise<Set<string> | undefined> {
  const asked = names.map((name) => name.toLowerCase())
  const { rows } = await sql<{ name: string }>`
    SELECT lower(name) AS name FROM core.street WHERE tenant_id = ${ctx.town.id} AND lower(name) = ANY(${asked}::text[])
    UNION ALL (SELECT '' FROM core.street WHERE tenant_id = ${ctx.town.id} LIMIT 1)`.execute(ctx.db)
  return rows.length ? new Set(rows.map(({ name }) => name)) : undefined
}
