-- Disabling a login deletes its sessions, whoever disables it: what was given out to them (telephones in browsers) ends with them.
-- As the owner of the tables, whom a policy of its own lets in: an administrator may disable logins, but see no sessions.
CREATE POLICY ending ON login_session TO CURRENT_USER USING (true);
CREATE FUNCTION end_sessions_of_disabled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
BEGIN
  DELETE FROM login_session WHERE login_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION end_sessions_of_disabled FROM PUBLIC;
CREATE TRIGGER end_sessions AFTER UPDATE OF disabled_at ON login
  FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION klinke.end_sessions_of_disabled();
