-- When somebody is to be reminded of a time that is about to end: who was asked something, or who works against a deadline of law.
ALTER TABLE services.application ADD COLUMN remind_at timestamptz;
CREATE INDEX application_remind ON services.application (tenant_id, remind_at) WHERE remind_at IS NOT NULL;
