-- By whom a town is paid online. The key is sealed.
CREATE TABLE services.payment_provider (
  tenant_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('mollie')),
  sealed_key text NOT NULL,
  -- The last letters, by which whoever has it knows it again.
  key_end text NOT NULL CHECK (length(key_end) <= 4),
  changed_at timestamptz NOT NULL,
  changed_by uuid
);
SELECT platform.keep_towns_apart('services.payment_provider');

-- An attempt to pay a charge online.
CREATE TABLE services.online_payment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  charge_id uuid NOT NULL,
  cents int NOT NULL CHECK (cents > 0),
  -- NULL until the provider has answered.
  provider_id text CHECK (length(provider_id) BETWEEN 1 AND 64),
  pay_at text,
  state text NOT NULL DEFAULT 'begun' CHECK (state IN ('begun', 'open', 'paid', 'failed')),
  started_at timestamptz NOT NULL,
  looked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, provider_id),
  FOREIGN KEY (tenant_id, charge_id) REFERENCES services.charge ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.online_payment');
CREATE INDEX online_payment_of_charge ON services.online_payment (tenant_id, charge_id);
CREATE INDEX online_payment_open ON services.online_payment (tenant_id, started_at) WHERE state = 'open';
