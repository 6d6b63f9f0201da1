-- Work given to a firm outside the town hall: a signed link that shows one report without anything personal, for a time.
CREATE TABLE services.contractor_task (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  -- A firm that the town knows, or only a name and an address.
  organisation_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL CHECK (email = lower(email) AND length(email) <= 320),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 4000),
  state text NOT NULL CHECK (state IN ('sent', 'accepted', 'declined', 'closed', 'takenBack')),
  by_person_id uuid,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('services.contractor_task');
CREATE INDEX contractor_task_case ON services.contractor_task (tenant_id, case_id, sent_at DESC);
-- One firm at a time.
CREATE UNIQUE INDEX contractor_task_open ON services.contractor_task (tenant_id, case_id) WHERE state IN ('sent', 'accepted');
