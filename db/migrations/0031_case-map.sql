-- The map of a large part of the town shows the newest points in it: found in the index alone, newest first.
CREATE INDEX case_map ON services.case (tenant_id, kind, received_at DESC, id DESC) INCLUDE (lat, lon, type_id, stage, district_id)
  WHERE published AND incident_id IS NULL;
-- Counts of the work list, by stage and in all.
CREATE INDEX case_desk_stage ON services.case (tenant_id, kind, stage, due_at, id) WHERE closed_at IS NULL AND incident_id IS NULL;
