-- Black boxes on a photo. The picture that shows them burned in is a file of its own; the original stays, for the few who may see it.
CREATE TABLE core.file_redaction (
  tenant_id uuid NOT NULL,
  -- The picture with the boxes.
  file_id uuid NOT NULL,
  original_id uuid NOT NULL,
  -- [{x, y, w, h}] in percent of the picture.
  boxes jsonb NOT NULL CHECK (jsonb_typeof(boxes) = 'array' AND jsonb_array_length(boxes) BETWEEN 1 AND 40),
  made_by uuid,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, file_id),
  UNIQUE (tenant_id, original_id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES core.file ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, original_id) REFERENCES core.file ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.file_redaction');

-- What the public read of a report and when: every version, with who changed it and why.
CREATE TABLE services.public_text_version (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  version int NOT NULL,
  text text NOT NULL CHECK (length(text) <= 4000),
  reason text CHECK (length(reason) <= 60),
  made_by uuid,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, case_id, version),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.public_text_version');

-- Nothing is taken from this sender until then. Who it is stands here as a keyed hash alone; no network is kept.
CREATE TABLE services.sender_block (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('account', 'email', 'browser')),
  mark bytea NOT NULL CHECK (length(mark) = 32),
  reason text NOT NULL CHECK (length(reason) <= 60),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  -- The report that was the cause.
  case_id uuid,
  made_by uuid,
  made_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, mark),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE SET NULL (case_id)
);
SELECT platform.keep_towns_apart('services.sender_block');
CREATE INDEX sender_block_until ON services.sender_block (tenant_id, until, id);
CREATE INDEX sender_block_case ON services.sender_block (tenant_id, case_id) WHERE case_id IS NOT NULL;
