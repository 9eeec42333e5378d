-- Tells the event stream which row of a tenant's configuration has changed. A transaction that is rolled back tells nothing.
CREATE FUNCTION tell_change(changed_table name, operation text, tenant text, changed jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('klinke_change', jsonb_build_object(
    'table', changed_table, 'operation', lower(operation), 'tenantId', tenant,
    'id', coalesce(changed ->> 'id', changed ->> 'e164'),
    'extensionId', CASE WHEN changed_table = 'extension' THEN changed ->> 'id' ELSE changed ->> 'extension_id' END)::text)
  WHERE tenant IS NOT NULL;
$$;

-- What calls read, which call nodes are told of too.
CREATE OR REPLACE FUNCTION notify_tenant_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM klinke.announce('klinke_tenant', changed ->> TG_ARGV[0]);
  PERFORM klinke.tell_change(TG_TABLE_NAME, TG_OP, changed ->> TG_ARGV[0], changed);
  RETURN NULL;
END $$;

-- What calls do not read.
CREATE FUNCTION notify_row_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM klinke.tell_change(TG_TABLE_NAME, TG_OP, changed ->> 'tenant_id', changed);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_row_changes(watched regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER tell_row_change AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION klinke.notify_row_change()', watched);
END $$;
REVOKE EXECUTE ON FUNCTION tell_row_changes FROM PUBLIC;

SELECT tell_row_changes('login');
