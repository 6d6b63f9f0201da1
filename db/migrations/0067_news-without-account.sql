-- How many addresses a party gave: links in mails to an earlier one open nothing any more.
ALTER TABLE services.case_party ADD COLUMN address_no int NOT NULL DEFAULT 0;
-- Addresses of applicants that nobody confirmed in time are taken out.
CREATE INDEX case_party_unconfirmed ON services.case_party (tenant_id, confirm_until)
  WHERE role = 'applicant' AND email IS NOT NULL AND email_confirmed_at IS NULL;
