-- Resellers (PORT-07): who sells to tenants and looks after them. A reseller sees its own tenants and nobody else's.
CREATE TABLE reseller (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE tenant ADD COLUMN reseller_id uuid CONSTRAINT tenant_reseller REFERENCES reseller;
CREATE INDEX tenant_reseller ON tenant (reseller_id);
ALTER TABLE login
  ADD CONSTRAINT login_tenant FOREIGN KEY (tenant_id) REFERENCES tenant ON DELETE CASCADE,
  ADD CONSTRAINT login_reseller FOREIGN KEY (reseller_id) REFERENCES reseller ON DELETE CASCADE;
ALTER TABLE api_key ADD CONSTRAINT api_key_reseller FOREIGN KEY (reseller_id) REFERENCES reseller ON DELETE CASCADE;

-- The reseller a transaction works for; null outside withReseller.
CREATE FUNCTION current_reseller() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('klinke.reseller', true), '')::uuid;

CREATE POLICY own_customers ON tenant TO klinke_reseller USING (reseller_id = klinke.current_reseller());

-- A reseller's transaction may do to a table what a tenant's may, in the rows of all its tenants: those that the policy of `tenant` shows it.
CREATE FUNCTION open_to_resellers(protected regclass, tenant_column name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY own_customers ON %s TO klinke_reseller USING (%I IN (SELECT id FROM klinke.tenant))', protected, tenant_column);
END $$;

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
END $$;
REVOKE EXECUTE ON FUNCTION protect_tenant_table, open_to_resellers FROM PUBLIC;

-- The tables that are there already.
DO $$
DECLARE
  earlier record;
BEGIN
  FOR earlier IN
    SELECT format('%I.%I', schemaname, tablename)::regclass AS protected, split_part(split_part(qual, '(', 2), ' ', 1) AS tenant_column
    FROM pg_policies WHERE schemaname = 'klinke' AND policyname = 'own_tenant' AND tablename <> 'tenant'
  LOOP
    PERFORM klinke.open_to_resellers(earlier.protected, earlier.tenant_column);
  END LOOP;
END $$;

-- A reseller knows itself.
SELECT protect_operator_table('reseller');
GRANT SELECT ON reseller TO klinke_reseller;
CREATE POLICY itself ON reseller FOR SELECT TO klinke_reseller USING (id = klinke.current_reseller());
-- Its own people, beside those of its tenants.
CREATE POLICY own_people ON login TO klinke_reseller USING (reseller_id = klinke.current_reseller());
