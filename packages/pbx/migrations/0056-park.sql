-- Places where calls wait to be taken at any phone (CALL-02). Their numbers are internal numbers like others.
CREATE TABLE park_slot (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name       text NOT NULL,
  number     text NOT NULL
);
SELECT protect_tenant_table('park_slot');
SELECT announce_tenant_changes('park_slot');
SELECT register_call_targets('park_slot', 'park-slot', 'name', 'number');

-- A tenant without a row has the product's time.
CREATE TABLE park_settings (
  tenant_id      uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  return_seconds integer NOT NULL CHECK (return_seconds BETWEEN 10 AND 3600)
);
SELECT protect_tenant_table('park_settings');
SELECT announce_tenant_changes('park_settings');
