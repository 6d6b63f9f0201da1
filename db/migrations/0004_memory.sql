-- What happened. Rows are only ever added; the program's role may not change or remove them.
CREATE TABLE core.event (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('public', 'parties', 'internal')),
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_person_id uuid,
  -- The public sees the role, never the name of a clerk.
  actor_role text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('core.event');
CREATE INDEX event_kind ON core.event (tenant_id, kind, id);
CREATE INDEX event_actor ON core.event (tenant_id, actor_person_id, id) WHERE actor_person_id IS NOT NULL;

CREATE TABLE core.event_subject (
  tenant_id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, subject_type, subject_id, event_id),
  FOREIGN KEY (tenant_id, event_id) REFERENCES core.event
);
SELECT platform.keep_towns_apart('core.event_subject');

-- Who of the staff looked at whose data, in what role and for what.
CREATE TABLE core.record_read (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  reader_person_id uuid NOT NULL,
  reader_role text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  person_id uuid,
  purpose text NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('core.record_read');
CREATE INDEX record_read_subject ON core.record_read (tenant_id, subject_type, subject_id, id);
CREATE INDEX record_read_person ON core.record_read (tenant_id, person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX record_read_reader ON core.record_read (tenant_id, reader_person_id, id);

-- Which listener has reacted to which event: a repeated job has no second effect.
CREATE TABLE core.reaction (
  tenant_id uuid NOT NULL,
  listener text NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, listener, event_id)
);
SELECT platform.keep_towns_apart('core.reaction');
