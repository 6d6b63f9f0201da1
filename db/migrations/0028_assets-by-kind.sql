-- All lamps of a town in the order of their numbers, a page at a time.
CREATE INDEX asset_kind ON core.asset (tenant_id, kind, number);
