-- A person as one town knows her. Linked to an account when she signs in there.
CREATE TABLE core.person (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  account_id uuid REFERENCES core.account ON DELETE SET NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text,
  phone text,
  locale text NOT NULL DEFAULT 'de',
  created_at timestamptz NOT NULL,
  anonymised_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, account_id)
);
SELECT platform.keep_towns_apart('core.person');
CREATE INDEX person_account ON core.person (account_id);

-- Authority (the town hall itself), departments, teams, businesses, clubs, contractors.
CREATE TABLE core.organisation (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('authority', 'department', 'team', 'business', 'club', 'contractor')),
  parent_id uuid,
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,60}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  name_en text,
  email text,
  phone text,
  description text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('core.organisation');

CREATE TABLE core.membership (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  role text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES core.organisation ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.membership');
CREATE UNIQUE INDEX membership_once ON core.membership (tenant_id, person_id, organisation_id, role) WHERE until IS NULL;
CREATE INDEX membership_of_organisation ON core.membership (tenant_id, organisation_id) WHERE until IS NULL;

-- People are found by parts of their names with typing errors; by their e-mail address only as a whole.
CREATE INDEX person_like ON core.person USING gist (tenant_id, lower(name) gist_trgm_ops);
CREATE INDEX person_email ON core.person (tenant_id, lower(email)) WHERE email IS NOT NULL;
CREATE INDEX organisation_by_name ON core.organisation (tenant_id, kind, name, id);
CREATE INDEX membership_of_role ON core.membership (tenant_id, role) WHERE until IS NULL;

-- The offer of a role, sent by mail. Of the link's secret only the keyed digest is kept.
CREATE TABLE core.invitation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  role text NOT NULL,
  email text NOT NULL CHECK (email = lower(email) AND length(email) <= 320),
  locale text NOT NULL DEFAULT 'de',
  secret_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES core.organisation ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.invitation');
CREATE INDEX invitation_of_organisation ON core.invitation (tenant_id, organisation_id, id);

-- What a town says about itself in its own words: {de, en} in Markdown. Without a row the catalogue's text is shown.
CREATE TABLE core.town_page (
  tenant_id uuid NOT NULL REFERENCES core.town,
  code text NOT NULL CHECK (code IN ('imprint', 'privacy', 'accessibility', 'contact', 'help')),
  text jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, code)
);
SELECT platform.keep_towns_apart('core.town_page');
