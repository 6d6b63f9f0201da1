-- Where things are in a town: districts, streets with their houses, crossings, landmarks, things with a plate.

-- Degrees as a point of the plane that keeps angles (Mercator, in degrees): near any point its distances are true up to one
-- factor, so that `<->` finds the nearest. Metres ≈ distance · 111 320 · cos(lat).
CREATE FUNCTION core.plane(lat float8, lon float8) RETURNS point LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN point(lon, degrees(asinh(tan(radians(lat)))));

CREATE TABLE core.district (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  postcode text,
  population int,
  -- Rings of [lon, lat] as in GeoJSON, the outer one first; and the box around them.
  polygon jsonb NOT NULL,
  west float8 NOT NULL,
  south float8 NOT NULL,
  east float8 NOT NULL,
  north float8 NOT NULL,
  -- Where its name is written.
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
SELECT platform.keep_towns_apart('core.district');

-- The same name may stand in several districts.
CREATE TABLE core.street (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  name text NOT NULL,
  -- Official number of a road that is not the town's: `L 417`.
  ref text,
  class text NOT NULL,
  owner text NOT NULL CHECK (owner IN ('town', 'district', 'state', 'federal', 'private')),
  postcode text,
  district_id uuid,
  -- Its middle, and how far its ends are from there in metres.
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  reach_m int NOT NULL,
  -- Lines of [lon, lat].
  lines jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, name, district_id),
  FOREIGN KEY (tenant_id, district_id) REFERENCES core.district
);
SELECT platform.keep_towns_apart('core.street');

-- Short pieces of the streets' lines, to find the road at a point.
CREATE TABLE core.street_piece (
  tenant_id uuid NOT NULL,
  street_id uuid NOT NULL,
  nth int NOT NULL,
  line jsonb NOT NULL,
  west float8 NOT NULL,
  south float8 NOT NULL,
  east float8 NOT NULL,
  north float8 NOT NULL,
  area box NOT NULL GENERATED ALWAYS AS (box(core.plane(south, west), core.plane(north, east))) STORED,
  PRIMARY KEY (tenant_id, street_id, nth),
  FOREIGN KEY (tenant_id, street_id) REFERENCES core.street ON DELETE CASCADE
);
SELECT platform.keep_towns_apart('core.street_piece');
CREATE INDEX street_piece_near ON core.street_piece USING gist (tenant_id, area);

CREATE TABLE core.address (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  street_id uuid NOT NULL,
  number int NOT NULL,
  suffix text NOT NULL DEFAULT '',
  postcode text,
  district_id uuid,
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  location point NOT NULL GENERATED ALWAYS AS (core.plane(lat, lon)) STORED,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, street_id, number, suffix),
  FOREIGN KEY (tenant_id, street_id) REFERENCES core.street ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, district_id) REFERENCES core.district
);
SELECT platform.keep_towns_apart('core.address');
CREATE INDEX address_near ON core.address USING gist (tenant_id, location);

-- Two streets may meet more than once.
CREATE TABLE core.crossing (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  street_a_id uuid NOT NULL,
  street_b_id uuid NOT NULL,
  nth smallint NOT NULL DEFAULT 1,
  district_id uuid,
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, street_a_id, street_b_id, nth),
  FOREIGN KEY (tenant_id, street_a_id) REFERENCES core.street ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, street_b_id) REFERENCES core.street ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, district_id) REFERENCES core.district
);
SELECT platform.keep_towns_apart('core.crossing');

CREATE TABLE core.landmark (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  address text,
  district_id uuid,
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, name),
  FOREIGN KEY (tenant_id, district_id) REFERENCES core.district
);
SELECT platform.keep_towns_apart('core.landmark');

-- Lamps, trees, benches: whatever carries a number on a plate.
CREATE TABLE core.asset (
  tenant_id uuid NOT NULL REFERENCES core.town,
  id uuid NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  -- The number as people type it, without hyphens and capitals; and its digits alone.
  plain text NOT NULL GENERATED ALWAYS AS (lower(regexp_replace(number, '[^A-Za-z0-9]', '', 'g'))) STORED,
  digits text NOT NULL GENERATED ALWAYS AS (regexp_replace(number, '[^0-9]', '', 'g')) STORED,
  name text,
  street text,
  attributes jsonb NOT NULL DEFAULT '{}',
  district_id uuid,
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  location point NOT NULL GENERATED ALWAYS AS (core.plane(lat, lon)) STORED,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, district_id) REFERENCES core.district
);
SELECT platform.keep_towns_apart('core.asset');
CREATE INDEX asset_plain ON core.asset (tenant_id, plain);
CREATE INDEX asset_digits ON core.asset (tenant_id, digits);
CREATE INDEX asset_near ON core.asset USING gist (tenant_id, location);

-- Every name by which people call a place, folded (see words.rules.ts), with what a search shows of it. Found by ORDER BY
-- distance: an index condition with a trigram operator is not allowed below row-level security, an ordering is.
CREATE TABLE core.place_name (
  tenant_id uuid NOT NULL REFERENCES core.town,
  kind text NOT NULL CHECK (kind IN ('street', 'landmark', 'district', 'asset')),
  subject_id uuid NOT NULL,
  folded text NOT NULL,
  name text NOT NULL,
  district text,
  district_id uuid,
  lat float8 NOT NULL,
  lon float8 NOT NULL,
  reach_m int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, kind, subject_id, folded)
);
SELECT platform.keep_towns_apart('core.place_name');
CREATE INDEX place_name_like ON core.place_name USING gist (tenant_id, folded gist_trgm_ops(siglen = 64));
