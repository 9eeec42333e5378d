-- Tenants that were deleted: what they have outside the database (sound files) is removed for these only. That a tenant is not in the
-- database proves nothing: it may be the wrong database, or an old copy of it. Nothing else is kept of them.
CREATE TABLE deleted_tenant (
  id         uuid PRIMARY KEY,
  deleted_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_operator_table('deleted_tenant');

CREATE FUNCTION note_deleted_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.deleted_tenant (id) VALUES (OLD.id) ON CONFLICT (id) DO UPDATE SET deleted_at = now();
  RETURN NULL;
END $$;
CREATE TRIGGER note_deleted_tenant AFTER DELETE ON tenant FOR EACH ROW EXECUTE FUNCTION note_deleted_tenant();
