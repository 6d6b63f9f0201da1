-- The map leaves out what was archived, so the index that answers it alone must know that, too.
DROP INDEX services.case_map;
CREATE INDEX case_map ON services.case (tenant_id, kind, received_at DESC, id DESC) INCLUDE (lat, lon, type_id, stage, district_id)
  WHERE published AND incident_id IS NULL AND archived_at IS NULL;
