-- The number inventory by what is assigned together: a single number, or a block (NUM-01). Of blocks of 1,000 and 10,000 only those numbers
-- have a row in phone_number with which something is: the others are known by their block.
CREATE TABLE number_range (
  -- The number, or the first one of the block.
  e164             text PRIMARY KEY CHECK (e164 ~ '^\+[1-9][0-9]{6,14}$'),
  tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  size             integer NOT NULL CHECK (size IN (1, 10, 100, 1000, 10000)),
  state            text NOT NULL CHECK (state IN ('ordered', 'temporary', 'porting-in', 'active', 'porting-out', 'quarantined')),
  state_since      timestamptz NOT NULL DEFAULT now(),
  -- The day on which the state is to end: of the porting, of the temporary use, of the quarantine.
  due              date,
  ported           boolean NOT NULL DEFAULT false,
  site_id          uuid,
  upstream_carrier text,
  -- A temporary number: the one that it stands in for (TRK-17).
  temporary_for    text,
  notes            text NOT NULL DEFAULT '',
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  -- Numbers of different length never meet here, and of one length none is assigned twice.
  digits           int8range NOT NULL GENERATED ALWAYS AS (int8range(substr(e164, 2)::bigint, substr(e164, 2)::bigint + size)) STORED,
  UNIQUE (tenant_id, e164),
  CONSTRAINT number_range_overlap EXCLUDE USING gist (digits WITH &&),
  CONSTRAINT number_range_site FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX number_range_site ON number_range (tenant_id, site_id);
SELECT protect_tenant_table('number_range', 'tenant_id', 'SELECT');
SELECT announce_tenant_changes('number_range');

SET LOCAL ROLE klinke_operator;
INSERT INTO number_range (e164, tenant_id, size, state, state_since, created_at)
  SELECT coalesce(block_first, e164), tenant_id, coalesce(block_size, 1), 'active', min(created_at), min(created_at)
  FROM phone_number GROUP BY 1, 2, 3;
SET LOCAL ROLE NONE;

ALTER TABLE phone_number ADD COLUMN range_e164 text GENERATED ALWAYS AS (coalesce(block_first, e164)) STORED;
ALTER TABLE phone_number ADD CONSTRAINT phone_number_range FOREIGN KEY (tenant_id, range_e164)
  REFERENCES number_range (tenant_id, e164) ON DELETE CASCADE;
CREATE INDEX phone_number_range ON phone_number (tenant_id, range_e164);
-- A tenant gives a number of its blocks a row by leading it somewhere.
GRANT INSERT (e164, tenant_id, block_first, block_size) ON phone_number TO klinke_app;

-- Calls that came with more digits than the block has (NUM-05): counted beside, so that no call is a change of the configuration.
CREATE TABLE number_beyond (
  e164      text PRIMARY KEY,
  tenant_id uuid NOT NULL,
  calls     bigint NOT NULL,
  last_at   timestamptz NOT NULL,
  FOREIGN KEY (tenant_id, e164) REFERENCES number_range (tenant_id, e164) ON DELETE CASCADE
);
SELECT protect_tenant_table('number_beyond', 'tenant_id', 'SELECT');
DROP TRIGGER audit_change ON number_beyond;
