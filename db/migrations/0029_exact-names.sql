-- Most people write a street as it is called: found by equality, before names are compared by likeness.
CREATE INDEX place_name_folded ON core.place_name (tenant_id, folded);
