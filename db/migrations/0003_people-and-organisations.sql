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
