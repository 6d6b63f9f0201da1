CREATE SCHEMA core;

-- Towns themselves carry no town: they are what every other row belongs to.
CREATE TABLE core.town (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text NOT NULL,
  land text NOT NULL CHECK (land ~ '^[A-Z]{2}$'),
  locales text[] NOT NULL DEFAULT '{de,en}',
  time_zone text NOT NULL DEFAULT 'Europe/Berlin',
  colour text CHECK (colour ~ '^#[0-9a-f]{6}$'),
  coat_of_arms text,
  west float8, south float8, east float8, north float8,
  hosts text[] NOT NULL DEFAULT '{}',
  settings jsonb NOT NULL DEFAULT '{}',
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  CHECK (num_nulls(west, south, east, north) IN (0, 4))
);
CREATE INDEX town_hosts ON core.town USING gin (hosts);

-- One account over all towns of an installation. Addresses are kept in small letters.
CREATE TABLE core.account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) <= 320),
  email_confirmed_at timestamptz,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  locale text NOT NULL DEFAULT 'de',
  theme text NOT NULL DEFAULT 'auto',
  operator boolean NOT NULL DEFAULT false,
  demo_role text,
  created_at timestamptz NOT NULL,
  blocked_at timestamptz
);

-- The cookie holds the token, the table only its SHA-256.
CREATE TABLE core.session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES core.account ON DELETE CASCADE,
  trust text NOT NULL DEFAULT 'basic' CHECK (trust IN ('basic', 'substantial', 'high')),
  way text NOT NULL,
  device text NOT NULL DEFAULT '',
  acting_organisation_id uuid,
  acting_tenant_id uuid,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  confirmed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON core.session (account_id);

-- Secrets of second factors are sealed with the installation's key. A deleted account stays as an empty row until every
-- town has let go of the person.
ALTER TABLE core.account ADD COLUMN deleted_at timestamptz;
CREATE INDEX account_deleted ON core.account (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX account_demo ON core.account (demo_role) WHERE demo_role IS NOT NULL;

-- A question that is answered by mail (a code or a link) or by a second step, and the browser that asked it. It is written
-- for known and unknown addresses alike; the job that sends the mail fills in code and link, so only the mail differs.
CREATE TABLE core.challenge (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('signUp', 'signIn', 'reset', 'newEmail', 'confirm', 'secondFactor', 'passkey')),
  email text,
  account_id uuid REFERENCES core.account ON DELETE CASCADE,
  name text,
  password_hash text,
  locale text NOT NULL DEFAULT 'de',
  -- Where to go on afterwards, how the first step was taken, what the passkey has to sign, the identity to connect.
  facts jsonb NOT NULL DEFAULT '{}',
  -- SHA-256 of the cookie of the browser that asked; its keyed digests of code and link.
  holder_hash bytea NOT NULL UNIQUE,
  code_hash bytea,
  link_hash bytea UNIQUE,
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenge_age ON core.challenge (expires_at);
CREATE INDEX challenge_account ON core.challenge (account_id);

CREATE TABLE core.passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES core.account ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE CHECK (length(credential_id) <= 1400),
  public_key bytea NOT NULL,
  counter bigint NOT NULL DEFAULT 0,
  transports text[] NOT NULL DEFAULT '{}',
  -- The host name it belongs to; browsers offer it nowhere else.
  rp_id text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_account ON core.passkey (account_id);

CREATE TABLE core.recovery_code (
  account_id uuid NOT NULL REFERENCES core.account ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);

-- Who an OpenID Connect provider says somebody is.
CREATE TABLE core.identity (
  issuer text NOT NULL CHECK (length(issuer) <= 500),
  subject text NOT NULL CHECK (length(subject) <= 500),
  account_id uuid NOT NULL REFERENCES core.account ON DELETE CASCADE,
  provider text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_account ON core.identity (account_id);

-- What happened to the account's security, for its owner to read. Networks only as keyed digests.
CREATE TABLE core.account_log (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES core.account ON DELETE CASCADE,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  device text NOT NULL DEFAULT '',
  network_hash bytea
);
CREATE INDEX account_log_of ON core.account_log (account_id, id);
