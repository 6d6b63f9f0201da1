-- What a device sent under its own key, so that it is counted once also when the answer was lost: the same again gets the same receipt,
-- anything else is refused. Of the content only a keyed hash is kept. Kept 90 days.
CREATE TABLE services.report_receipt (
  tenant_id uuid NOT NULL,
  client_key uuid NOT NULL,
  case_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, client_key),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.report_receipt');
CREATE INDEX report_receipt_case ON services.report_receipt (tenant_id, case_id);
CREATE INDEX report_receipt_received ON services.report_receipt (tenant_id, received_at);
