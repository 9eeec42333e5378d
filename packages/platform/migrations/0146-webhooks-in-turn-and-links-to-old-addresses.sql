-- What waits is looked for webhook by webhook, so that one with thousands waiting holds up nobody else's.
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (webhook_id, next_at) WHERE state = 'waiting';
DROP INDEX webhook_delivery_due;

-- Links that were sent to a mail address are worthless once the login has another one: whoever got them there is not its person (any more).
-- As the owner of the tables, whom a policy of its own lets in: an administrator may change the address, but see no tokens.
CREATE POLICY withdrawing ON sign_in_token TO CURRENT_USER USING (true);
CREATE FUNCTION withdraw_links_of_old_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
BEGIN
  DELETE FROM sign_in_token WHERE login_id = NEW.id AND purpose IN ('invitation', 'reset');
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION withdraw_links_of_old_address FROM PUBLIC;
CREATE TRIGGER withdraw_links AFTER UPDATE OF email ON login
  FOR EACH ROW WHEN (NEW.email <> OLD.email) EXECUTE FUNCTION klinke.withdraw_links_of_old_address();
