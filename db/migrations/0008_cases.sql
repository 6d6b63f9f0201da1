CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE SCHEMA services;

-- Everything a citizen starts: reports of damage now, applications and inquiries next. What lists filter and sort by stands
-- here, so that a list reads one index; what only one kind has stands in its own table.
CREATE TABLE services.case (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  -- The category of a report, the service of an application.
  type_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) <= 200),
  place_label text NOT NULL DEFAULT '' CHECK (length(place_label) <= 200),
  state text NOT NULL,
  -- Where an interrupted case goes back to when the question is answered.
  before_state text,
  stage text NOT NULL CHECK (stage IN ('draft', 'received', 'accepted', 'inProgress', 'yourTurn', 'done', 'ended')),
  -- Seen by everybody, or by the parties alone.
  published boolean NOT NULL DEFAULT false,
  unit_id uuid,
  assignee_id uuid,
  priority smallint NOT NULL DEFAULT 0 CHECK (priority BETWEEN -1 AND 2),
  district_id uuid,
  lat float8,
  lon float8,
  -- The lamp, tree or bench it is about.
  asset_id uuid,
  location point GENERATED ALWAYS AS (point(lon, lat)) STORED,
  -- What is said of the case in public; the search looks here and nowhere private.
  public_text text NOT NULL DEFAULT '',
  public_search tsvector GENERATED ALWAYS AS (to_tsvector('german', title || ' ' || place_label || ' ' || public_text)) STORED,
  -- The same and what was written in private; only the staff's work list looks here.
  desk_search tsvector NOT NULL DEFAULT '',
  has_photo boolean NOT NULL DEFAULT false,
  -- A moderator looks before it is published.
  to_check boolean NOT NULL DEFAULT false,
  support_count int NOT NULL DEFAULT 0,
  received_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  closed_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation,
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.case');
CREATE INDEX case_public_new ON services.case (tenant_id, kind, received_at DESC, id DESC) WHERE published;
CREATE INDEX case_public_type ON services.case (tenant_id, kind, type_id, received_at DESC, id DESC) WHERE published;
CREATE INDEX case_public_district ON services.case (tenant_id, kind, district_id, received_at DESC, id DESC) WHERE published;
CREATE INDEX case_public_stage ON services.case (tenant_id, kind, stage, received_at DESC, id DESC) WHERE published;
CREATE INDEX case_public_search ON services.case USING gin (tenant_id, public_search) WHERE published;
-- What the place remembers, and the map.
CREATE INDEX case_place ON services.case USING gist (tenant_id, location);
CREATE INDEX case_to_check ON services.case (tenant_id, due_at, id) WHERE to_check;
CREATE INDEX case_near ON services.case USING gist (tenant_id, location) WHERE stage NOT IN ('done', 'ended', 'draft');
CREATE INDEX case_desk_unit ON services.case (tenant_id, unit_id, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_desk_assignee ON services.case (tenant_id, assignee_id, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_desk_due ON services.case (tenant_id, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_desk_received ON services.case (tenant_id, received_at DESC, id DESC);
CREATE INDEX case_desk_search ON services.case USING gin (tenant_id, desk_search);
-- Reports that wait for the link in a mail: deleted after a day.
CREATE INDEX case_draft ON services.case (tenant_id, received_at) WHERE stage = 'draft';
CREATE INDEX case_asset ON services.case (tenant_id, asset_id, received_at DESC, id DESC) WHERE asset_id IS NOT NULL;
CREATE INDEX case_closed ON services.case (tenant_id, kind, closed_at DESC) WHERE closed_at IS NOT NULL;

-- Who takes part: the one who started it (reporter, applicant), those who joined (supporter), each with an own secret.
CREATE TABLE services.case_party (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('reporter', 'applicant', 'supporter', 'subscriber')),
  person_id uuid,
  name text,
  email text,
  email_confirmed_at timestamptz,
  phone text,
  locale text NOT NULL DEFAULT 'de',
  -- Keyed hashes of the link's secret and of the code one can say on the phone.
  secret_hash bytea NOT NULL,
  code_hash bytea NOT NULL,
  -- Until the address is confirmed: hash of the secret in the mail.
  confirm_hash bytea,
  confirm_until timestamptz,
  -- Keyed hash of a browser's random mark: an unnamed supporter counts once. Removed after a day.
  mark_hash bytea,
  since timestamptz NOT NULL,
  until timestamptz,
  anonymised_at timestamptz,
  PRIMARY KEY (tenant_id, case_id, id),
  UNIQUE (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.case_party');
CREATE INDEX case_party_person ON services.case_party (tenant_id, person_id, since DESC) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX case_party_confirm ON services.case_party (tenant_id, confirm_hash) WHERE confirm_hash IS NOT NULL;
CREATE UNIQUE INDEX case_party_mark_once ON services.case_party (tenant_id, case_id, mark_hash) WHERE mark_hash IS NOT NULL AND until IS NULL;
CREATE UNIQUE INDEX case_party_person_once ON services.case_party (tenant_id, case_id, person_id) WHERE person_id IS NOT NULL AND until IS NULL;
CREATE UNIQUE INDEX case_party_email_once ON services.case_party (tenant_id, case_id, email) WHERE email IS NOT NULL AND person_id IS NULL AND until IS NULL;

-- What is said about a case: question to the parties, their answer, word to the public, note of the staff.
CREATE TABLE services.case_message (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('question', 'answer', 'message', 'note', 'public')),
  audience text NOT NULL CHECK (audience IN ('public', 'parties', 'internal')),
  author_person_id uuid,
  author_party_id uuid,
  author_unit_id uuid,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
  at timestamptz NOT NULL,
  due_at timestamptz,
  answered_at timestamptz,
  PRIMARY KEY (tenant_id, case_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.case_message');

-- Photos and documents of a case, and the event they came with.
CREATE TABLE services.case_file (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  file_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('before', 'after', 'answer', 'document')),
  audience text NOT NULL CHECK (audience IN ('public', 'parties', 'internal')),
  event_id uuid,
  position int NOT NULL DEFAULT 0,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, case_id, file_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.case_file');

-- Which unit was asked to take the case, why (the trace of the rules), and what it said.
CREATE TABLE services.assignment (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'rejected', 'ended')),
  reason text,
  trace jsonb,
  by_person_id uuid,
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (tenant_id, case_id, id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('services.assignment');
CREATE UNIQUE INDEX assignment_one_open ON services.assignment (tenant_id, case_id) WHERE until IS NULL;

-- A person's own views of the work list; shared ones are seen by the whole unit.
CREATE TABLE services.saved_filter (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  query text NOT NULL CHECK (length(query) <= 2000),
  shared_unit_id uuid,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.saved_filter');
CREATE INDEX saved_filter_unit ON services.saved_filter (tenant_id, shared_unit_id) WHERE shared_unit_id IS NOT NULL;
