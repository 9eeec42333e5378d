-- Who at an identity provider a login is. Issuer and subject are never given to somebody else (OpenID Connect Core §5.7); a mail address is.
-- Subjects may differ per client (§8.1), so another client begins anew.
CREATE TABLE single_sign_on_subject (
  single_sign_on_id uuid NOT NULL REFERENCES single_sign_on ON DELETE CASCADE,
  issuer            text NOT NULL,
  client_id         text NOT NULL,
  subject           text NOT NULL,
  login_id          uuid NOT NULL REFERENCES login ON DELETE CASCADE,
  linked_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (single_sign_on_id, issuer, client_id, subject),
  CONSTRAINT single_sign_on_subject_login UNIQUE (single_sign_on_id, issuer, client_id, login_id)
);
CREATE INDEX single_sign_on_subject_of ON single_sign_on_subject (login_id);
SELECT protect_operator_table('single_sign_on_subject');

-- A login with another address may be another person's: whoever was linked is found by the new address again, or no longer.
-- As the owner of the tables, whom a policy of its own lets in: an administrator changes addresses, but sees no subjects.
CREATE POLICY unlinking ON single_sign_on_subject TO CURRENT_USER USING (true);
CREATE FUNCTION unlink_single_sign_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
BEGIN
  DELETE FROM single_sign_on_subject WHERE login_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION unlink_single_sign_on FROM PUBLIC;
CREATE TRIGGER unlink_single_sign_on AFTER UPDATE OF email ON login
  FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION klinke.unlink_single_sign_on();
