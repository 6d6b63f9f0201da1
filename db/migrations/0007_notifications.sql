-- Mails leave through this table: written with what they tell of, sent by a job afterwards.
CREATE TABLE core.mail (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL,
  to_address text NOT NULL CHECK (length(to_address) BETWEEN 3 AND 320),
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  unsubscribe_url text,
  -- The same in every attempt, so that a repeat after a crash can be recognised.
  message_id text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  -- Code of the last failure, never the server's sentence: that may name people.
  last_error text,
  created_at timestamptz NOT NULL,
  -- When the next attempt is due, should the job of the last one come to nothing.
  next_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, message_id)
);
SELECT platform.keep_towns_apart('core.mail');
CREATE INDEX mail_waiting ON core.mail (tenant_id, next_at) WHERE state = 'waiting';
CREATE INDEX mail_failed ON core.mail (tenant_id, id) WHERE state = 'failed';
CREATE INDEX mail_to ON core.mail (tenant_id, to_address, id);

-- What a person with an account is told. Text key and values, so that she reads it in the language of the moment.
CREATE TABLE core.notification (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  path text NOT NULL CHECK (path LIKE '/%' AND path NOT LIKE '//%'),
  at timestamptz NOT NULL,
  in_app boolean NOT NULL,
  email text NOT NULL CHECK (email IN ('off', 'now', 'daily')),
  read_at timestamptz,
  -- When it went into a daily summary.
  summed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.notification');
CREATE INDEX notification_of_person ON core.notification (tenant_id, person_id, id) WHERE in_app;
CREATE INDEX notification_unread ON core.notification (tenant_id, person_id) WHERE in_app AND read_at IS NULL;
CREATE INDEX notification_for_summary ON core.notification (tenant_id, person_id, id) WHERE email = 'daily' AND summed_at IS NULL;

-- Only where a person wants it otherwise than the kind's default.
CREATE TABLE core.notification_choice (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  in_app boolean NOT NULL,
  email text NOT NULL CHECK (email IN ('off', 'now', 'daily')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, kind),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.notification_choice');

-- The processes of this installation: what they do, and when they last said so. Belongs to no town.
CREATE TABLE platform.process (
  id uuid PRIMARY KEY,
  host text NOT NULL,
  pid int NOT NULL,
  roles text[] NOT NULL,
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  -- Names under which it holds jobs of the queue.
  worker_ids text[] NOT NULL DEFAULT '{}',
  -- Task → {"done": n, "failed": n, "at": last end}.
  tasks jsonb NOT NULL DEFAULT '{}'
);

-- What operators see of the queue. The program's role cannot read its tables: payloads and errors may name people.
CREATE FUNCTION platform.queue_tasks()
RETURNS TABLE (task text, waiting int, later int, running int, troubled int, given_up int, oldest timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT t.identifier,
      count(*) FILTER (WHERE j.locked_at IS NULL AND j.attempts < j.max_attempts AND j.run_at <= now())::int,
      count(*) FILTER (WHERE j.locked_at IS NULL AND j.attempts < j.max_attempts AND j.run_at > now())::int,
      count(*) FILTER (WHERE j.locked_at IS NOT NULL)::int,
      count(*) FILTER (WHERE j.attempts > 0 AND j.attempts < j.max_attempts AND j.last_error IS NOT NULL)::int,
      count(*) FILTER (WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL)::int,
      min(j.run_at) FILTER (WHERE j.locked_at IS NULL AND j.attempts < j.max_attempts AND j.run_at <= now())
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    GROUP BY t.identifier ORDER BY t.identifier;
END $$;

-- The first line of an error without what may name somebody: addresses, quoted values, long numbers.
CREATE FUNCTION platform.without_names(error text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT left(regexp_replace(regexp_replace(regexp_replace(regexp_replace(split_part(coalesce(error, ''), E'\n', 1),
    '[^\s"''<>()]+@[^\s"''<>()]+', '…', 'g'),
    '=\([^)]*\)', '=(…)', 'g'),
    '"[^"]*"|''[^'']*''', '"…"', 'g'),
    '\d{5,}', '…', 'g'), 200)
$$;

CREATE FUNCTION platform.queue_troubles(at_most int)
RETURNS TABLE (id bigint, task text, town_id text, attempts int, given_up boolean, error text, created_at timestamptz, run_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT j.id, t.identifier, j.payload->>'townId', j.attempts::int, j.attempts >= j.max_attempts, platform.without_names(j.last_error),
      j.created_at, j.run_at
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE j.attempts > 0 AND j.last_error IS NOT NULL AND j.locked_at IS NULL
    ORDER BY (j.attempts >= j.max_attempts) DESC, j.id DESC LIMIT at_most;
END $$;

-- Those jobs, or without ids all with trouble: tried again now, with all attempts before them. Returns how many.
CREATE FUNCTION platform.queue_retry(ids bigint[] DEFAULT NULL) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE chosen bigint[];
BEGIN
  SELECT array_agg(j.id) INTO chosen FROM graphile_worker._private_jobs j
    WHERE j.attempts > 0 AND j.last_error IS NOT NULL AND j.locked_at IS NULL AND (ids IS NULL OR j.id = ANY (ids));
  RETURN (SELECT count(*) FROM graphile_worker.reschedule_jobs(coalesce(chosen, '{}'), run_at => now(), attempts => 0));
END $$;

-- Only those that nobody will try again by themselves.
CREATE FUNCTION platform.queue_remove(ids bigint[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE removed int;
BEGIN
  DELETE FROM graphile_worker._private_jobs j WHERE j.id = ANY (ids) AND j.attempts >= j.max_attempts AND j.locked_at IS NULL;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

CREATE FUNCTION platform.queue_schedules() RETURNS TABLE (name text, last_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT k.identifier, k.last_execution FROM graphile_worker._private_known_crontabs k;
END $$;

-- Mails that did not leave, by town. Counts alone: what they say is the town's.
CREATE FUNCTION platform.mail_troubles() RETURNS TABLE (town_id uuid, town text, waiting int, failed int, oldest timestamptz, error text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE before text := current_setting('app.tenant_id', true);
BEGIN
  FOR town_id, town IN SELECT t.id, t.name FROM core.town t ORDER BY t.name LOOP
    PERFORM set_config('app.tenant_id', town_id::text, true);
    SELECT count(*) FILTER (WHERE m.state = 'waiting')::int, count(*) FILTER (WHERE m.state = 'failed')::int,
        min(m.created_at) FILTER (WHERE m.state = 'waiting'), max(m.last_error)
      INTO waiting, failed, oldest, error
      FROM core.mail m WHERE m.tenant_id = mail_troubles.town_id AND m.state <> 'sent';
    IF waiting + failed > 0 THEN RETURN NEXT; END IF;
  END LOOP;
  PERFORM set_config('app.tenant_id', coalesce(before, ''), true);
END $$;

REVOKE ALL ON FUNCTION platform.queue_tasks, platform.queue_troubles, platform.queue_retry, platform.queue_remove, platform.queue_schedules,
  platform.mail_troubles FROM PUBLIC;
