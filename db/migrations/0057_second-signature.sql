-- A second person signs an application before it counts as sent (services/applications/cosign). While her signature is waited for the
-- draft stands still: since when, what was shown to be signed, and how well whoever wrote it was known then.
ALTER TABLE services.draft
  ADD COLUMN waits_since timestamptz,
  ADD COLUMN waits_for_hash bytea CHECK (length(waits_for_hash) = 32),
  ADD COLUMN waits_trust text CHECK (waits_trust IN ('none', 'basic', 'substantial', 'high')),
  ADD CHECK (num_nulls(waits_since, waits_for_hash, waits_trust) IN (0, 3));

-- Who is asked, by a link of which a keyed hash is kept. Goes with the draft.
CREATE TABLE services.cosigner (
  tenant_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  -- Key of the field that names her.
  person text NOT NULL CHECK (length(person) <= 60),
  name text NOT NULL CHECK (length(name) <= 700),
  email text NOT NULL CHECK (length(email) <= 320),
  locale text NOT NULL CHECK (locale IN ('de', 'en')),
  state text NOT NULL CHECK (state IN ('asked', 'signed', 'declined', 'expired')),
  secret_hash bytea NOT NULL,
  links int NOT NULL DEFAULT 1,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  answered_at timestamptz,
  signed_name text CHECK (length(signed_name) BETWEEN 1 AND 200),
  reason text CHECK (length(reason) <= 1000),
  PRIMARY KEY (tenant_id, draft_id, person),
  UNIQUE (tenant_id, secret_hash),
  CHECK ((state = 'signed') = (signed_name IS NOT NULL)),
  FOREIGN KEY (tenant_id, draft_id) REFERENCES services.draft ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.cosigner');
CREATE INDEX cosigner_expires ON services.cosigner (tenant_id, expires_at) WHERE state = 'asked';

-- Who signed what was sent, where more than one had to. `person` is empty for who wrote it.
CREATE TABLE services.signature (
  tenant_id uuid NOT NULL,
  submission_id uuid NOT NULL,
  person text NOT NULL CHECK (length(person) <= 60),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- To which the link went.
  email text CHECK (length(email) <= 320),
  signed_at timestamptz NOT NULL,
  -- By the same link the second person gets the receipt for some time.
  secret_hash bytea,
  link_until timestamptz,
  PRIMARY KEY (tenant_id, submission_id, person),
  UNIQUE (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, submission_id) REFERENCES services.submission ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.signature');
