-- Extensions at which a fax machine is: calls can be led there as to a fax. The id is the extension's.
CREATE TABLE fax_line (
  id        uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name      text NOT NULL
);
SELECT protect_tenant_table('fax_line');
SELECT announce_tenant_changes('fax_line');
SELECT register_call_targets('fax_line', 'fax', 'name');

-- Where a fax machine goes that calls a number for people. The destination is held as the others of the row are.
ALTER TABLE phone_number ADD COLUMN fax jsonb;
GRANT UPDATE (fax) ON phone_number TO klinke_app;
