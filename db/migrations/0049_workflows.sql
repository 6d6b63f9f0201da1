-- How the applications of a service go, as data (src/services/workflows): the newest draft, and what was published.
CREATE TABLE services.workflow (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name_de text NOT NULL CHECK (length(name_de) BETWEEN 1 AND 120),
  name_en text NOT NULL CHECK (length(name_en) <= 120),
  draft jsonb NOT NULL,
  -- Counts changes of the draft; a form made from an older one is refused.
  revision int NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.workflow');

-- Never changed but for its end: running cases keep the version that they began with.
CREATE TABLE services.workflow_version (
  tenant_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  number int NOT NULL,
  content jsonb NOT NULL,
  content_hash bytea NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid,
  retired_at timestamptz,
  PRIMARY KEY (tenant_id, workflow_id, number),
  FOREIGN KEY (tenant_id, workflow_id) REFERENCES services.workflow,
  FOREIGN KEY (tenant_id, published_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.workflow_version');
-- At most one is for new cases.
CREATE UNIQUE INDEX workflow_version_in_force ON services.workflow_version (tenant_id, workflow_id) WHERE retired_at IS NULL;

CREATE FUNCTION services.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.content IS DISTINCT FROM OLD.content OR NEW.content_hash IS DISTINCT FROM OLD.content_hash OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'what was published does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE ON services.workflow_version FOR EACH ROW EXECUTE FUNCTION services.keep_published();
