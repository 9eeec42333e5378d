-- Call records: one row when a call starts, one when it is answered, one when it ends; rows are only ever added. The
-- record is their join (view call_record). Partitioned by the month in which the call started, so that retention drops
-- whole months; all three tables carry started_at for that.
CREATE TABLE call_started (
  call_id     text NOT NULL,
  started_at  timestamptz NOT NULL,
  -- No reference: records outlive the tenant.
  tenant_id   uuid NOT NULL,
  direction   text NOT NULL,
  caller      jsonb NOT NULL,
  called      jsonb NOT NULL,
  sip_call_id text NOT NULL,
  emergency   boolean NOT NULL,
  PRIMARY KEY (started_at, call_id)
) PARTITION BY RANGE (started_at);
CREATE INDEX call_started_tenant ON call_started (tenant_id, started_at, call_id);
CREATE INDEX call_started_id ON call_started (call_id);

CREATE TABLE call_answered (
  call_id     text NOT NULL,
  started_at  timestamptz NOT NULL,
  tenant_id   uuid NOT NULL,
  answered_at timestamptz NOT NULL,
  answered_by jsonb NOT NULL,
  PRIMARY KEY (started_at, call_id)
) PARTITION BY RANGE (started_at);

CREATE TABLE call_ended (
  call_id      text NOT NULL,
  started_at   timestamptz NOT NULL,
  tenant_id    uuid NOT NULL,
  ended_at     timestamptz NOT NULL,
  cause        text NOT NULL,
  sip_status   integer,
  route        jsonb NOT NULL,
  caller_media jsonb,
  called_media jsonb,
  PRIMARY KEY (started_at, call_id)
) PARTITION BY RANGE (started_at);

SELECT protect_tenant_table(recorded, 'tenant_id', 'SELECT') FROM unnest(ARRAY['call_started', 'call_answered', 'call_ended']::regclass[]) AS recorded;
REVOKE UPDATE, DELETE ON call_started, call_answered, call_ended FROM klinke_operator;

-- The partitions for the month of `moment`. Runs as the owner, because the application may not create tables.
CREATE FUNCTION ensure_call_partitions(moment timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
DECLARE
  month timestamp := date_trunc('month', moment AT TIME ZONE 'UTC');
  parent text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('klinke.ensure_call_partitions'));
  FOREACH parent IN ARRAY ARRAY['call_started', 'call_answered', 'call_ended'] LOOP
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
      parent || to_char(month, '_YYYY_MM'), parent, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION ensure_call_partitions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_call_partitions TO klinke_operator;

-- One row per call, open ones without answered_at and ended_at. The reader's own row-level security applies.
CREATE VIEW call_record WITH (security_invoker = true) AS
  SELECT started.*, answered.answered_at, answered.answered_by,
         ended.ended_at, ended.cause, ended.sip_status, ended.route, ended.caller_media, ended.called_media
  FROM call_started AS started
  LEFT JOIN call_answered AS answered USING (started_at, call_id)
  LEFT JOIN call_ended AS ended USING (started_at, call_id);
GRANT SELECT ON call_record TO klinke_app, klinke_operator;
