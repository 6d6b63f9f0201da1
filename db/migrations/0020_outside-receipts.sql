-- A step or note that a device sent under its own key, so that it is counted once also when the answer was lost. Kept 90 days.
CREATE TABLE services.outside_receipt (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  client_key uuid NOT NULL,
  case_id uuid NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, client_key),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.outside_receipt');
CREATE INDEX outside_receipt_case ON services.outside_receipt (tenant_id, case_id);
CREATE INDEX outside_receipt_received ON services.outside_receipt (tenant_id, received_at);
