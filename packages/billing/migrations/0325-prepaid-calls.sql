-- Calls follow the credit of customers who pay before they call (BIL-09). Whoever pays in, or opens an account, has the answer once calls see it; what calls
-- themselves cost is only told, because whoever books it waits for nobody.
CREATE FUNCTION notify_prepaid() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  IF changed ->> 'kind' IN ('call', 'call-corrected') THEN
    PERFORM pg_notify('klinke_prepaid', changed ->> 'tenant_id');
  ELSE
    PERFORM klinke.announce('klinke_prepaid', changed ->> 'tenant_id');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_prepaid AFTER INSERT OR UPDATE OR DELETE ON prepaid_account FOR EACH ROW EXECUTE FUNCTION klinke.notify_prepaid();
CREATE TRIGGER announce_prepaid AFTER INSERT ON prepaid_movement FOR EACH ROW EXECUTE FUNCTION klinke.notify_prepaid();
-- Of each call by its record: what was taken while it ran is held against its price.
CREATE INDEX prepaid_movement_call ON prepaid_movement (tenant_id, split_part(source, ':', 2)) WHERE kind IN ('call', 'call-corrected');
