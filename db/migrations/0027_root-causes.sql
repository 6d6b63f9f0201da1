-- Where a thing is repaired again and again, somebody asks why (Ursachenfall): proposed by a rule, taken up or turned down by a lead.
CREATE TABLE services.root_cause (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  asset_id uuid NOT NULL,
  -- The unit that made the last repair.
  unit_id uuid,
  state text NOT NULL CHECK (state IN ('proposed', 'open', 'decided', 'closed', 'dismissed')),
  -- Repairs that led to the proposal, and the last of them.
  repairs int NOT NULL CHECK (repairs > 0),
  last_case_id uuid NOT NULL,
  question text NOT NULL DEFAULT '' CHECK (length(question) <= 500),
  findings text NOT NULL DEFAULT '' CHECK (length(findings) <= 4000),
  measure text NOT NULL DEFAULT '' CHECK (length(measure) <= 4000),
  due_on date,
  task_id uuid,
  -- Why it was turned down.
  reason text CHECK (length(reason) <= 2000),
  proposed_at timestamptz NOT NULL,
  -- When it was turned down or closed.
  ended_at timestamptz,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  -- A repair proposes one at most.
  UNIQUE (tenant_id, last_case_id),
  FOREIGN KEY (tenant_id, asset_id) REFERENCES core.asset,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation,
  FOREIGN KEY (tenant_id, last_case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.root_cause');
-- A thing has one at a time.
CREATE UNIQUE INDEX root_cause_one ON services.root_cause (tenant_id, asset_id) WHERE state IN ('proposed', 'open', 'decided');
CREATE INDEX root_cause_asset ON services.root_cause (tenant_id, asset_id, proposed_at DESC);
CREATE INDEX root_cause_list ON services.root_cause (tenant_id, proposed_at DESC, id DESC);
CREATE INDEX root_cause_waits ON services.root_cause (tenant_id, unit_id, proposed_at) WHERE state = 'proposed';

CREATE TABLE services.root_cause_report (
  tenant_id uuid NOT NULL,
  root_cause_id uuid NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, root_cause_id, case_id),
  FOREIGN KEY (tenant_id, root_cause_id) REFERENCES services.root_cause ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.root_cause_report');
-- A case that is deleted takes its line along.
CREATE INDEX root_cause_report_case ON services.root_cause_report (tenant_id, case_id);
