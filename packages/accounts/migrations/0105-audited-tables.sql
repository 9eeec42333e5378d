-- Every table of the product is audited, those to come as well.
CREATE OR REPLACE FUNCTION protect_tenant_table(
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
  PERFORM klinke.open_to_resellers(protected, tenant_column);
  PERFORM klinke.audit_changes(protected, tenant_column);
END $$;

CREATE OR REPLACE FUNCTION protect_operator_table(protected regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY operator ON %s TO klinke_operator USING (true)', protected);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO klinke_operator', protected);
  PERFORM klinke.audit_changes(protected, 'tenant_id');
END $$;

DO $$
DECLARE
  earlier record;
BEGIN
  FOR earlier IN
    SELECT format('%I.%I', schemaname, tablename)::regclass AS audited, CASE tablename WHEN 'tenant' THEN 'id' ELSE 'tenant_id' END AS tenant_column
    FROM pg_policies AS policy
    WHERE schemaname = 'klinke' AND policyname = 'operator'
      -- Bookkeeping of the database itself, and what sign-in keeps for itself.
      AND tablename NOT IN ('destination_use', 'call_target', 'deleted_tenant', 'idempotent_answer', 'login_session', 'sign_in_token', 'known_device')
      AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'audit_change' AND tgrelid = format('%I.%I', policy.schemaname, policy.tablename)::regclass)
  LOOP
    PERFORM klinke.audit_changes(earlier.audited, earlier.tenant_column);
  END LOOP;
END $$;

CREATE POLICY own_customers ON audit_log FOR SELECT TO klinke_reseller USING (tenant_id IN (SELECT id FROM klinke.tenant));
