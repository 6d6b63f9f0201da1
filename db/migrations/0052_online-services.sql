-- What can be applied for is a service of the catalogue.
ALTER TABLE services.online_service
  ADD FOREIGN KEY (tenant_id, service_id) REFERENCES services.service ON DELETE CASCADE;

-- A draft that changes what was sent: the case whose newest submission it will replace.
ALTER TABLE services.draft
  ADD COLUMN replaces_case uuid,
  ADD FOREIGN KEY (tenant_id, replaces_case) REFERENCES services.case ON DELETE CASCADE;
CREATE INDEX draft_replaces_case ON services.draft (tenant_id, replaces_case) WHERE replaces_case IS NOT NULL;
