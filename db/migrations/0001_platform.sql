-- What the program itself needs: separation of towns, repeats with one effect, limits, the way into the job queue.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Keeps towns apart in one table. No subquery in the policy and SET LOCAL for the setting: both survive on Citus.
CREATE FUNCTION platform.keep_towns_apart(town_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', town_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', town_table);
  EXECUTE format(
    'CREATE POLICY town ON %s USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
    town_table);
END $$;

-- A request that was carried out under a key, and its answer for those who repeat it.
CREATE TABLE platform.idempotency (
  tenant_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  content_hash bytea NOT NULL,
  status int NOT NULL,
  location text,
  body text,
  cookies jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
SELECT platform.keep_towns_apart('platform.idempotency');
CREATE INDEX idempotency_age ON platform.idempotency (tenant_id, created_at);

-- Counters of rate-limiter-flexible; the keys are hashes, no addresses of people.
CREATE UNLOGGED TABLE platform.rate_limit (
  key varchar(255) PRIMARY KEY,
  points int NOT NULL DEFAULT 0,
  expire bigint
);

-- The program's role does not own the queue; this is its only way in, inside its own transaction (outbox).
CREATE FUNCTION platform.enqueue(task text, payload json, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL, queue text DEFAULT NULL, max_attempts int DEFAULT 25)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, max_attempts => max_attempts, job_key => job_key);
END $$;
REVOKE ALL ON FUNCTION platform.enqueue FROM PUBLIC;
