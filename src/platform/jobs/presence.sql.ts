import type { Pool } from '../db/pool.ts'

export type Beat = { id: string; host: string; pid: number; roles: readonly string[]; workerIds: readonly string[]; tasks: object }

/**
 * `workerIds` are the names under which this process locks jobs: the queue calls them pools. Times are the database's: the clocks of several machines differ.
 */
export const beat = (pool: Pool, { id, host, pid, roles, workerIds, tasks }: Beat) =>
  pool.query(
    `INSERT INTO platform.process (id, host, pid, roles, started_at, seen_at, worker_ids, tasks) VALUES ($1, $2, $3, $4, now(), now(), $5, $6)
     ON CONFLICT (id) DO UPDATE SET seen_at = now(), worker_ids = excluded.worker_ids, tasks = excluded.tasks`,
    [id, host, pid, roles, workerIds, JSON.stringify(tasks)],
  )

export const leave = (pool: Pool, ids: readonly string[]) => pool.query('DELETE FROM platform.process WHERE id = ANY ($1::uuid[])', [ids])

export const onHost = async (pool: Pool, host: string): Promise<{ id: string; pid: number }[]> =>
  (await pool.query<{ id: string; pid: number }>('SELECT id, pid FROM platform.process WHERE host = $1', [host])).rows

/** Forgets processes that are known to be gone and gives back what their workers held; `queue` connects as the owner. */
export const bury = (queue: Pool, ids: readonly string[]) =>
  queue.query(
    `WITH dead AS (DELETE FROM platform.process WHERE id = ANY ($1::uuid[]) RETURNING worker_ids)
     SELECT graphile_worker.force_unlock_workers(held.ids) FROM (SELECT array_agg(w) AS ids FROM dead, unnest(dead.worker_ids) w) held
     WHERE held.ids IS NOT NULL`,
    [ids],
  )

export const forgetSilent = (pool: Pool) => pool.query("DELETE FROM platform.process WHERE seen_at < now() - interval '1 day'")

/**
 * Gives back the jobs of workers whose process is not there any more, or has been silent for a minute; `queue` connects as the
 * owner. Without it a killed process would keep them for four hours.
 */
export const freeAbandoned = (queue: Pool) =>
  queue.query(`SELECT graphile_worker.force_unlock_workers(dead.ids) FROM (
      SELECT array_agg(DISTINCT j.locked_by) AS ids FROM graphile_worker._private_jobs j
      WHERE j.locked_by IS NOT NULL AND j.locked_at < now() - interval '10 seconds'
        AND NOT EXISTS (SELECT 1 FROM platform.process p WHERE j.locked_by = ANY (p.worker_ids) AND p.seen_at > now() - interval '1 minute')
    ) dead WHERE dead.ids IS NOT NULL`)

/** Gives back what `workerIds` hold and do not work on: the queue took it, and the answer was lost on its way. */
export const freeUnheard = (queue: Pool, workerIds: readonly string[], running: readonly string[]) =>
  queue.query(
    `WITH unheard AS (
       UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL
       WHERE locked_by = ANY ($1) AND locked_at < now() - interval '10 seconds' AND id <> ALL ($2::bigint[])
       RETURNING job_queue_id
     )
     UPDATE graphile_worker._private_job_queues q SET locked_by = NULL, locked_at = NULL
     FROM unheard WHERE q.id = unheard.job_queue_id AND q.locked_by = ANY ($1)`,
    [workerIds, running],
  )
