-- Of what the user of an extension is told by mail. An extension without a row is told nothing.
CREATE TABLE notification_settings (
  extension_id     uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  missed_call_mail boolean NOT NULL,
  -- Null: nowhere.
  mail_to          text,
  language         text NOT NULL CHECK (language IN ('de', 'en')),
  CHECK (NOT missed_call_mail OR mail_to IS NOT NULL)
);
SELECT protect_tenant_table('notification_settings');
SELECT announce_tenant_changes('notification_settings');
