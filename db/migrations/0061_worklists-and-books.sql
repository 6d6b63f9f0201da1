-- Every kind of cases has its own kept views.
ALTER TABLE services.saved_filter ADD COLUMN kind text NOT NULL DEFAULT 'report' CHECK (length(kind) BETWEEN 1 AND 20);
ALTER TABLE services.saved_filter ALTER COLUMN kind DROP DEFAULT;

-- The books are kept when a case is deleted (§ 147 AO): what was demanded stays with its payments until its years are over.
ALTER TABLE services.charge ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE services.charge DROP CONSTRAINT charge_tenant_id_case_id_fkey;
ALTER TABLE services.charge ADD CONSTRAINT charge_tenant_id_case_id_fkey
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE SET NULL (case_id);
CREATE INDEX charge_without_case ON services.charge (tenant_id, demanded_at) WHERE case_id IS NULL;
