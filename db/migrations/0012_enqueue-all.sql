-- All jobs of a transaction at once: one way to the database, and one statement of the queue instead of one for each job.
-- An older program that still runs during an update goes on with platform.enqueue.
CREATE FUNCTION platform.enqueue_all(jobs json)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT (j.task, j.payload, j.queue, j.run_at, j.attempts, j.key, NULL, NULL)::graphile_worker.job_spec
    FROM json_to_recordset(jobs) AS j(task text, payload json, run_at timestamptz, key text, queue text, attempts int)
  ));
END $$;
REVOKE ALL ON FUNCTION platform.enqueue_all FROM PUBLIC;
