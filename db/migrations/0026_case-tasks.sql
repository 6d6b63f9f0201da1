-- What somebody has to do about a case until a day (Aufgabe, Wiedervorlage): for one person or one unit.
CREATE TABLE services.case_task (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  due_on date NOT NULL,
  unit_id uuid,
  person_id uuid,
  made_by uuid,
  made_at timestamptz NOT NULL,
  changed_by uuid,
  changed_at timestamptz NOT NULL,
  done_by uuid,
  done_at timestamptz,
  -- Counts changes; a form that was made from an older one is refused.
  version int NOT NULL DEFAULT 1,
  -- Whoever has it was told that it is due.
  reminded_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation,
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.case_task');
CREATE INDEX case_task_case ON services.case_task (tenant_id, case_id, due_on, id);
CREATE INDEX case_task_person ON services.case_task (tenant_id, person_id, due_on, id) WHERE done_at IS NULL;
CREATE INDEX case_task_unit ON services.case_task (tenant_id, unit_id, due_on, id) WHERE done_at IS NULL;
CREATE INDEX case_task_remind ON services.case_task (tenant_id, due_on, id) WHERE done_at IS NULL AND reminded_at IS NULL;
