-- How a town works on what is to be paid. Nobody is reminded where it says 0 days.
CREATE TABLE services.payment_setting (
  tenant_id uuid PRIMARY KEY,
  remind_after int NOT NULL CHECK (remind_after BETWEEN 0 AND 90),
  changed_at timestamptz NOT NULL,
  changed_by uuid
);
SELECT platform.keep_towns_apart('services.payment_setting');

-- When its payer was reminded, once.
ALTER TABLE services.charge ADD COLUMN reminded_at timestamptz;
CREATE INDEX charge_to_remind ON services.charge (tenant_id, due_on, id)
  WHERE settled_at IS NULL AND waived_at IS NULL AND reminded_at IS NULL AND case_id IS NOT NULL;
