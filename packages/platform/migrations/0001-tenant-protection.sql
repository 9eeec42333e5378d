-- What every tenant table is built with. A migration of a slice creates its table and calls protect_tenant_table.

-- The tenant a transaction works for; null outside withTenant.
CREATE FUNCTION current_tenant() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('klinke.tenant', true), '')::uuid;

-- Tells call nodes that a tenant's configuration changed. PostgreSQL sends equal notifications of one transaction once.
CREATE FUNCTION notify_tenant_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM pg_notify('klinke_tenant', changed ->> TG_ARGV[0]);
  RETURN NULL;
END $$;

-- Row-level security for a table with the tenant in `tenant_column`: the application sees the rows of the tenant it works
-- for, the operator all, and the owner none (a data migration begins with SET LOCAL ROLE klinke_operator).
-- `tenant_rights` are what the application may do to its own rows.
CREATE FUNCTION protect_tenant_table(
  protected regclass,
  tenant_column name DEFAULT 'tenant_id',
  tenant_rights text DEFAULT 'SELECT, INSERT, UPDATE, DELETE'
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY own_tenant ON %s TO klinke_app USING (%I = klinke.current_tenant())', protected, tenant_column);
  EXECUTE format('CREATE POLICY operator ON %s TO klinke_operator USING (true)', protected);
  EXECUTE format('GRANT %s ON %s TO klinke_app', tenant_rights, protected);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO klinke_operator', protected);
END $$;

-- The same for a table that only the operator's own work reads, such as API keys and carriers.
CREATE FUNCTION protect_operator_table(protected regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY operator ON %s TO klinke_operator USING (true)', protected);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO klinke_operator', protected);
END $$;

-- Changes of `watched` reach call nodes: the tenant named in `tenant_column` is loaded again.
CREATE FUNCTION announce_tenant_changes(watched regclass, tenant_column name DEFAULT 'tenant_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER announce_tenant_change AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION klinke.notify_tenant_change(%L)',
    watched, tenant_column);
END $$;

REVOKE EXECUTE ON FUNCTION protect_tenant_table, protect_operator_table, announce_tenant_changes FROM PUBLIC;
