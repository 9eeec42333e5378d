-- Call nodes read the list of call targets too: a row of it changes less often than the rows it is kept from.
CREATE FUNCTION announce_target() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  target klinke.call_target := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM klinke.announce('klinke_tenant', format('%s call_target %s/%s', target.tenant_id, target.kind, target.id));
  RETURN NULL;
END $$;
CREATE TRIGGER announce_target AFTER INSERT OR DELETE ON call_target FOR EACH ROW EXECUTE FUNCTION klinke.announce_target();
CREATE TRIGGER announce_changed_target AFTER UPDATE ON call_target FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW)
  EXECUTE FUNCTION klinke.announce_target();

-- The operator's list of all extensions, page by page.
CREATE INDEX extension_by_number ON extension (number, id);
