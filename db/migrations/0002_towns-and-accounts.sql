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
