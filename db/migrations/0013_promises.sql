-- How long comparable reports take: made anew each night, read by their names when a report is sent.
CREATE TABLE services.promise_estimate (
  tenant_id uuid NOT NULL REFERENCES core.town,
  -- Category, district and month; category and district; category; or group (ladder.rules.ts).
  key text NOT NULL,
  level text NOT NULL CHECK (level IN ('season', 'district', 'category', 'group')),
  p50 int NOT NULL,
  p90 int NOT NULL,
  -- Reports it rests on, open ones too.
  n int NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
SELECT platform.keep_towns_apart('services.promise_estimate');

-- What was promised to the reporter, and whether it was kept.
CREATE TABLE services.promise (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  -- Of comparable reports, or the norm of the category.
  level text NOT NULL CHECK (level IN ('season', 'district', 'category', 'group', 'norm')),
  n int NOT NULL DEFAULT 0,
  rules smallint NOT NULL,
  made_at timestamptz NOT NULL,
  -- Days of the town: when half of them are done, and nine in ten. The second is the promise; it moves while the clock stands.
  usual_on date,
  due_on date NOT NULL,
  stopped_on date,
  stopped_days int NOT NULL DEFAULT 0,
  -- Decided on the day after; void is what ended without a repair.
  outcome text CHECK (outcome IN ('kept', 'broken', 'void')),
  -- Who had it then.
  unit_id uuid,
  reason_due_on date,
  reason text,
  renewed_on date,
  escalated_at timestamptz,
  PRIMARY KEY (tenant_id, case_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.promise');
CREATE INDEX promise_due ON services.promise (tenant_id, due_on, case_id) WHERE outcome IS NULL AND stopped_on IS NULL;
CREATE INDEX promise_reason ON services.promise (tenant_id, reason_due_on, case_id) WHERE reason IS NULL AND escalated_at IS NULL AND reason_due_on IS NOT NULL;
