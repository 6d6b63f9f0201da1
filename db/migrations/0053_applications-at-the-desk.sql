-- Whom an application waits for at the desk: the unit that was asked to take it, a second person, or a letter that has to leave.
ALTER TABLE services.case ADD COLUMN waits_for text;
ALTER TABLE services.case ADD CONSTRAINT case_waits_for_known CHECK (waits_for IN ('acceptance', 'approval', 'letter')) NOT VALID;
CREATE INDEX case_waits_for ON services.case (tenant_id, waits_for, unit_id, due_at, id) WHERE closed_at IS NULL AND waits_for IS NOT NULL;

-- The work list of applications: beside a million reports, and the other way round, each reads its own.
CREATE INDEX application_desk_due ON services.case (tenant_id, due_at, id) WHERE kind = 'application' AND closed_at IS NULL;
CREATE INDEX application_desk_unit ON services.case (tenant_id, unit_id, due_at, id) WHERE kind = 'application' AND closed_at IS NULL;
CREATE INDEX application_desk_assignee ON services.case (tenant_id, assignee_id, due_at, id) WHERE kind = 'application' AND closed_at IS NULL;
CREATE INDEX application_desk_received ON services.case (tenant_id, received_at DESC, id DESC) WHERE kind = 'application';
CREATE INDEX application_desk_type ON services.case (tenant_id, type_id, received_at DESC, id DESC) WHERE kind = 'application';
CREATE INDEX application_desk_of_unit ON services.case (tenant_id, unit_id, received_at DESC, id DESC) WHERE kind = 'application';

-- Letters that one person signed and another has to; letters by post that are printed together on one day.
CREATE INDEX letter_half_signed ON services.letter (tenant_id, case_id) WHERE state = 'draft' AND signed_by IS NOT NULL;
CREATE INDEX letter_to_post ON services.letter (tenant_id, id) WHERE state = 'signed' AND channel = 'post';
