-- What stands on every letter of a town, and how its letters are delivered (Briefkopf).
CREATE TABLE services.letter_head (
  tenant_id uuid PRIMARY KEY,
  content jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid
);
SELECT platform.keep_towns_apart('services.letter_head');

-- Kinds of letters. Their words are data, in versions.
CREATE TABLE services.letter_template (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  -- By which services and workflows name it.
  key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  made_at timestamptz NOT NULL,
  -- Not offered any more.
  closed_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);
SELECT platform.keep_towns_apart('services.letter_template');

CREATE TABLE services.letter_template_version (
  tenant_id uuid NOT NULL,
  template_id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0),
  -- A published version is never changed: letters that were written with it keep it.
  state text NOT NULL CHECK (state IN ('draft', 'published')),
  content jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  published_at timestamptz,
  published_by uuid,
  -- Counts changes of a draft; a form that was made from an older one is refused.
  edits int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, template_id, version),
  CHECK ((state = 'published') = (published_at IS NOT NULL)),
  FOREIGN KEY (tenant_id, template_id) REFERENCES services.letter_template
);
SELECT platform.keep_towns_apart('services.letter_template_version');
CREATE UNIQUE INDEX letter_template_draft ON services.letter_template_version (tenant_id, template_id) WHERE state = 'draft';

-- A letter of a case: what it was made of, who signed it, when it was handed over and what follows from that.
CREATE TABLE services.letter (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  template_id uuid NOT NULL,
  template_version int NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'signed', 'handedOver', 'withdrawn')),
  channel text NOT NULL CHECK (channel IN ('portal', 'post', 'none')),
  -- How it is delivered by law; `portal` is a mailbox or a retrieval, as the town's letterhead says.
  way text NOT NULL CHECK (way IN ('portal', 'retrieval', 'post', 'none')),
  locale text NOT NULL CHECK (locale IN ('de', 'en')),
  subject text NOT NULL,
  -- All that stands in it, as it was.
  data jsonb NOT NULL,
  drafted_by uuid,
  drafted_at timestamptz NOT NULL,
  -- SHA-256 of template, version, data, language and channel: what was signed.
  content_hash bytea CHECK (length(content_hash) = 32),
  signed_by uuid,
  signed_at timestamptz,
  second_signed_by uuid,
  second_signed_at timestamptz,
  -- The day that stands on it.
  letter_date date,
  file_id uuid,
  pdf_sha256 bytea CHECK (length(pdf_sha256) = 32),
  handed_over_at timestamptz,
  handed_over_by uuid,
  handed_over_on date,
  retrieved_at timestamptz,
  -- It can be fetched no longer, and the unit was told.
  lapsed_at timestamptz,
  deemed_delivered_on date,
  remedy_until date,
  -- Counts changes; a form that was made from an older one is refused.
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  CHECK (second_signed_by IS NULL OR second_signed_by <> signed_by),
  CHECK (state NOT IN ('signed', 'handedOver') OR (file_id IS NOT NULL AND pdf_sha256 IS NOT NULL AND letter_date IS NOT NULL)),
  CHECK ((state = 'handedOver') = (handed_over_at IS NOT NULL AND handed_over_on IS NOT NULL)),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, template_id, template_version) REFERENCES services.letter_template_version
);
SELECT platform.keep_towns_apart('services.letter');
CREATE INDEX letter_case ON services.letter (tenant_id, case_id, id);
CREATE INDEX letter_by_template ON services.letter (tenant_id, template_id, template_version);
CREATE INDEX letter_waiting ON services.letter (tenant_id, handed_over_on, id)
  WHERE state = 'handedOver' AND way = 'retrieval' AND retrieved_at IS NULL AND lapsed_at IS NULL;
