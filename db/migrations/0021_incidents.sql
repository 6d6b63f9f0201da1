-- Several reports of one damage: one of them goes on, the others rest at it as they were. Nothing is copied, so nothing has to be
-- cleaned up when they part again.
ALTER TABLE services.case ADD COLUMN incident_id uuid;
ALTER TABLE services.case ADD CONSTRAINT case_not_its_own CHECK (incident_id <> id);
-- Refuses to delete the one that goes on while others rest at it.
ALTER TABLE services.case ADD FOREIGN KEY (tenant_id, incident_id) REFERENCES services.case (tenant_id, id);
CREATE INDEX case_incident ON services.case (tenant_id, incident_id) WHERE incident_id IS NOT NULL;

-- Who rested where and when, also what is over: histories are read from it.
DROP INDEX services.incident_member_of;
CREATE INDEX incident_member_of ON services.incident_member (tenant_id, incident_id, since);
CREATE INDEX incident_member_case ON services.incident_member (tenant_id, case_id, since);

-- `moves`: each case that moved, and the incident it came from (none: it was on its own).
ALTER TABLE services.incident_change DROP COLUMN case_ids;
ALTER TABLE services.incident_change ADD COLUMN moves jsonb NOT NULL;

DROP TABLE services.incident_party;
ALTER TABLE services.report DROP COLUMN same_as_case_id;

-- Said to the parties of all members, not of one alone.
ALTER TABLE services.case_message ADD COLUMN shared boolean NOT NULL DEFAULT false;

-- `joined`: the promise of the incident counts instead.
ALTER TABLE services.promise DROP CONSTRAINT promise_outcome_check;
ALTER TABLE services.promise ADD CONSTRAINT promise_outcome_check CHECK (outcome IN ('kept', 'broken', 'void', 'joined'));
