-- Receipts of answers that a person took over from an earlier application of hers (services/applications/reuse): which, for what and from
-- where, never what they said. That of a draft goes with it; when it is sent the receipt is that of the case.
CREATE TABLE services.answer_reuse (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  draft_id uuid,
  case_id uuid,
  -- NULL when the earlier application was deleted.
  from_case uuid,
  from_sent_at timestamptz NOT NULL,
  -- Key and words of the field, in the language in which it was taken.
  field text NOT NULL CHECK (length(field) <= 60),
  label text NOT NULL CHECK (length(label) <= 300),
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (num_nonnulls(draft_id, case_id) = 1),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, draft_id) REFERENCES services.draft ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, from_case) REFERENCES services.case ON DELETE SET NULL (from_case)
);
SELECT platform.keep_towns_apart('services.answer_reuse');
CREATE INDEX answer_reuse_of_person ON services.answer_reuse (tenant_id, person_id, id DESC);
CREATE INDEX answer_reuse_draft ON services.answer_reuse (tenant_id, draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX answer_reuse_case ON services.answer_reuse (tenant_id, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX answer_reuse_from_case ON services.answer_reuse (tenant_id, from_case) WHERE from_case IS NOT NULL;
