import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DefinitionKind, ScheduledVersion } from './definition.rules.ts'

type Row = {
  id: string
  content: unknown
  day: string
  made_by: string | null
  asked_by: string | null
  decided_at: Date
  decided_by: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_how: 'live' | 'calledBack' | 'failed' | null
  faults: string[]
}

const table = (kind: DefinitionKind) => sql.table(`services.${kind}_scheduled`)
const owner = (kind: DefinitionKind) => sql.ref(`${kind}_id`)
const facts = sql`id, content, on_day::text AS day, made_by, asked_by, decided_at, decided_by, ended_at, ended_by, ended_how, faults`

const scheduledOf = (row: Row): ScheduledVersion => ({
  id: row.id,
  content: row.content,
  day: row.day,
  madeBy: row.made_by ?? undefined,
  askedBy: row.asked_by ?? undefined,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by ?? undefined,
  end: row.ended_at && row.ended_how ? { how: row.ended_how, at: row.ended_at, by: row.ended_by ?? undefined } : undefined,
  faults: row.faults,
})

/** The version of a definition that waits for its day. */
export async function scheduledVersion(ctx: Ctx, kind: DefinitionKind, id: string): Promise<ScheduledVersion | undefined> {
  const { rows } = await sql<Row>`SELECT ${facts} FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id} AND ended_at IS NULL`.execute(ctx.db)
  return rows[0] && scheduledOf(rows[0])
}

export async function scheduledVersionById(
  ctx: Ctx,
  kind: DefinitionKind,
  { definitionId, id }: { definitionId: string; id: string },
): Promise<ScheduledVersion | undefined> {
  const { rows } = await sql<Row>`SELECT ${facts} FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${definitionId} AND id = ${id}`.execute(ctx.db)
  return rows[0] && scheduledOf(rows[0])
}

/** Those of a definition that wait, were called back or failed, the newest first; what went live is a version. */
export async function scheduledVersions(ctx: Ctx, kind: DefinitionKind, id: string, limit: number): Promise<ScheduledVersion[]> {
  const { rows } = await sql<Row>`SELECT ${facts} FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ${owner(kind)} = ${id} AND ended_how IS DISTINCT FROM 'live'
    ORDER BY decided_at DESC, id DESC LIMIT ${limit}`.execute(ctx.db)
  return rows.map(scheduledOf)
}

/** The days of all that wait, by their definitions. No town has more definitions than are listed. */
export async function scheduledDays(ctx: Ctx, kind: DefinitionKind): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; day: string }>`SELECT ${owner(kind)} AS id, on_day::text AS day FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ended_at IS NULL LIMIT 500`.execute(ctx.db)
  return new Map(rows.map(({ id, day }) => [id, day]))
}

/** Definitions of which a version waits whose day has come. */
export async function dueOn(ctx: Ctx, kind: DefinitionKind, day: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT ${owner(kind)} AS id FROM ${table(kind)}
    WHERE tenant_id = ${ctx.town.id} AND ended_at IS NULL AND on_day <= ${day}::date ORDER BY on_day, id LIMIT ${limit}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

type New = { id: string; content: unknown; hash: Buffer; day: string; madeBy: string | undefined; askedBy: string | undefined }

export const insertScheduled = (ctx: Ctx, kind: DefinitionKind, definitionId: string, it: New) =>
  sql`INSERT INTO ${table(kind)} (tenant_id, id, ${owner(kind)}, content, content_hash, on_day, made_by, asked_by, decided_at, decided_by)
    VALUES (${ctx.town.id}, ${it.id}, ${definitionId}, ${JSON.stringify(it.content)}, ${it.hash}, ${it.day}, ${it.madeBy ?? null},
      ${it.askedBy ?? null}, ${ctx.now()}, ${ctx.actor.personId ?? null})`.execute(ctx.db)

export const moveScheduled = (ctx: Ctx, kind: DefinitionKind, id: string, day: string) =>
  sql`UPDATE ${table(kind)} SET on_day = ${day}, decided_at = ${ctx.now()}, decided_by = ${ctx.actor.personId ?? null}
    WHERE tenant_id = ${ctx.town.id} AND id = ${id}`.execute(ctx.db)

type End = { how: 'live'; number: number } | { how: 'calledBack' } | { how: 'failed'; faults: readonly string[] }

export const endScheduled = (ctx: Ctx, kind: DefinitionKind, id: string, end: End) =>
  sql`UPDATE ${table(kind)} SET ended_at = ${ctx.now()}, ended_by = ${ctx.actor.personId ?? null}, ended_how = ${end.how},
      number = ${end.how === 'live' ? end.number : null}, faults = ${end.how === 'failed' ? [...end.faults] : []}
    WHERE tenant_id = ${ctx.town.id} AND id = ${id}`.execute(ctx.db)
