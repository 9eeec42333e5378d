-- Sums of calls by hour (UTC), so that reports of weeks need not read each call again. The write that adds to an hour's calls counts a change of that hour,
-- whoever writes and however late; sums hold for the number of changes that they were made of. Nothing can therefore be summed and wrong: whoever reads
-- the sums makes those anew that do not hold.
CREATE TABLE call_hour (
  -- No references: as call records, they outlive what they name.
  tenant_id uuid NOT NULL,
  hour      timestamptz NOT NULL,
  changes   bigint NOT NULL,
  -- The changes that the sums are made of; null: there are none.
  summed    bigint,
  PRIMARY KEY (tenant_id, hour)
) WITH (fillfactor = 50);

CREATE TABLE call_hour_sum (
  tenant_id uuid NOT NULL,
  hour      timestamptz NOT NULL,
  direction text NOT NULL,
  calls     integer NOT NULL,
  answered  integer NOT NULL,
  talk      numeric NOT NULL,
  PRIMARY KEY (tenant_id, hour, direction)
);

CREATE TABLE call_hour_extension (
  tenant_id     uuid NOT NULL,
  hour          timestamptz NOT NULL,
  extension     text NOT NULL,
  made          integer NOT NULL,
  made_answered integer NOT NULL,
  answered      integer NOT NULL,
  missed        integer NOT NULL,
  talk          numeric NOT NULL,
  PRIMARY KEY (tenant_id, hour, extension)
);

SELECT protect_tenant_table(kept) FROM unnest(ARRAY['call_hour', 'call_hour_sum', 'call_hour_extension']::regclass[]) AS kept;

-- Sums are nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON call_hour;
DROP TRIGGER IF EXISTS audit_change ON call_hour_sum;
DROP TRIGGER IF EXISTS audit_change ON call_hour_extension;

CREATE FUNCTION count_changes_of_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.call_hour (tenant_id, hour, changes)
    SELECT DISTINCT tenant_id, date_trunc('hour', started_at, 'UTC'), 1 FROM written ORDER BY 1, 2
    ON CONFLICT (tenant_id, hour) DO UPDATE SET changes = call_hour.changes + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER count_changes_of_hours AFTER INSERT ON call_started
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_changes_of_hours();
CREATE TRIGGER count_changes_of_hours AFTER INSERT ON call_answered
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_changes_of_hours();
CREATE TRIGGER count_changes_of_hours AFTER INSERT ON call_ended
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_changes_of_hours();

-- Calls that are there already; without the operator's rights nothing is seen, and the owner has no tenant.
SET LOCAL ROLE klinke_operator;
INSERT INTO call_hour (tenant_id, hour, changes) SELECT DISTINCT tenant_id, date_trunc('hour', started_at, 'UTC'), 1 FROM call_started;
RESET ROLE;
