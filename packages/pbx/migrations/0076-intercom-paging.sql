-- Whose phone answers by itself, and for whom (CALL-05). An extension without a row has the product's settings.
CREATE TABLE intercom_settings (
  extension_id uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  accepts      text NOT NULL CHECK (accepts IN ('everyone', 'named', 'nobody')),
  otherwise    text NOT NULL CHECK (otherwise IN ('refuse', 'ring'))
);
SELECT protect_tenant_table('intercom_settings');
SELECT announce_tenant_changes('intercom_settings');

-- Who may speak to an extension that accepts only those named.
CREATE TABLE intercom_caller (
  extension_id uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  caller_id    uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  PRIMARY KEY (extension_id, caller_id)
);
CREATE INDEX intercom_caller_caller ON intercom_caller (caller_id);
SELECT protect_tenant_table('intercom_caller');
SELECT announce_tenant_changes('intercom_caller');

-- Paging groups are teams that are spoken to: reached by an internal number, like park slots no destination of public numbers.
ALTER TABLE team DROP CONSTRAINT team_kind_check;
ALTER TABLE team ADD CONSTRAINT team_kind_check CHECK (kind IN ('group', 'queue', 'page'));
CREATE TRIGGER keep_page_added AFTER INSERT OR UPDATE ON team FOR EACH ROW WHEN (NEW.kind = 'page')
  EXECUTE FUNCTION klinke.keep_call_target('page', 'name', 'number');
CREATE TRIGGER keep_page_removed AFTER DELETE ON team FOR EACH ROW WHEN (OLD.kind = 'page')
  EXECUTE FUNCTION klinke.keep_call_target('page', 'name', 'number');
