-- Mails leave through this table: written with what they tell of, sent by a job afterwards.
CREATE TABLE core.mail (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL,
  to_address text NOT NULL CHECK (length(to_address) BETWEEN 3 AND 320),
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  unsubscribe_url text,
  -- The same in every attempt, so that a repeat after a crash can be recognised.
  message_id text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  -- Code of the last failure, never the server's sentence: that may name people.
  last_error text,
  created_at timestamptz NOT NULL,
  -- When the next attempt is due, should the job of the last one come to nothing.
  next_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, message_id)
);
SELECT platform.keep_towns_apart('core.mail');
CREATE INDEX mail_waiting ON core.mail (tenant_id, next_at) WHERE state = 'waiting';
CREATE INDEX mail_failed ON core.mail (tenant_id, id) WHERE state = 'failed';
CREATE INDEX mail_to ON core.mail (tenant_id, to_address, id);

-- What a person with an account is told. Text key and values, so that she reads it in the language of the moment.
CREATE TABLE core.notification (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  path text NOT NULL CHECK (path LIKE '/%' AND path NOT LIKE '//%'),
  at timestamptz NOT NULL,
  in_app boolean NOT NULL,
  email text NOT NULL CHECK (email IN ('off', 'now', 'daily')),
  read_at timestamptz,
  -- When it went into a daily summary.
  summed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.notification');
CREATE INDEX notification_of_person ON core.notification (tenant_id, person_id, id) WHERE in_app;
CREATE INDEX notification_unread ON core.notification (tenant_id, person_id) WHERE in_app AND read_at IS NULL;
CREATE INDEX notification_for_summary ON core.notification (tenant_id, person_id, id) WHERE email = 'daily' AND summed_at IS NULL;

-- Only where a person wants it otherwise than the kind's default.
CREATE TABLE core.notification_choice (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  in_app boolean NOT NULL,
  email text NOT NULL CHECK (email IN ('off', 'now', 'daily')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, kind),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.notification_choice');
