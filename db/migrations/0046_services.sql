-- What people look services up by: moving, a child, a dog …
CREATE TABLE services.life_situation (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  slug text NOT NULL CHECK (length(slug) <= 80 AND slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_de text NOT NULL CHECK (length(name_de) BETWEEN 1 AND 80),
  name_en text NOT NULL CHECK (length(name_en) <= 80),
  text_de text NOT NULL CHECK (length(text_de) <= 500),
  text_en text NOT NULL CHECK (length(text_en) <= 500),
  icon text NOT NULL CHECK (length(icon) <= 40),
  position int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, slug)
);
SELECT platform.keep_towns_apart('services.life_situation');

-- A service as it is being written. What everybody reads are its versions.
CREATE TABLE services.service (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  slug text NOT NULL CHECK (length(slug) <= 80 AND slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The German name of the draft, for lists.
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  -- Texts in both languages and facts (ServiceContent in service.rules.ts).
  draft jsonb NOT NULL,
  -- How many versions there were.
  version int NOT NULL DEFAULT 0,
  -- Whether the draft says something else than the newest version.
  changed boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, slug),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.service');
CREATE INDEX service_name ON services.service (tenant_id, name, id);

-- What was published: the content never changes, only until when it is valid. On a day at most one version of a service is.
CREATE TABLE services.service_version (
  tenant_id uuid NOT NULL,
  service_id uuid NOT NULL,
  number int NOT NULL,
  content jsonb NOT NULL,
  unit_id uuid,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  published_at timestamptz NOT NULL,
  published_by uuid,
  PRIMARY KEY (tenant_id, service_id, number),
  FOREIGN KEY (tenant_id, service_id) REFERENCES services.service ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation,
  FOREIGN KEY (tenant_id, published_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.service_version');
CREATE INDEX service_version_valid ON services.service_version (tenant_id, valid_to, valid_from);

-- The words by which a version is found, in the form in which they are compared (words.rules.ts).
CREATE TABLE services.service_phrase (
  tenant_id uuid NOT NULL,
  service_id uuid NOT NULL,
  number int NOT NULL,
  place smallint NOT NULL,
  phrase text NOT NULL CHECK (length(phrase) BETWEEN 1 AND 400),
  kind text NOT NULL CHECK (kind IN ('name', 'synonym', 'text')),
  PRIMARY KEY (tenant_id, service_id, number, place),
  FOREIGN KEY (tenant_id, service_id, number) REFERENCES services.service_version ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.service_phrase');
CREATE INDEX service_phrase_like ON services.service_phrase USING gist (tenant_id, phrase gist_trgm_ops(siglen = 64));
