-- A firm is written to in its language, hears of the end of the report, and the unit hears once of a link that ran out.
ALTER TABLE services.contractor_task
  ADD COLUMN locale text NOT NULL DEFAULT 'de' CHECK (locale IN ('de', 'en')),
  -- When the unit was told that the link had run out; a new one begins without.
  ADD COLUMN run_out_at timestamptz,
  DROP CONSTRAINT contractor_task_state_check,
  -- `ended`: the report was done or ended while the firm had the work. The old words are among the new ones, so no row has to be read.
  ADD CONSTRAINT contractor_task_state_check CHECK (state IN ('sent', 'accepted', 'declined', 'closed', 'takenBack', 'ended')) NOT VALID;
CREATE INDEX contractor_task_runs_out ON services.contractor_task (tenant_id, expires_at)
  WHERE state IN ('sent', 'accepted') AND run_out_at IS NULL;

-- A lead can turn a third objection down: `turnedDown`.
ALTER TABLE services.report_closing
  DROP CONSTRAINT report_closing_outcome_check,
  ADD CONSTRAINT report_closing_outcome_check CHECK (outcome IN ('open', 'reopened', 'staff', 'lead', 'settled', 'turnedDown')) NOT VALID;
