-- Payments without a charge are deleted with the books of their year.
CREATE INDEX payment_without_charge ON services.payment (tenant_id, booked_on) WHERE charge_id IS NULL;
