-- Who wants to hear of new reports: in a district, of a category, around a place, about one thing with a plate.
CREATE TABLE services.report_subscription (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  person_id uuid,
  email text CHECK (length(email) <= 320),
  email_confirmed_at timestamptz,
  -- Keyed hash of the person's id or of the address: several subscriptions of one reader tell a report once.
  reader bytea NOT NULL,
  locale text NOT NULL DEFAULT 'de',
  pace text NOT NULL CHECK (pace IN ('now', 'daily', 'weekly')),
  district_id uuid,
  category_id uuid,
  asset_id uuid,
  lat float8,
  lon float8,
  radius_m int CHECK (radius_m BETWEEN 50 AND 5000),
  place_label text NOT NULL DEFAULT '' CHECK (length(place_label) <= 200),
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK ((person_id IS NULL) <> (email IS NULL)),
  CHECK ((lat IS NULL) = (radius_m IS NULL) AND (lat IS NULL) = (lon IS NULL)),
  FOREIGN KEY (tenant_id, person_id) REFERENCES core.person ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, category_id) REFERENCES services.report_category
);
SELECT platform.keep_towns_apart('services.report_subscription');
CREATE INDEX report_subscription_reader ON services.report_subscription (tenant_id, reader, since, id);
CREATE INDEX report_subscription_unconfirmed ON services.report_subscription (tenant_id, since) WHERE email IS NOT NULL AND email_confirmed_at IS NULL;

-- The words by which a new report finds its subscriptions: equality alone, so that an index answers below row-level security.
CREATE TABLE services.report_subscription_key (
  tenant_id uuid NOT NULL,
  key text NOT NULL,
  subscription_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, key, subscription_id),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES services.report_subscription ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.report_subscription_key');
CREATE INDEX report_subscription_key_of ON services.report_subscription_key (tenant_id, subscription_id);

-- Which report is told to whom: at most one row for a reader and a report, so that nobody hears of it twice.
CREATE TABLE services.report_subscription_hit (
  tenant_id uuid NOT NULL,
  reader bytea NOT NULL,
  case_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  pace text NOT NULL,
  at timestamptz NOT NULL,
  told_at timestamptz,
  PRIMARY KEY (tenant_id, reader, case_id),
  FOREIGN KEY (tenant_id, subscription_id) REFERENCES services.report_subscription ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, case_id) REFERENCES services.case ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('services.report_subscription_hit');
CREATE INDEX report_subscription_hit_now ON services.report_subscription_hit (tenant_id, case_id, reader) WHERE told_at IS NULL AND pace = 'now';
CREATE INDEX report_subscription_hit_waiting ON services.report_subscription_hit (tenant_id, pace, reader) WHERE told_at IS NULL;
CREATE INDEX report_subscription_hit_case ON services.report_subscription_hit (tenant_id, case_id);
CREATE INDEX report_subscription_hit_of ON services.report_subscription_hit (tenant_id, subscription_id);
