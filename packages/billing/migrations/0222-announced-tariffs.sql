-- Who counts costs while calls run reads tariffs again when there is a new version of one: every customer of it is told, as of a change of its own.
CREATE FUNCTION announce_tariff_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM klinke.announce('klinke_tenant', concat_ws(' ', tenant_id, 'customer_tariff', id))
    FROM klinke.customer_tariff WHERE tariff_id = coalesce(NEW.tariff_id, OLD.tariff_id);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_tariff_version AFTER INSERT OR DELETE ON tariff_version FOR EACH ROW EXECUTE FUNCTION announce_tariff_version();
