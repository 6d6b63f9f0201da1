-- Keys for programs: what they may do, and when one last did. The key itself is shown once; only its digest is kept.
CREATE TABLE core.api_key (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  key_hash bytea NOT NULL,
  -- The first letters, by which its owner knows it again.
  beginning text NOT NULL CHECK (length(beginning) <= 12),
  scopes text[] NOT NULL,
  -- For whose work it counts.
  unit_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key_hash),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation
);
SELECT platform.keep_towns_apart('core.api_key');
CREATE INDEX api_key_new ON core.api_key (tenant_id, created_at DESC, id DESC);
