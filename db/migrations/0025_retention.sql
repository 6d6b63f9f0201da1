-- How long what is kept: a case that has ended leaves the lists, then loses what is personal, then goes.
ALTER TABLE services.case
  -- How it ended: `done`, or the reason.
  ADD COLUMN result text,
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN anonymised_at timestamptz,
  -- Its owner was told that it will be deleted; nothing is deleted within two weeks of it.
  ADD COLUMN deletion_told_at timestamptz;

DO $$
DECLARE town uuid; before text := current_setting('app.tenant_id', true);
BEGIN
  FOR town IN SELECT id FROM core.town LOOP
    PERFORM set_config('app.tenant_id', town::text, true);
    UPDATE services.case c SET result = coalesce(r.end_reason, c.state) FROM services.report r
      WHERE c.tenant_id = town AND r.tenant_id = town AND r.case_id = c.id AND c.closed_at IS NOT NULL;
  END LOOP;
  PERFORM set_config('app.tenant_id', coalesce(before, ''), true);
END $$;

-- What a step is due for is found by result, oldest end first; what rests at another case goes with that one.
CREATE INDEX case_to_archive ON services.case (tenant_id, kind, result, closed_at) WHERE closed_at IS NOT NULL AND archived_at IS NULL AND incident_id IS NULL;
CREATE INDEX case_to_anonymise ON services.case (tenant_id, kind, result, closed_at) WHERE closed_at IS NOT NULL AND anonymised_at IS NULL AND incident_id IS NULL;
CREATE INDEX case_to_tell ON services.case (tenant_id, kind, result, closed_at) WHERE closed_at IS NOT NULL AND deletion_told_at IS NULL AND incident_id IS NULL;
CREATE INDEX case_to_delete ON services.case (tenant_id, kind, result, closed_at) WHERE closed_at IS NOT NULL AND deletion_told_at IS NOT NULL AND incident_id IS NULL;

-- Where a town wants it otherwise than the default of the kind.
CREATE TABLE services.retention_rule (
  tenant_id uuid NOT NULL REFERENCES core.town,
  kind text NOT NULL,
  result text NOT NULL,
  archive_days int NOT NULL CHECK (archive_days >= 0),
  anonymise_days int NOT NULL CHECK (anonymise_days >= archive_days),
  delete_days int NOT NULL CHECK (delete_days >= anonymise_days),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  PRIMARY KEY (tenant_id, kind, result),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.retention_rule');

-- Nothing happens to a case that is held: a court, an audit, a claim needs it as it is.
CREATE TABLE services.legal_hold (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  until_on date NOT NULL,
  by_person_id uuid,
  at timestamptz NOT NULL,
  lifted_at timestamptz,
  lifted_by_person_id uuid,
  PRIMARY KEY (tenant_id, case_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.legal_hold');
CREATE UNIQUE INDEX legal_hold_once ON services.legal_hold (tenant_id, case_id) WHERE lifted_at IS NULL;
CREATE INDEX legal_hold_list ON services.legal_hold (tenant_id, at DESC) WHERE lifted_at IS NULL;

-- One row for each night or press of the button; counts grow with its batches.
CREATE TABLE services.retention_run (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  by_person_id uuid,
  archived int NOT NULL DEFAULT 0,
  anonymised int NOT NULL DEFAULT 0,
  told int NOT NULL DEFAULT 0,
  deleted int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('services.retention_run');
CREATE UNIQUE INDEX retention_run_open ON services.retention_run (tenant_id) WHERE ended_at IS NULL;

-- The proof that something was made anonymous or deleted, kept for good: nothing of the contents, nothing personal.
CREATE TABLE services.deletion_record (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('anonymised', 'deleted')),
  kind text NOT NULL,
  number text NOT NULL,
  type_id uuid NOT NULL,
  result text NOT NULL,
  stage text NOT NULL,
  unit_id uuid,
  district_id uuid,
  received_at timestamptz NOT NULL,
  closed_at timestamptz NOT NULL,
  -- Whether the promise was kept: figures of past years count these rows.
  promise text,
  -- The rule as it was: days after the end, and its reason.
  rule_days int NOT NULL,
  rule_reason text NOT NULL,
  run_id uuid NOT NULL,
  by_person_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('services.deletion_record');

-- The program's role may not remove from the log of reads; this removes only what is older than two years.
CREATE FUNCTION platform.forget_reads(at_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE removed int; town uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
BEGIN
  DELETE FROM core.record_read r WHERE r.tenant_id = town AND r.id IN (
    SELECT o.id FROM core.record_read o WHERE o.tenant_id = town AND o.at < now() - interval '2 years' ORDER BY o.at LIMIT at_most);
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;
CREATE INDEX record_read_old ON core.record_read (tenant_id, at);
REVOKE ALL ON FUNCTION platform.forget_reads FROM PUBLIC;
