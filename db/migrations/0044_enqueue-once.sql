-- Which tasks have a name is asked once: a job whose task a worker names between two looks would be in neither part, and lost.
CREATE OR REPLACE FUNCTION platform.enqueue_all(jobs json)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  named text[] := ARRAY(SELECT identifier FROM graphile_worker._private_tasks);
  plain int;
BEGIN
  INSERT INTO graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
  SELECT t.id, j.payload, coalesce(j.run_at, now()), j.attempts
  FROM json_to_recordset(jobs) AS j(task text, payload json, run_at timestamptz, key text, queue text, attempts int)
  JOIN graphile_worker._private_tasks t ON t.identifier = j.task
  WHERE j.key IS NULL AND j.queue IS NULL AND j.task = ANY (named);
  GET DIAGNOSTICS plain = ROW_COUNT;
  IF plain > 0 THEN
    PERFORM pg_notify('jobs:insert', json_build_object('r', random(), 'count', plain)::text);
  END IF;
  IF plain < json_array_length(jobs) THEN
    PERFORM graphile_worker.add_jobs(ARRAY(
      SELECT (j.task, j.payload, j.queue, j.run_at, j.attempts, j.key, NULL, NULL)::graphile_worker.job_spec
      FROM json_to_recordset(jobs) AS j(task text, payload json, run_at timestamptz, key text, queue text, attempts int)
      WHERE j.key IS NOT NULL OR j.queue IS NOT NULL OR j.task <> ALL (named)
    ));
  END IF;
END $$;
