-- Forms as data (src/services/forms), in versions as workflows are.
CREATE TABLE services.form (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name_de text NOT NULL CHECK (length(name_de) BETWEEN 1 AND 120),
  name_en text NOT NULL CHECK (length(name_en) <= 120),
  draft jsonb NOT NULL,
  revision int NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.form');

CREATE TABLE services.form_version (
  tenant_id uuid NOT NULL,
  form_id uuid NOT NULL,
  number int NOT NULL,
  content jsonb NOT NULL,
  content_hash bytea NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid,
  retired_at timestamptz,
  PRIMARY KEY (tenant_id, form_id, number),
  FOREIGN KEY (tenant_id, form_id) REFERENCES services.form,
  FOREIGN KEY (tenant_id, published_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.form_version');
CREATE UNIQUE INDEX form_version_in_force ON services.form_version (tenant_id, form_id) WHERE retired_at IS NULL;
CREATE TRIGGER keep_published BEFORE UPDATE ON services.form_version FOR EACH ROW EXECUTE FUNCTION services.keep_published();

-- Which form and workflow a service is applied for with, and which unit gets it. The names are for the case.
CREATE TABLE services.online_service (
  tenant_id uuid NOT NULL REFERENCES core.town,
  service_id uuid NOT NULL,
  slug text NOT NULL CHECK (length(slug) <= 80),
  name_de text NOT NULL CHECK (length(name_de) BETWEEN 1 AND 120),
  name_en text NOT NULL CHECK (length(name_en) <= 120),
  form_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, service_id),
  UNIQUE (tenant_id, slug),
  FOREIGN KEY (tenant_id, form_id) REFERENCES services.form,
  FOREIGN KEY (tenant_id, workflow_id) REFERENCES services.workflow,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('services.online_service');

-- Answers that are being written; they never count as sent. Of who has no account a keyed hash of the secret is kept.
CREATE TABLE services.draft (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  form_id uuid NOT NULL,
  form_number int NOT NULL,
  answers jsonb NOT NULL,
  -- The page that somebody was on.
  page text NOT NULL DEFAULT '' CHECK (length(page) <= 60),
  person_id uuid,
  secret_hash bytea NOT NULL,
  -- Of the code by which it is gone on with on another device.
  code_hash bytea NOT NULL,
  -- Counts saves, so that two windows do not undo each other.
  revision int NOT NULL DEFAULT 1,
  started_at timestamptz NOT NULL,
  saved_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash),
  UNIQUE (tenant_id, code_hash),
  FOREIGN KEY (tenant_id, service_id) REFERENCES services.online_service,
  FOREIGN KEY (tenant_id, form_id, form_number) REFERENCES services.form_version,
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.draft');
CREATE INDEX draft_of_person ON services.draft (tenant_id, person_id, saved_at DESC) WHERE person_id IS NOT NULL;
CREATE INDEX draft_expires ON services.draft (tenant_id, expires_at);
