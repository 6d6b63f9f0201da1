-- Reports of damage in public space (Mängelmelder): what can be reported, who gets it, and the reports themselves.
CREATE TABLE services.report_category (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[a-z0-9-]{1,60}$'),
  group_code text NOT NULL,
  name jsonb NOT NULL,
  hint jsonb NOT NULL DEFAULT '{}',
  -- Words by which a category is proposed from the text.
  keywords text[] NOT NULL DEFAULT '{}',
  questions jsonb NOT NULL DEFAULT '[]',
  icon text NOT NULL DEFAULT 'report',
  -- Within how many metres another report may be the same damage.
  radius_m int NOT NULL DEFAULT 50 CHECK (radius_m BETWEEN 5 AND 1000),
  deadline_days int NOT NULL DEFAULT 10 CHECK (deadline_days BETWEEN 1 AND 365),
  proof text NOT NULL DEFAULT 'photo' CHECK (proof IN ('photo', 'signoff')),
  publish text NOT NULL DEFAULT 'afterCheck' CHECK (publish IN ('atOnce', 'afterCheck', 'never')),
  anonymous boolean NOT NULL DEFAULT true,
  -- A report with only an e-mail address waits until the address is confirmed.
  confirm_email boolean NOT NULL DEFAULT false,
  -- Where life is in danger: the number to call instead of a form.
  danger text CHECK (danger IN ('110', '112')),
  -- Where reports go that no rule catches.
  unit_id uuid,
  position int NOT NULL DEFAULT 0,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('services.report_category');

CREATE TABLE services.report_category_group (
  tenant_id uuid NOT NULL REFERENCES core.town,
  code text NOT NULL,
  name jsonb NOT NULL,
  icon text NOT NULL DEFAULT 'report',
  position int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, code)
);
SELECT platform.keep_towns_apart('services.report_category_group');

-- Category × area × owner of the road or kind of asset → unit. An empty column means "any"; the most specific rule wins, ties by position.
CREATE TABLE services.routing_rule (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  position int NOT NULL,
  category_id uuid,
  group_code text,
  district_id uuid,
  owner text CHECK (owner IN ('town', 'district', 'state', 'federal', 'private')),
  asset_kind text,
  unit_id uuid NOT NULL,
  -- The sentence that the public reads: "Landesstraße: zuständig ist der Landesbetrieb".
  public_note jsonb NOT NULL DEFAULT '{}',
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, category_id) REFERENCES services.report_category,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('services.routing_rule');

CREATE TABLE services.report (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  category_id uuid NOT NULL,
  -- As written; what the public reads stands in case.public_text.
  text text NOT NULL CHECK (length(text) <= 4000),
  answers jsonb NOT NULL DEFAULT '{}',
  place_way text NOT NULL CHECK (place_way IN ('map', 'address', 'crossing', 'between', 'landmark', 'asset', 'photo', 'device')),
  place_note text NOT NULL DEFAULT '',
  accuracy_m float8,
  street text,
  house_number text,
  road_owner text,
  observed_at timestamptz,
  channel text NOT NULL DEFAULT 'web' CHECK (channel IN ('web', 'phone', 'desk', 'open311', 'import')),
  client_key text,
  published_at timestamptz,
  hidden_at timestamptz,
  -- Why a moderator looks before it is published: words for kinds of personal data, never the data.
  findings text[] NOT NULL DEFAULT '{}',
  planned_for date,
  end_reason text,
  -- Set when this one was joined to another: the same damage.
  same_as_case_id uuid,
  PRIMARY KEY (tenant_id, case_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, category_id) REFERENCES services.report_category
);
SELECT platform.keep_towns_apart('services.report');
CREATE UNIQUE INDEX report_client_key ON services.report (tenant_id, client_key) WHERE client_key IS NOT NULL;
