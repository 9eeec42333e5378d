-- How phones ring for what kind of call (CALL-05). A tenant without a row has the product's tones.
CREATE TABLE ring_tones (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  tones     jsonb NOT NULL
);
SELECT protect_tenant_table('ring_tones');
SELECT announce_tenant_changes('ring_tones');

-- Extensions that are doors: phones ring in another way for them.
CREATE TABLE door_station (
  extension_id uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE
);
SELECT protect_tenant_table('door_station');
SELECT announce_tenant_changes('door_station');
