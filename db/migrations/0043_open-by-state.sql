-- The work list of one state, such as those that wait for a unit: few of very many.
CREATE INDEX case_desk_state ON services.case (tenant_id, kind, state, received_at DESC, id DESC) WHERE closed_at IS NULL;
