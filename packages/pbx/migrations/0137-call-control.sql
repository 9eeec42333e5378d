-- How a phone is called for a call that its user makes by a program (CALL-08, UC-03). An extension without a row has the product's settings.
CREATE TABLE call_control_settings (
  extension_id uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- The phone is asked to answer by itself, on the loudspeaker.
  auto_answer  boolean NOT NULL
);
SELECT protect_tenant_table('call_control_settings');
SELECT announce_tenant_changes('call_control_settings');
