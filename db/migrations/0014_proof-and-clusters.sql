-- Each time a report is done: until when the parties may object, and what became of it.
CREATE TABLE services.report_closing (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  -- 1 for the first time it was done.
  closing int NOT NULL CHECK (closing > 0),
  done_at timestamptz NOT NULL,
  object_until timestamptz NOT NULL,
  -- `reopened` by objections alone, `staff` by a person, `lead`: objected, but a person decides; `settled`: nobody objected in time.
  outcome text NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'reopened', 'staff', 'lead', 'settled')),
  PRIMARY KEY (tenant_id, case_id, closing),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.report_closing');
CREATE INDEX report_closing_due ON services.report_closing (tenant_id, object_until) WHERE outcome = 'open';

-- One for each party and closing.
CREATE TABLE services.report_objection (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  closing int NOT NULL,
  party_id uuid NOT NULL,
  by_reporter boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, case_id, closing, party_id),
  FOREIGN KEY (tenant_id, case_id, closing) REFERENCES services.report_closing ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.report_objection');

-- Merging, splitting and undoing only open and close these rows. A case is in one incident at a time: the one that goes on.
CREATE TABLE services.incident_member (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  incident_id uuid NOT NULL,
  case_id uuid NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (incident_id <> case_id),
  FOREIGN KEY (tenant_id, incident_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.incident_member');
CREATE UNIQUE INDEX incident_member_once ON services.incident_member (tenant_id, case_id) WHERE until IS NULL;
CREATE INDEX incident_member_of ON services.incident_member (tenant_id, incident_id) WHERE until IS NULL;

-- What was done to an incident: a merge or a split with its members, and whether it was undone.
CREATE TABLE services.incident_change (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  incident_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('merge', 'split')),
  case_ids uuid[] NOT NULL,
  at timestamptz NOT NULL,
  by_person_id uuid,
  undone_at timestamptz,
  undone_by_person_id uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, incident_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.incident_change');
CREATE INDEX incident_change_of ON services.incident_change (tenant_id, incident_id, at DESC, id DESC);

-- Which parties came to an incident from which member, so that a split takes them out again. One that has left stays away.
CREATE TABLE services.incident_party (
  tenant_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  origin_party_id uuid NOT NULL,
  origin_case_id uuid NOT NULL,
  party_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, incident_id, origin_party_id),
  FOREIGN KEY (tenant_id, incident_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.incident_party');
CREATE INDEX incident_party_of ON services.incident_party (tenant_id, incident_id, party_id);
