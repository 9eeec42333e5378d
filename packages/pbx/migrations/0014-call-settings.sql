-- How an extension's calls are treated: forwardings, do not disturb, rejected callers … An extension without a row has the defaults.
CREATE TABLE call_settings (
  extension_id uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  settings     jsonb NOT NULL
);
SELECT protect_tenant_table('call_settings');
SELECT announce_tenant_changes('call_settings');
SELECT track_destinations('call_settings', 'extension', 'extension_id');

-- What a tenant allows its extensions (CALL-07). A tenant without a row has the product's.
CREATE TABLE call_policy (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  policy    jsonb NOT NULL
);
SELECT protect_tenant_table('call_policy');
SELECT announce_tenant_changes('call_policy');
