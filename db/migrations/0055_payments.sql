-- What is to be paid for a case (Forderung): a fee, a tax, a price.
CREATE TABLE services.charge (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  -- What for, in the language of the letter or form that demanded it.
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 140),
  cents int NOT NULL CHECK (cents > 0),
  -- By which a transfer is known again: a creditor reference (ISO 11649).
  reference text NOT NULL CHECK (reference ~ '^RF[0-9]{2}[0-9A-Z]{1,21}$'),
  demanded_at timestamptz NOT NULL,
  due_on date NOT NULL,
  -- The sum of its payments.
  paid_cents int NOT NULL DEFAULT 0,
  -- Since when nothing is open any more.
  settled_at timestamptz,
  -- What is not demanded any more (Erlass, Niederschlagung), and why.
  waived_at timestamptz,
  waived_by uuid,
  waived_reason text CHECK (length(waived_reason) BETWEEN 1 AND 500),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reference),
  CHECK ((waived_at IS NULL) = (waived_reason IS NULL)),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.charge');
CREATE INDEX charge_of_case ON services.charge (tenant_id, case_id);
CREATE INDEX charge_open ON services.charge (tenant_id, due_on, id) WHERE settled_at IS NULL AND waived_at IS NULL;

-- A statement of the town's account that was taken in (camt.053): the same file once.
CREATE TABLE services.bank_statement (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  file_hash bytea NOT NULL CHECK (length(file_hash) = 32),
  iban text NOT NULL,
  entries int NOT NULL,
  -- Bookings that were not known before, and those of them whose charge was found.
  added int NOT NULL,
  matched int NOT NULL,
  taken_at timestamptz NOT NULL,
  taken_by uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, file_hash)
);
SELECT platform.keep_towns_apart('services.bank_statement');

-- Money that came (Zahlung), or went back: then it is negative.
CREATE TABLE services.payment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- NULL as long as nobody knows what it is for.
  charge_id uuid,
  way text NOT NULL CHECK (way IN ('transfer', 'desk', 'online')),
  cents int NOT NULL CHECK (cents <> 0),
  booked_on date NOT NULL,
  -- What the bank or the provider calls it: the same is taken once.
  source_key text NOT NULL CHECK (length(source_key) BETWEEN 1 AND 200),
  statement_id uuid,
  -- As the bank told it; for finding what it is for.
  payer text NOT NULL DEFAULT '' CHECK (length(payer) <= 140),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
  noted_at timestamptz NOT NULL,
  noted_by uuid,
  -- Not for a case of this town hall's desk: another office's money.
  set_aside_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, source_key),
  CHECK (charge_id IS NULL OR set_aside_at IS NULL),
  FOREIGN KEY (tenant_id, charge_id) REFERENCES services.charge ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, statement_id) REFERENCES services.bank_statement
);
SELECT platform.keep_towns_apart('services.payment');
CREATE INDEX payment_of_charge ON services.payment (tenant_id, charge_id) WHERE charge_id IS NOT NULL;
CREATE INDEX payment_unmatched ON services.payment (tenant_id, id) WHERE charge_id IS NULL AND set_aside_at IS NULL;
