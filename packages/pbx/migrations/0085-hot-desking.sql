-- The PIN with which the user of an extension proves himself at phones that are not his: hot-desking, signing in as an agent. scrypt.
CREATE TABLE extension_pin (
  extension_id uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  pin_hash     text NOT NULL
);
SELECT protect_tenant_table('extension_pin');
SELECT announce_tenant_changes('extension_pin');

-- Phones at which any extension with a PIN may log in (DEV-05), and who sits there now; an extension sits at one phone at most.
CREATE TABLE shared_phone (
  extension_id      uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id         uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  user_extension_id uuid CONSTRAINT shared_phone_user UNIQUE REFERENCES extension ON DELETE SET NULL,
  logged_in_at      timestamptz,
  CHECK (user_extension_id <> extension_id)
);
SELECT protect_tenant_table('shared_phone');
SELECT announce_tenant_changes('shared_phone');

CREATE TABLE hot_desk_settings (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  settings  jsonb NOT NULL
);
SELECT protect_tenant_table('hot_desk_settings');
SELECT announce_tenant_changes('hot_desk_settings');
SELECT track_destinations('hot_desk_settings', 'hot-desking', 'tenant_id');
