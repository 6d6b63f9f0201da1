-- What is due is counted in the index alone: the rows themselves lie all over the table.
DROP INDEX services.case_to_archive;
DROP INDEX services.case_to_anonymise;
DROP INDEX services.case_to_tell;
DROP INDEX services.case_to_delete;
CREATE INDEX case_to_archive ON services.case (tenant_id, kind, result, closed_at) INCLUDE (id)
  WHERE closed_at IS NOT NULL AND archived_at IS NULL AND incident_id IS NULL;
CREATE INDEX case_to_anonymise ON services.case (tenant_id, kind, result, closed_at) INCLUDE (id, deletion_told_at)
  WHERE closed_at IS NOT NULL AND anonymised_at IS NULL AND incident_id IS NULL;
CREATE INDEX case_to_tell ON services.case (tenant_id, kind, result, closed_at) INCLUDE (id)
  WHERE closed_at IS NOT NULL AND deletion_told_at IS NULL AND incident_id IS NULL;
CREATE INDEX case_to_delete ON services.case (tenant_id, kind, result, closed_at) INCLUDE (id, deletion_told_at)
  WHERE closed_at IS NOT NULL AND deletion_told_at IS NOT NULL AND incident_id IS NULL;
