-- A report that is being written: each page of the form has its own address, so that going back loses nothing. No contact data is
-- kept here, and after a day nothing at all.
CREATE TABLE services.report_draft (
  tenant_id uuid NOT NULL REFERENCES core.town,
  -- 256 random bits; who has the address may go on writing.
  id text NOT NULL CHECK (length(id) BETWEEN 40 AND 50),
  data jsonb NOT NULL,
  -- Set when it was sent; then `data` is empty.
  number text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
SELECT platform.keep_towns_apart('services.report_draft');
CREATE INDEX report_draft_old ON services.report_draft (tenant_id, created_at);
