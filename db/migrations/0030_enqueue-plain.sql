-- Most jobs have neither key nor queue of their own: they need nothing of the queue but a row and a word to the workers. What has one,
-- or a task that no worker has named yet, goes the queue's own way, which compares all keys (graphile-worker 0.18, sql/000020.sql).
CREATE OR REPLACE FUNCTION platform.enqueue_all(jobs json)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE plain int;
BEGIN
  INSERT INTO graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
  SELECT t.id, j.payload, coalesce(j.run_at, now()), j.attempts
  FROM json_to_recordset(jobs) AS j(task text, payload json, run_at timestamptz, key text, queue text, attempts int)
  JOIN graphile_worker._private_tasks t ON t.identifier = j.task
  WHERE j.key IS NULL AND j.queue IS NULL;
  GET DIAGNOSTICS plain = ROW_COUNT;
  IF plain > 0 THEN
    PERFORM pg_notify('jobs:insert', json_build_object('r', random(), 'count', plain)::text);
  END IF;
  IF plain < json_array_length(jobs) THEN
    PERFORM graphile_worker.add_jobs(ARRAY(
      SELECT (j.task, j.payload, j.queue, j.run_at, j.attempts, j.key, NULL, NULL)::graphile_worker.job_spec
      FROM json_to_recordset(jobs) AS j(task text, payload json, run_at timestamptz, key text, queue text, attempts int)
      WHERE j.key IS NOT NULL OR j.queue IS NOT NULL
        OR NOT EXISTS (SELECT FROM graphile_worker._private_tasks t WHERE t.identifier = j.task)
    ));
  END IF;
END $$;
