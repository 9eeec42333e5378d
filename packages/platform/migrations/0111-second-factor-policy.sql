-- Where administrators must have a second factor (PORT-05). Without tenant: everywhere.
CREATE TABLE second_factor_policy (
  tenant_id uuid CONSTRAINT second_factor_policy_of UNIQUE NULLS NOT DISTINCT,
  required  boolean NOT NULL
);
SELECT protect_tenant_table('second_factor_policy');
-- The table of tenants is another package's, and absent where platform is tested alone.
DO $$
BEGIN
  IF to_regclass('klinke.tenant') IS NOT NULL THEN
    ALTER TABLE second_factor_policy ADD CONSTRAINT second_factor_policy_tenant FOREIGN KEY (tenant_id) REFERENCES tenant ON DELETE CASCADE;
  END IF;
END $$;
