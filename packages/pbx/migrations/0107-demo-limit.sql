-- A demo customer has three extensions at most (PORT-08). Two that are added at once are counted one after the other.
CREATE FUNCTION hold_demo_to_limit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM klinke.tenant WHERE id = NEW.tenant_id AND demo_until IS NOT NULL;
  IF NOT FOUND THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.tenant_id::text, 107));
  IF (SELECT count(*) FROM klinke.extension WHERE tenant_id = NEW.tenant_id) >= 3 THEN
    RAISE EXCEPTION 'A demo customer has three extensions at most.' USING ERRCODE = 'check_violation', CONSTRAINT = 'extension_demo_limit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hold_demo_to_limit BEFORE INSERT ON extension FOR EACH ROW EXECUTE FUNCTION hold_demo_to_limit();
