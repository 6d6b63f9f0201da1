-- By which key a program sent a report, and what it said that no question asks for.
ALTER TABLE services.report ADD COLUMN api_key_id uuid, ADD COLUMN extra jsonb NOT NULL DEFAULT '{}';

-- A change that another system told under its own name for it: told again it has no second effect.
CREATE TABLE services.told_update (
  tenant_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  update_id text NOT NULL CHECK (length(update_id) BETWEEN 1 AND 100),
  case_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, api_key_id, update_id),
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES core.api_key,
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.told_update');
CREATE INDEX told_update_case ON services.told_update (tenant_id, case_id);
