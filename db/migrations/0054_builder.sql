-- The builder of forms and workflows (src/services/builder): one step back, and what was sent by a form.

-- The draft as it was before its last change.
ALTER TABLE services.form ADD COLUMN earlier jsonb;
ALTER TABLE services.workflow ADD COLUMN earlier jsonb;

CREATE INDEX submission_of_form ON services.submission (tenant_id, form_id, sent_at DESC);
CREATE INDEX draft_of_form ON services.draft (tenant_id, form_id);
