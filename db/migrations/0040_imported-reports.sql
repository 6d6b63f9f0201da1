-- Reports that were taken over from another system, by the number they have there: known again, whatever became of them here.
CREATE TABLE services.imported_report (
  tenant_id uuid NOT NULL,
  -- Address of the other system.
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  service_request_id text NOT NULL CHECK (length(service_request_id) BETWEEN 1 AND 200),
  -- Empty when it was deleted here after its time; it does not come back.
  case_id uuid,
  -- Of what the other system said last.
  digest bytea NOT NULL,
  -- The case as the import left it; another version means that somebody works on it here.
  case_version int NOT NULL,
  -- Where its photo is in the other system.
  photo_url text,
  PRIMARY KEY (tenant_id, source, service_request_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE SET NULL (case_id)
);
SELECT platform.keep_towns_apart('services.imported_report');
CREATE UNIQUE INDEX imported_report_case ON services.imported_report (tenant_id, case_id) WHERE case_id IS NOT NULL;

-- What could not be taken over, and why; goes when it could.
CREATE TABLE services.import_refusal (
  tenant_id uuid NOT NULL,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  service_request_id text NOT NULL CHECK (length(service_request_id) BETWEEN 1 AND 200),
  why text NOT NULL CHECK (length(why) <= 60),
  PRIMARY KEY (tenant_id, source, service_request_id)
);
SELECT platform.keep_towns_apart('services.import_refusal');

-- The last import from another system: how far it came, so that one that was broken off goes on there.
CREATE TABLE services.report_import (
  tenant_id uuid NOT NULL,
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  begun_at timestamptz NOT NULL,
  -- From the newest backwards: everything from this moment on is taken over.
  reached timestamptz NOT NULL,
  finished_at timestamptz,
  added int NOT NULL DEFAULT 0,
  changed int NOT NULL DEFAULT 0,
  same int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, source)
);
SELECT platform.keep_towns_apart('services.report_import');
