-- Which user package an extension has, by its id in the tenant's profile (`userPackages`); null: the product has none.
ALTER TABLE extension ADD COLUMN user_package text;

CREATE FUNCTION note_package_of_extension() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM klinke.note_user_package(OLD.tenant_id, OLD.id, NULL, NULL, now());
  ELSE
    PERFORM klinke.note_user_package(NEW.tenant_id, NEW.id, NEW.user_package, NEW.site_id, now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_package_of_new AFTER INSERT ON extension FOR EACH ROW
  WHEN (NEW.user_package IS NOT NULL) EXECUTE FUNCTION note_package_of_extension();
CREATE TRIGGER note_package_of_changed AFTER UPDATE ON extension FOR EACH ROW
  WHEN (OLD.user_package IS DISTINCT FROM NEW.user_package OR (NEW.user_package IS NOT NULL AND OLD.site_id IS DISTINCT FROM NEW.site_id))
  EXECUTE FUNCTION note_package_of_extension();
CREATE TRIGGER note_package_of_deleted AFTER DELETE ON extension FOR EACH ROW
  WHEN (OLD.user_package IS NOT NULL) EXECUTE FUNCTION note_package_of_extension();

-- The packages of a customer have become others, such as with a new contract: who has none of them gets the first, so that no extension is without a licence.
CREATE FUNCTION follow_user_packages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sold text[] := ARRAY(
    SELECT package ->> 'id' FROM jsonb_array_elements(coalesce(NEW.profile -> 'userPackages', '[]'::jsonb)) WITH ORDINALITY AS listed (package, place)
    ORDER BY place
  );
BEGIN
  UPDATE klinke.extension SET user_package = sold[1], updated_at = now()
  WHERE tenant_id = NEW.id AND user_package IS DISTINCT FROM sold[1] AND NOT coalesce(user_package = ANY (sold), false);
  RETURN NULL;
END $$;
CREATE TRIGGER follow_user_packages AFTER UPDATE ON tenant FOR EACH ROW
  WHEN (OLD.profile -> 'userPackages' IS DISTINCT FROM NEW.profile -> 'userPackages') EXECUTE FUNCTION follow_user_packages();
