-- Tells servers of sessions that are no more, so that what was given out to them ends with them.
CREATE FUNCTION notify_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('klinke_session_end', OLD.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_session_end AFTER DELETE ON login_session FOR EACH ROW EXECUTE FUNCTION klinke.notify_session_end();
