-- Words that staff writes again and again, with variables in braces; for the whole town or one unit.
CREATE TABLE services.text_block (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Without one it is the town's.
  unit_id uuid,
  -- Without one it fits every category.
  category_id uuid,
  -- The form it is for: a step (`finish`, `ask`) or `message`, `word`, `note`; without one it fits all.
  step text CHECK (length(step) <= 40),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  text_de text NOT NULL CHECK (length(text_de) BETWEEN 1 AND 2000),
  text_en text NOT NULL CHECK (length(text_en) <= 2000),
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, unit_id) REFERENCES core.organisation,
  FOREIGN KEY (tenant_id, changed_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.text_block');
CREATE INDEX text_block_name ON services.text_block (tenant_id, name, id);
