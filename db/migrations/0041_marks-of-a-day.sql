-- Every hour the marks of supporters without an account are forgotten that are older than a day: few rows among all parties of a town.
CREATE INDEX case_party_mark_age ON services.case_party (tenant_id, since) WHERE mark_hash IS NOT NULL;
