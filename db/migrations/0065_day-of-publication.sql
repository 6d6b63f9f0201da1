-- Forms and workflows are handed in for review, sent back with a reason, and may have a day ahead from which they are in force
-- (src/services/definitions).

-- Which revision of the draft waits for whoever may publish it, and why it was sent back last.
ALTER TABLE services.form
  ADD COLUMN asked_at timestamptz,
  ADD COLUMN asked_by uuid,
  ADD COLUMN asked_revision int,
  ADD COLUMN returned_at timestamptz,
  ADD COLUMN returned_by uuid,
  ADD COLUMN returned_reason text CHECK (length(returned_reason) <= 1000),
  ADD FOREIGN KEY (tenant_id, asked_by) REFERENCES core.person,
  ADD FOREIGN KEY (tenant_id, returned_by) REFERENCES core.person;
ALTER TABLE services.workflow
  ADD COLUMN asked_at timestamptz,
  ADD COLUMN asked_by uuid,
  ADD COLUMN asked_revision int,
  ADD COLUMN returned_at timestamptz,
  ADD COLUMN returned_by uuid,
  ADD COLUMN returned_reason text CHECK (length(returned_reason) <= 1000),
  ADD FOREIGN KEY (tenant_id, asked_by) REFERENCES core.person,
  ADD FOREIGN KEY (tenant_id, returned_by) REFERENCES core.person;

-- What was decided to be in force from a day on. It gets the number of a version when it is; until then, and if it is called back or
-- found faulty on its day, it has none.
CREATE TABLE services.form_scheduled (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  form_id uuid NOT NULL,
  content jsonb NOT NULL,
  content_hash bytea NOT NULL,
  -- In the time zone of the town, from its first moment on.
  on_day date NOT NULL,
  -- Who wrote it last and who handed it in: they hear of it.
  made_by uuid,
  asked_by uuid,
  decided_at timestamptz NOT NULL,
  decided_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text CHECK (ended_how IN ('live', 'calledBack', 'failed')),
  -- What was found when it could not be put in force, by the names of the proof.
  faults text[] NOT NULL DEFAULT '{}',
  number int,
  PRIMARY KEY (tenant_id, id),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  FOREIGN KEY (tenant_id, form_id) REFERENCES services.form,
  FOREIGN KEY (tenant_id, made_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, asked_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, decided_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, ended_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.form_scheduled');
-- At most one waits.
CREATE UNIQUE INDEX form_scheduled_waiting ON services.form_scheduled (tenant_id, form_id) WHERE ended_at IS NULL;
CREATE INDEX form_scheduled_due ON services.form_scheduled (tenant_id, on_day) WHERE ended_at IS NULL;
CREATE INDEX form_scheduled_of ON services.form_scheduled (tenant_id, form_id, decided_at DESC);
CREATE TRIGGER keep_published BEFORE UPDATE ON services.form_scheduled FOR EACH ROW EXECUTE FUNCTION services.keep_published();

CREATE TABLE services.workflow_scheduled (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  content jsonb NOT NULL,
  content_hash bytea NOT NULL,
  on_day date NOT NULL,
  made_by uuid,
  asked_by uuid,
  decided_at timestamptz NOT NULL,
  decided_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_how text CHECK (ended_how IN ('live', 'calledBack', 'failed')),
  faults text[] NOT NULL DEFAULT '{}',
  number int,
  PRIMARY KEY (tenant_id, id),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  FOREIGN KEY (tenant_id, workflow_id) REFERENCES services.workflow,
  FOREIGN KEY (tenant_id, made_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, asked_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, decided_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, ended_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.workflow_scheduled');
CREATE UNIQUE INDEX workflow_scheduled_waiting ON services.workflow_scheduled (tenant_id, workflow_id) WHERE ended_at IS NULL;
CREATE INDEX workflow_scheduled_due ON services.workflow_scheduled (tenant_id, on_day) WHERE ended_at IS NULL;
CREATE INDEX workflow_scheduled_of ON services.workflow_scheduled (tenant_id, workflow_id, decided_at DESC);
CREATE TRIGGER keep_published BEFORE UPDATE ON services.workflow_scheduled FOR EACH ROW EXECUTE FUNCTION services.keep_published();
