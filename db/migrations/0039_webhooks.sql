-- Addresses of other programs that hear of public events (Webhooks).
CREATE TABLE core.webhook (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
  kinds text[] NOT NULL CHECK (cardinality(kinds) BETWEEN 1 AND 50),
  -- `paused` keeps what happens for later; `off` hears of nothing until somebody switches it on again.
  state text NOT NULL CHECK (state IN ('on', 'paused', 'off')),
  off_reason text CHECK (off_reason IN ('gone', 'failing')),
  -- Sealed: nobody who has the table can sign with them. The old one signs as well until `old_until`.
  secret text NOT NULL,
  old_secret text,
  old_until timestamptz,
  -- Since when no attempt has succeeded.
  failing_since timestamptz,
  succeeded_at timestamptz,
  made_at timestamptz NOT NULL,
  -- Counts changes; a form that was made from an older one is refused.
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('core.webhook');

-- One event for one webhook. Kept for thirty days.
CREATE TABLE core.webhook_delivery (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  -- The event it tells of; of a test an id of its own.
  event_id uuid NOT NULL,
  -- The word for the outside; `test` for a test.
  kind text NOT NULL,
  case_id uuid,
  number text,
  stage text,
  happened_at timestamptz NOT NULL,
  -- `withheld`: it was not public any more when it would have been sent.
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'withheld')),
  -- Attempts since it was put in line; a repeat begins anew.
  tries int NOT NULL DEFAULT 0,
  -- While an attempt is under way: when another one may begin should this process be gone.
  next_at timestamptz NOT NULL,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, webhook_id, event_id),
  FOREIGN KEY (tenant_id, webhook_id) REFERENCES core.webhook ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.webhook_delivery');
CREATE INDEX webhook_delivery_due ON core.webhook_delivery (tenant_id, webhook_id, next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_list ON core.webhook_delivery (tenant_id, webhook_id, state, event_id);
CREATE INDEX webhook_delivery_age ON core.webhook_delivery (tenant_id, made_at);

CREATE TABLE core.webhook_attempt (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  -- HTTP status, or a word for why there was none.
  status int,
  trouble text,
  duration_ms int NOT NULL,
  -- First characters of the answer.
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 1024),
  PRIMARY KEY (tenant_id, webhook_id, event_id, id),
  FOREIGN KEY (tenant_id, webhook_id, event_id) REFERENCES core.webhook_delivery ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.webhook_attempt');
