-- What only cases of the kind "application" have. The versions of form and workflow are those it began with.
CREATE TABLE services.application (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  service_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  workflow_number int NOT NULL,
  -- Since when it is in its state, and when the time of that state is over.
  state_since timestamptz NOT NULL,
  time_out_at timestamptz,
  -- When the system looks again whether a step of its own can be taken.
  look_at timestamptz,
  letter_out_on date,
  PRIMARY KEY (tenant_id, case_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, workflow_id, workflow_number) REFERENCES services.workflow_version
);
SELECT platform.keep_towns_apart('services.application');
CREATE INDEX application_time_out ON services.application (tenant_id, time_out_at) WHERE time_out_at IS NOT NULL;
CREATE INDEX application_look ON services.application (tenant_id, look_at) WHERE look_at IS NOT NULL;

-- What was sent, as it was sent. What replaces it before it is accepted is another one.
CREATE TABLE services.submission (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  -- Made before sending: the same key has one effect.
  client_key text NOT NULL CHECK (length(client_key) BETWEEN 8 AND 100),
  form_id uuid NOT NULL,
  form_number int NOT NULL,
  answers jsonb NOT NULL,
  content_hash bytea NOT NULL,
  receipt_number text NOT NULL,
  trust text NOT NULL CHECK (trust IN ('none', 'basic', 'substantial', 'high')),
  channel text NOT NULL CHECK (channel IN ('web', 'desk')),
  sent_at timestamptz NOT NULL,
  replaces uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, client_key),
  UNIQUE (tenant_id, receipt_number),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, form_id, form_number) REFERENCES services.form_version,
  FOREIGN KEY (tenant_id, replaces) REFERENCES services.submission ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.submission');
CREATE INDEX submission_of_case ON services.submission (tenant_id, case_id, sent_at);
CREATE UNIQUE INDEX submission_replaced_once ON services.submission (tenant_id, replaces) WHERE replaces IS NOT NULL;

-- Steps as they were taken: who took which, for four eyes and for the times that laws set.
CREATE TABLE services.application_step (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  step text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  person_id uuid,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, case_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE SET NULL (person_id)
);
SELECT platform.keep_towns_apart('services.application_step');

-- What another department is asked, and what it said.
CREATE TABLE services.opinion (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  unit_id uuid NOT NULL,
  required boolean NOT NULL,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  verdict text CHECK (verdict IN ('agrees', 'conditions', 'objects')),
  message_id uuid,
  given_by uuid,
  given_at timestamptz,
  -- Asked anew, or its time was over.
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, case_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation,
  FOREIGN KEY (tenant_id, given_by) REFERENCES core.person ON DELETE SET NULL (given_by)
);
SELECT platform.keep_towns_apart('services.opinion');
CREATE UNIQUE INDEX opinion_open_once ON services.opinion (tenant_id, case_id, key) WHERE given_at IS NULL AND closed_at IS NULL;
CREATE INDEX opinion_of_unit ON services.opinion (tenant_id, unit_id, due_at) WHERE given_at IS NULL AND closed_at IS NULL;

-- What was decided: drafted by one person, approved by another where the workflow wants it.
CREATE TABLE services.decision (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  outcome text NOT NULL,
  reasons text NOT NULL CHECK (length(reasons) BETWEEN 1 AND 10000),
  drafted_by uuid,
  drafted_at timestamptz NOT NULL,
  approved_by uuid,
  approved_at timestamptz,
  returned_at timestamptz,
  PRIMARY KEY (tenant_id, case_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, drafted_by) REFERENCES core.person ON DELETE SET NULL (drafted_by),
  FOREIGN KEY (tenant_id, approved_by) REFERENCES core.person ON DELETE SET NULL (approved_by)
);
SELECT platform.keep_towns_apart('services.decision');
