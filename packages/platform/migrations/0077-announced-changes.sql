-- Tells call nodes of a change, and marks the transaction: whoever runs it waits after the commit until its own calls see the change.
CREATE FUNCTION announce(channel text, payload text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify(channel, payload), set_config('klinke.announced', 'yes', true);
$$;

CREATE OR REPLACE FUNCTION notify_tenant_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM klinke.announce('klinke_tenant', changed ->> TG_ARGV[0]);
  RETURN NULL;
END $$;
