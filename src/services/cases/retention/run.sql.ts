import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

export type RetentionRun = {
  id: string
  startedAt: Date
  endedAt: Date | undefined
  byPersonId: string | undefined
  archived: number
  anonymised: number
  told: number
  deleted: number
}

/** Undefined while one is under way. */
export async function insertRun(ctx: Ctx): Promise<string | undefined> {
  const row = await ctx.db
    .insertInto('services.retention_run')
    .values({ tenant_id: ctx.town.id, id: newId(ctx.now().getTime()), started_at: ctx.now(), by_person_id: ctx.actor.personId ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function openRun(ctx: Ctx): Promise<RetentionRun | undefined> {
  const row = await ctx.db
    .selectFrom('services.retention_run')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && runOf(row)
}

export const countRun = (ctx: Ctx, id: string, column: 'archived' | 'anonymised' | 'told' | 'deleted', by: number) =>
  ctx.db
    .updateTable('services.retention_run')
    .set({ [column]: sql<number>`${sql.ref(column)} + ${by}` })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

export const endRun = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('services.retention_run')
    .set({ ended_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** Newest first. */
export async function lastRuns(ctx: Ctx, limit: number): Promise<RetentionRun[]> {
  const rows = await ctx.db
    .selectFrom('services.retention_run')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(runOf)
}

type Row = Omit<RetentionRun, 'startedAt' | 'endedAt' | 'byPersonId'> & {
  started_at: Date
  ended_at: Date | null
  by_person_id: string | null
}

const runOf = ({ id, started_at, ended_at, by_person_id, archived, anonymised, told, deleted }: Row): RetentionRun => ({
  id,
  startedAt: started_at,
  endedAt: ended_at ?? undefined,
  byPersonId: by_person_id ?? undefined,
  archived,
  anonymised,
  told,
  deleted,
})
