-- What comes first against a decision about this service: an objection, or at once a suit where the Land has abolished the objection.
ALTER TABLE services.online_service
  ADD COLUMN remedy text NOT NULL DEFAULT 'objection' CHECK (remedy IN ('objection', 'suit'));

-- A draft that becomes an objection: the letter that it objects to.
ALTER TABLE services.draft
  ADD COLUMN objects_to uuid,
  ADD FOREIGN KEY (tenant_id, objects_to) REFERENCES services.letter ON DELETE CASCADE;
CREATE INDEX draft_objects_to ON services.draft (tenant_id, objects_to) WHERE objects_to IS NOT NULL;

-- A case that objects to a decision of another one, with the time as it was computed on the day it came.
CREATE TABLE services.objection (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  against_case_id uuid,
  letter_id uuid,
  -- From when the decision counts as known; empty while nobody has fetched it.
  delivered_on date,
  -- Whether the decision bore a notice about remedies: without one there is a year.
  noticed boolean NOT NULL,
  last_day date,
  received_on date NOT NULL,
  late boolean NOT NULL,
  PRIMARY KEY (tenant_id, case_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, against_case_id) REFERENCES services.case ON DELETE SET NULL (against_case_id),
  FOREIGN KEY (tenant_id, letter_id) REFERENCES services.letter ON DELETE SET NULL (letter_id)
);
SELECT platform.keep_towns_apart('services.objection');
CREATE INDEX objection_against ON services.objection (tenant_id, against_case_id) WHERE against_case_id IS NOT NULL;
CREATE INDEX objection_to_letter ON services.objection (tenant_id, letter_id) WHERE letter_id IS NOT NULL;
