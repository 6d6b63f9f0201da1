-- Where an organisation is, and when it is open: a week, and days that are otherwise (opening.rules.ts).
ALTER TABLE core.organisation
  ADD COLUMN address text CHECK (length(address) <= 300),
  ADD COLUMN opening jsonb NOT NULL DEFAULT '{}';
