-- Feature codes that a tenant has changed; for all others the product's apply. An empty list switches the code off.
CREATE TABLE feature_code (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  feature   text NOT NULL,
  codes     text[] NOT NULL,
  PRIMARY KEY (tenant_id, feature)
);
SELECT protect_tenant_table('feature_code');
SELECT announce_tenant_changes('feature_code');
