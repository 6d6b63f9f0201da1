-- What people and offices upload. The bytes lie in the store under `key`; a row appears when they are examined.
CREATE TABLE core.file (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  -- Folder in the store; the town's id comes first.
  key text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 150),
  -- Media type by content, never by name or header.
  type text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('image', 'pdf')),
  size int NOT NULL CHECK (size > 0),
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  -- storing: bytes are on their way into the store; pending: waits for the virus scanner. Only clean ones are read.
  state text NOT NULL CHECK (state IN ('storing', 'pending', 'clean', 'infected')),
  -- Sizes of a picture: [{name, width, height}], smallest first; empty for documents.
  variants jsonb NOT NULL DEFAULT '[]',
  -- Where and when a photo was taken, read from the original before it was re-encoded. Private.
  taken_lat float8,
  taken_lon float8,
  -- Metres.
  taken_accuracy float8,
  -- Degrees from north, clockwise.
  taken_direction float8,
  taken_at timestamptz,
  -- Who uploaded it: an account, or the keyed hash of the secret in an anonymous visitor's cookie.
  owner_account_id uuid,
  owner_hash bytea,
  -- What it belongs to. Unattached ones are removed after a day.
  attached_type text,
  attached_id uuid,
  audience text CHECK (audience IN ('public', 'parties', 'internal')),
  position smallint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK ((attached_type IS NULL) = (attached_id IS NULL) AND (attached_type IS NULL) = (audience IS NULL))
);
SELECT platform.keep_towns_apart('core.file');
CREATE INDEX file_attached ON core.file (tenant_id, attached_type, attached_id, position, id) WHERE attached_id IS NOT NULL;
CREATE INDEX file_unattached ON core.file (tenant_id, created_at) WHERE attached_id IS NULL;

-- An upload in parts that can be resumed (tus). Its id becomes the file's id.
CREATE TABLE core.upload (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 150),
  kinds text[] NOT NULL,
  length int NOT NULL CHECK (length > 0),
  received int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND length),
  -- Names of the parts in the store, in order.
  parts text[] NOT NULL DEFAULT '{}',
  -- Where the photo was taken, said by a browser that made it smaller and so took EXIF off: {lat, lon, accuracy?, direction?}.
  taken jsonb,
  owner_account_id uuid,
  owner_hash bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('core.upload');
CREATE INDEX upload_age ON core.upload (tenant_id, created_at);

-- How much came from one network or account in a day. `who` is a keyed hash of both, so a row names nobody.
CREATE TABLE core.upload_quota (
  tenant_id uuid NOT NULL REFERENCES core.town,
  day date NOT NULL,
  who bytea NOT NULL,
  files int NOT NULL,
  bytes bigint NOT NULL,
  PRIMARY KEY (tenant_id, day, who)
);
SELECT platform.keep_towns_apart('core.upload_quota');
