-- Call nodes are told which row of a tenant has changed, so that they read that one again and not the whole tenant.
CREATE OR REPLACE FUNCTION notify_tenant_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM klinke.announce('klinke_tenant', concat_ws(' ', changed ->> TG_ARGV[0], TG_TABLE_NAME,
    coalesce(changed ->> 'id', changed ->> 'e164', changed ->> 'extension_id')));
  PERFORM klinke.tell_change(TG_TABLE_NAME, TG_OP, changed ->> TG_ARGV[0], changed);
  RETURN NULL;
END $$;

-- Servers remember for a moment who is behind a session or API key. They are told when that changes, and whoever changes it (signs out, revokes a key,
-- disables a login …) has the answer when this server has forgotten it: what is revoked is refused at once.
-- Argument: column with the id that is told; '' tells that anybody may be concerned.
CREATE FUNCTION announce_holder() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM klinke.announce('klinke_holder', coalesce(changed ->> nullif(TG_ARGV[0], ''), ''));
  RETURN NULL;
END $$;
CREATE TRIGGER announce_holder AFTER DELETE ON login_session FOR EACH ROW EXECUTE FUNCTION klinke.announce_holder('id');
CREATE TRIGGER announce_changed_holder AFTER UPDATE OF expires_at, login_id ON login_session FOR EACH ROW EXECUTE FUNCTION klinke.announce_holder('id');
CREATE TRIGGER announce_holder AFTER UPDATE OF name, kind, reseller_id, tenant_id, extension_id, rights, must_change_password, totp_confirmed_at, disabled_at OR DELETE
  ON login FOR EACH ROW EXECUTE FUNCTION klinke.announce_holder('id');
CREATE TRIGGER announce_holder AFTER INSERT OR DELETE ON passkey FOR EACH ROW EXECUTE FUNCTION klinke.announce_holder('login_id');
CREATE TRIGGER announce_holder AFTER UPDATE OF revoked_at, rights, name OR DELETE ON api_key FOR EACH ROW EXECUTE FUNCTION klinke.announce_holder('id');
CREATE TRIGGER announce_holder AFTER INSERT OR UPDATE OR DELETE ON second_factor_policy FOR EACH ROW EXECUTE FUNCTION klinke.announce_holder('');
