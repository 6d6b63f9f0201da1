import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Database, MailTrouble, Process, TaskState, Trouble } from './operations.rules.ts'

export const taskStates = async (ctx: Ctx): Promise<TaskState[]> =>
  (
    await sql<TaskState>`SELECT task, waiting, later, running, troubled, given_up AS "givenUp", oldest FROM platform.queue_tasks()`.execute(
      ctx.db,
    )
  ).rows

export const troubles = async (ctx: Ctx, limit: number): Promise<Trouble[]> =>
  (
    await sql<Trouble>`SELECT id, task, town_id AS "townId", attempts, given_up AS "givenUp", error, created_at AS "createdAt", run_at AS "runAt"
      FROM platform.queue_troubles(${limit}::int)`.execute(ctx.db)
  ).rows

export const scheduleRuns = async (ctx: Ctx): Promise<Map<string, Date>> => {
  const { rows } = await sql<{ name: string; at: Date | null }>`SELECT name, last_at AS at FROM platform.queue_schedules()`.execute(ctx.db)
  return new Map(rows.flatMap(({ name, at }) => (at ? [[name, at] as const] : [])))
}

export const mailTroubles = async (ctx: Ctx): Promise<MailTrouble[]> =>
  (await sql<MailTrouble>`SELECT town_id AS "townId", town, waiting, failed, oldest, error FROM platform.mail_troubles()`.execute(ctx.db))
    .rows

export const processes = async (ctx: Ctx): Promise<Process[]> => {
  const rows = await ctx.db
    .selectFrom('platform.process')
    .select(['id', 'host', 'pid', 'roles', 'started_at as startedAt', 'seen_at as seenAt', 'tasks'])
    .orderBy('started_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, tasks: row.tasks as Process['tasks'] }))
}

export const database = async (ctx: Ctx): Promise<Database> => {
  const { rows } = await sql<Database>`SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
    (SELECT count(*)::int FROM platform.migration) AS migrations,
    (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections`.execute(ctx.db)
  return rows[0]!
}

/** Without ids: all that have trouble. */
export const retry = async (ctx: Ctx, ids: readonly number[] | undefined): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT platform.queue_retry(${ids ? [...ids] : null}::bigint[]) AS count`.execute(ctx.db)
  return rows[0]!.count
}

export const remove = async (ctx: Ctx, ids: readonly number[]): Promise<number> => {
  const { rows } = await sql<{ count: number }>`SELECT platform.queue_remove(${[...ids]}::bigint[]) AS count`.execute(ctx.db)
  return rows[0]!.count
}
