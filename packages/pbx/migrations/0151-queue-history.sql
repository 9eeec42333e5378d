-- What becomes of those who wait in queues, and what agents do for them: for reports, long after the calls. Rows are only ever added, and come by the
-- journal of the call records: the database may be away.
CREATE TABLE queue_visit (
  id              text NOT NULL,
  -- When the caller joined; of a callback when its place began.
  joined_at       timestamptz NOT NULL,
  -- No references: as call records, they outlive what they name.
  tenant_id       uuid NOT NULL,
  queue_id        uuid NOT NULL,
  call_id         text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('caller', 'callback')),
  ended           text NOT NULL CHECK (ended IN ('answered', 'lost', 'led-on', 'callback', 'turned-away')),
  -- When waiting was over, however.
  left_at         timestamptz NOT NULL,
  -- Who has answered.
  agent_extension text,
  PRIMARY KEY (joined_at, id)
) PARTITION BY RANGE (joined_at);
CREATE INDEX queue_visit_tenant ON queue_visit (tenant_id, joined_at);

-- A call that an agent has had for a queue: the talk, and the time for wrapping it up afterwards.
CREATE TABLE queue_work (
  id              text NOT NULL,
  began_at        timestamptz NOT NULL,
  tenant_id       uuid NOT NULL,
  queue_id        uuid NOT NULL,
  call_id         text NOT NULL,
  agent_extension text NOT NULL,
  ended_at        timestamptz NOT NULL,
  wrap_up_seconds integer NOT NULL CHECK (wrap_up_seconds >= 0),
  PRIMARY KEY (began_at, id)
) PARTITION BY RANGE (began_at);
CREATE INDEX queue_work_tenant ON queue_work (tenant_id, began_at);

SELECT protect_tenant_table(recorded, 'tenant_id', 'SELECT') FROM unnest(ARRAY['queue_visit', 'queue_work']::regclass[]) AS recorded;
REVOKE UPDATE, DELETE ON queue_visit, queue_work FROM klinke_operator;

-- As before (0007), with the two tables above.
CREATE OR REPLACE FUNCTION ensure_call_partitions(moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
DECLARE
  month timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  parent text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('klinke.ensure_call_partitions'));
  FOREACH parent IN ARRAY ARRAY['call_started', 'call_answered', 'call_ended', 'queue_visit', 'queue_work'] LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
      parent || to_char(month, '_YYYY_MM'), parent, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
  END LOOP;
END $$;

-- Reports count a tenant's calls of some weeks: from these alone, without the routes and figures beside them.
CREATE INDEX call_answered_tenant ON call_answered (tenant_id, started_at, call_id) INCLUDE (answered_at, answered_extension);
CREATE INDEX call_ended_tenant ON call_ended (tenant_id, started_at, call_id) INCLUDE (ended_at);
