-- An attempt of which the provider knows nothing, as after another key was put in: a person looks where the money went.
ALTER TABLE services.online_payment DROP CONSTRAINT online_payment_state_check;
ALTER TABLE services.online_payment
  ADD CONSTRAINT online_payment_state_check CHECK (state IN ('begun', 'open', 'paid', 'failed', 'unknown'));
CREATE INDEX online_payment_unknown ON services.online_payment (tenant_id, started_at) WHERE state = 'unknown';

-- What was paid too much has a list of its own (services/payments/charge.sql.ts, overpaidCharges).
CREATE INDEX charge_overpaid ON services.charge (tenant_id, due_on, id)
  WHERE paid_cents > CASE WHEN waived_at IS NOT NULL AND settled_at IS NULL THEN 0 ELSE cents END;
