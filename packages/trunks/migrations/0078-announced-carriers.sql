-- As for tenants: the request that changes a carrier waits until calls see it.
CREATE OR REPLACE FUNCTION notify_carrier_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM klinke.announce('klinke_carrier', CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END::text);
  RETURN NULL;
END $$;
