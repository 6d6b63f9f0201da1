-- Cases that changed since their figures were made: added by whoever changes one, removed by who counts. Rows are never
-- shared, so nobody waits for anybody.
CREATE TABLE services.case_change (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('services.case_change');

-- One row for each public report, as the open data shows it: nothing personal, no words. Times are whole seconds, months are
-- those of the town's clock. The row outlives the report (then without its place), so that figures of past years stay.
CREATE TABLE services.report_fact (
  tenant_id uuid NOT NULL REFERENCES core.town,
  case_id uuid NOT NULL,
  number text NOT NULL,
  category_id uuid NOT NULL,
  district_id uuid,
  -- As the public reads it: only after the unit has accepted.
  unit_id uuid,
  stage text NOT NULL CHECK (stage IN ('received', 'accepted', 'inProgress', 'done', 'ended')),
  received_at timestamptz NOT NULL,
  accepted_at timestamptz,
  -- The first time it was done, though it was opened again.
  first_done_at timestamptz,
  closed_at timestamptz,
  end_reason text,
  -- How long it was the reporter's turn.
  stopped_seconds int NOT NULL DEFAULT 0,
  promise_basis text CHECK (promise_basis IN ('experience', 'target')),
  promise_due_on date,
  promise_outcome text CHECK (promise_outcome IN ('kept', 'broken', 'void')),
  promise_unit_id uuid,
  objections int NOT NULL DEFAULT 0,
  reopenings int NOT NULL DEFAULT 0,
  lat float8,
  lon float8,
  received_month text NOT NULL,
  first_done_month text,
  closed_month text,
  due_month text,
  PRIMARY KEY (tenant_id, case_id)
);
SELECT platform.keep_towns_apart('services.report_fact');
CREATE INDEX report_fact_received ON services.report_fact (tenant_id, received_month);
CREATE INDEX report_fact_first_done ON services.report_fact (tenant_id, first_done_month) WHERE first_done_month IS NOT NULL;
CREATE INDEX report_fact_closed ON services.report_fact (tenant_id, closed_month) WHERE closed_month IS NOT NULL;
CREATE INDEX report_fact_due ON services.report_fact (tenant_id, due_month) WHERE due_month IS NOT NULL;

-- Months whose figures have to be made anew.
CREATE TABLE services.report_stale_month (
  tenant_id uuid NOT NULL REFERENCES core.town,
  month text NOT NULL,
  PRIMARY KEY (tenant_id, month)
);
SELECT platform.keep_towns_apart('services.report_stale_month');

-- The facts counted by month, for every choice of category, district and unit. `dims` says which of the three a row tells
-- apart (1 category, 2 district, 4 unit); the others are zero. Zero where it is told apart: none.
CREATE TABLE services.report_figure (
  tenant_id uuid NOT NULL REFERENCES core.town,
  dims smallint NOT NULL CHECK (dims BETWEEN 0 AND 7),
  month text NOT NULL,
  category_id uuid NOT NULL,
  district_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  -- By the month in which they were received.
  received int NOT NULL,
  open int NOT NULL,
  duplicates int NOT NULL,
  -- By the month of the end: repaired, and ended without by reason.
  done int NOT NULL,
  ended int NOT NULL,
  reasons jsonb NOT NULL,
  -- How many of them took how many days: the same place in both lists.
  days int[] NOT NULL,
  day_counts int[] NOT NULL,
  -- By the month of the day that was promised.
  kept int NOT NULL,
  broken int NOT NULL,
  targets_kept int NOT NULL,
  targets_broken int NOT NULL,
  -- By the month in which they were first done: all, those with an objection, those opened again.
  repaired int NOT NULL,
  objected int NOT NULL,
  reopened int NOT NULL,
  PRIMARY KEY (tenant_id, dims, month, category_id, district_id, unit_id)
);
SELECT platform.keep_towns_apart('services.report_figure');

-- As of when the figures are, and when they last changed.
CREATE TABLE services.report_figures_state (
  tenant_id uuid PRIMARY KEY REFERENCES core.town,
  as_of timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
SELECT platform.keep_towns_apart('services.report_figures_state');

-- What is there already is counted by the first run.
DO $$
DECLARE town uuid;
BEGIN
  FOR town IN SELECT id FROM core.town LOOP
    PERFORM set_config('app.tenant_id', town::text, true);
    INSERT INTO services.case_change (tenant_id, id, case_id)
      SELECT tenant_id, gen_random_uuid(), id FROM services.case WHERE tenant_id = town AND kind = 'report' AND published;
  END LOOP;
  PERFORM set_config('app.tenant_id', '', true);
END $$;
