-- A search for a cause, with what was found, outlives the report that asked for it: that one may be deleted after its time.
ALTER TABLE services.root_cause ALTER COLUMN last_case_id DROP NOT NULL;
ALTER TABLE services.root_cause DROP CONSTRAINT root_cause_tenant_id_last_case_id_fkey;
ALTER TABLE services.root_cause ADD FOREIGN KEY (tenant_id, last_case_id) REFERENCES services.case ON DELETE SET NULL (last_case_id);
