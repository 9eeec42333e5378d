-- A customer: one SIP domain, one set of product settings. Created and changed by the operator.
CREATE TABLE tenant (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  -- Realm of all digest passwords in it: it never changes.
  sip_domain text NOT NULL CONSTRAINT tenant_sip_domain UNIQUE CHECK (sip_domain = lower(sip_domain)),
  area_code  text,
  profile    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_tenant_table('tenant', 'id', 'SELECT');
SELECT announce_tenant_changes('tenant', 'id');

ALTER TABLE api_key ADD CONSTRAINT api_key_tenant FOREIGN KEY (tenant_id) REFERENCES tenant ON DELETE CASCADE;
