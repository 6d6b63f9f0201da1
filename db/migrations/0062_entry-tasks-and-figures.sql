-- A task that a state of the workflow makes when a case comes there: `state.key`. It is closed with its state.
ALTER TABLE services.case_task ADD COLUMN entry text CHECK (length(entry) <= 100);
CREATE UNIQUE INDEX case_task_entry_once ON services.case_task (tenant_id, case_id, entry) WHERE entry IS NOT NULL AND done_at IS NULL;

-- Figures of services: what came and what ended in a month, without anything about a case. Counted day by day.
CREATE TABLE services.application_count (
  tenant_id uuid NOT NULL,
  service_id uuid NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  what text NOT NULL CHECK (what IN ('received', 'done', 'withdrawn', 'ended')),
  channel text NOT NULL,
  -- Working days from arrival to the end; 0 for what only came.
  days int NOT NULL CHECK (days BETWEEN 0 AND 2000),
  -- After the day that was promised.
  late boolean NOT NULL,
  count int NOT NULL CHECK (count > 0),
  PRIMARY KEY (tenant_id, service_id, month, what, channel, days, late)
);
SELECT platform.keep_towns_apart('services.application_count');

-- The last day that was counted: no day is counted twice.
CREATE TABLE services.application_counted (
  tenant_id uuid PRIMARY KEY,
  until_on date NOT NULL
);
SELECT platform.keep_towns_apart('services.application_counted');

-- On which page people stopped who began a form and did not send it: those whose draft is still there, and those whose draft is gone.
CREATE TABLE services.draft_count (
  tenant_id uuid NOT NULL,
  service_id uuid NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  page text NOT NULL CHECK (length(page) <= 60),
  waiting int NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  gone int NOT NULL DEFAULT 0 CHECK (gone >= 0),
  PRIMARY KEY (tenant_id, service_id, month, page)
);
SELECT platform.keep_towns_apart('services.draft_count');

CREATE INDEX application_closed ON services.case (tenant_id, closed_at) WHERE kind = 'application' AND closed_at IS NOT NULL;

-- How applications ended, in the words that rules of retention go by: not the state of a workflow, which each service names as it likes.
DO $$
DECLARE town uuid; before text := current_setting('app.tenant_id', true);
BEGIN
  FOR town IN SELECT id FROM core.town LOOP
    PERFORM set_config('app.tenant_id', town::text, true);
    UPDATE services.case SET result = CASE WHEN stage = 'done' THEN 'done' WHEN state = 'withdrawn' THEN 'withdrawn' ELSE 'ended' END
      WHERE tenant_id = town AND kind = 'application' AND closed_at IS NOT NULL;
  END LOOP;
  PERFORM set_config('app.tenant_id', coalesce(before, ''), true);
END $$;
