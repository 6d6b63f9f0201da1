-- The table of responsibilities is kept in numbered versions: one is in force, at most one is a draft. Which one is in force is read
-- from `valid_from` and the clock, so that no job can be late.
CREATE TABLE services.routing_version (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  number int NOT NULL CHECK (number > 0),
  -- Number of the version that it was made from.
  based_on int,
  -- Counts changes of a draft: what was tried with an earlier one says nothing about this one.
  revision int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  created_by uuid,
  -- From when on new reports go by it; a draft has none.
  valid_from timestamptz,
  decided_by uuid,
  discarded_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  CHECK (valid_from IS NULL OR discarded_at IS NULL),
  FOREIGN KEY (tenant_id, created_by) REFERENCES core.person,
  FOREIGN KEY (tenant_id, decided_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.routing_version');
CREATE UNIQUE INDEX routing_version_one_draft ON services.routing_version (tenant_id) WHERE valid_from IS NULL AND discarded_at IS NULL;
CREATE INDEX routing_version_valid ON services.routing_version (tenant_id, valid_from DESC, number DESC) WHERE valid_from IS NOT NULL;

-- A rule belongs to one version. Rules that were ended before there were versions have none; traces still name them.
ALTER TABLE services.routing_rule ADD COLUMN version_id uuid;
-- The same in all versions in which a rule goes on, so that a difference can be told in words.
ALTER TABLE services.routing_rule ADD COLUMN line_id uuid;
ALTER TABLE services.routing_rule ADD FOREIGN KEY (tenant_id, version_id) REFERENCES services.routing_version ON DELETE CASCADE;
CREATE INDEX routing_rule_version ON services.routing_rule (tenant_id, version_id, position, id);

-- How the reports of the last twelve months would go by a draft, page by page from the newest to the oldest.
CREATE TABLE services.routing_replay (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  -- Of the draft when it began.
  revision int NOT NULL,
  -- The version in force that it is compared with; none where there was none.
  against_id uuid,
  state text NOT NULL CHECK (state IN ('running', 'done', 'cancelled')),
  -- Reports received from here …
  since timestamptz NOT NULL,
  -- … until here.
  until timestamptz NOT NULL,
  -- The report that was looked at last.
  at_received timestamptz,
  at_id uuid,
  looked_at int NOT NULL DEFAULT 0,
  -- Go to another unit; had one and would have none; have none with either.
  moved int NOT NULL DEFAULT 0,
  lost int NOT NULL DEFAULT 0,
  without int NOT NULL DEFAULT 0,
  -- At most fifty: {"caseId", "from", "to"}.
  examples jsonb NOT NULL DEFAULT '[]',
  started_by uuid,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, version_id) REFERENCES services.routing_version ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, started_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.routing_replay');
CREATE INDEX routing_replay_of ON services.routing_replay (tenant_id, version_id, id DESC);

-- How many of a category would go from one unit to another. Nobody is 00000000-0000-0000-0000-000000000000.
CREATE TABLE services.routing_replay_count (
  tenant_id uuid NOT NULL,
  replay_id uuid NOT NULL,
  category_id uuid NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  count int NOT NULL,
  PRIMARY KEY (tenant_id, replay_id, category_id, from_unit_id, to_unit_id),
  FOREIGN KEY (tenant_id, replay_id) REFERENCES services.routing_replay ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.routing_replay_count');

-- What a report waits for, and when the next one hears of it (escalation/ladder.rules.ts). One row while it waits.
CREATE TABLE services.case_escalation (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  waits text NOT NULL CHECK (waits IN ('offer', 'work', 'word', 'answer', 'objection', 'rejected')),
  since timestamptz NOT NULL,
  -- 0 nobody was told yet, 1 the unit, 2 its lead, 3 the head of the office.
  level smallint NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 3),
  next_at timestamptz,
  raised_at timestamptz,
  seen_at timestamptz,
  seen_by uuid,
  PRIMARY KEY (tenant_id, case_id),
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, seen_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.case_escalation');
CREATE INDEX case_escalation_due ON services.case_escalation (tenant_id, next_at, case_id) WHERE next_at IS NOT NULL;

-- The level stands with the case as well, so that the work list finds it by its own index.
ALTER TABLE services.case ADD COLUMN escalated smallint NOT NULL DEFAULT 0;
CREATE INDEX case_desk_escalated ON services.case (tenant_id, due_at, id) WHERE escalated > 0 AND closed_at IS NULL;

-- Working days in which a unit accepts a report of this category before it is reminded.
ALTER TABLE services.report_category ADD COLUMN accept_days int NOT NULL DEFAULT 3 CHECK (accept_days BETWEEN 1 AND 30);

-- Who does somebody's work while she is away; days of the town, both included.
CREATE TABLE services.cover (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  entered_by uuid,
  entered_at timestamptz NOT NULL,
  -- Taken back before its last day.
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (until_on >= from_on AND person_id <> deputy_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, deputy_id) REFERENCES core.person ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, entered_by) REFERENCES core.person
);
SELECT platform.keep_towns_apart('services.cover');
CREATE INDEX cover_of ON services.cover (tenant_id, person_id, until_on) WHERE ended_at IS NULL;
CREATE INDEX cover_by ON services.cover (tenant_id, deputy_id, until_on) WHERE ended_at IS NULL;

-- Rules that are there become version 1. Open reports begin to wait now: an update tells nobody of what is long past; the first look of
-- the job sets the exact hour by the working days of the Land.
DO $$
DECLARE town uuid; before text := current_setting('app.tenant_id', true);
BEGIN
  FOR town IN SELECT id FROM core.town LOOP
    PERFORM set_config('app.tenant_id', town::text, true);
    INSERT INTO services.routing_version (tenant_id, id, number, created_at, valid_from)
      SELECT town, gen_random_uuid(), 1, now(), t.created_at FROM core.town t
      WHERE t.id = town AND EXISTS (SELECT FROM services.routing_rule r WHERE r.tenant_id = town AND r.closed_at IS NULL);
    UPDATE services.routing_rule r SET version_id = v.id, line_id = r.id FROM services.routing_version v
      WHERE r.tenant_id = town AND v.tenant_id = town AND r.closed_at IS NULL;
    INSERT INTO services.case_escalation (tenant_id, case_id, waits, since, next_at)
      SELECT town, c.id, CASE c.state WHEN 'assigned' THEN 'offer' WHEN 'accepted' THEN 'work' WHEN 'planned' THEN 'work' WHEN 'reopened' THEN 'work' ELSE 'word' END,
        now(), now() + interval '1 day'
      FROM services.case c
      WHERE c.tenant_id = town AND c.kind = 'report' AND c.closed_at IS NULL AND c.state IN ('assigned', 'accepted', 'planned', 'reopened', 'inWork', 'forwarded');
  END LOOP;
  PERFORM set_config('app.tenant_id', coalesce(before, ''), true);
END $$;
