-- Who had which user package, from when until when: licences that were provided, by which they are charged (BIL-03).
CREATE TABLE user_package_period (
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- No foreign key: it is charged for after it is gone, and so is the site.
  extension_id uuid NOT NULL,
  user_package text NOT NULL,
  site_id      uuid,
  from_at      timestamptz NOT NULL,
  -- Null: still.
  until_at     timestamptz CHECK (until_at > from_at),
  PRIMARY KEY (tenant_id, extension_id, from_at)
);
SELECT protect_tenant_table('user_package_period');
CREATE UNIQUE INDEX user_package_period_now ON user_package_period (tenant_id, extension_id) WHERE until_at IS NULL;
CREATE INDEX user_package_period_time ON user_package_period (tenant_id, from_at);
-- The change of the extension is noted; what follows of it is nobody's own deed.
DROP TRIGGER IF EXISTS audit_change ON user_package_period;

-- An extension has that package at that site since then; null: none, or it has gone. What began no earlier than `since` never held: changes of one transaction leave
-- one period, and those that cross leave none that overlap.
CREATE FUNCTION note_user_package(of_tenant uuid, of_extension uuid, has text, at_site uuid, since timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  open_from timestamptz;
BEGIN
  SELECT from_at INTO open_from FROM klinke.user_package_period
  WHERE tenant_id = of_tenant AND extension_id = of_extension AND until_at IS NULL FOR UPDATE;
  IF open_from >= since THEN
    since := open_from;
    DELETE FROM klinke.user_package_period WHERE tenant_id = of_tenant AND extension_id = of_extension AND until_at IS NULL;
  ELSE
    UPDATE klinke.user_package_period SET until_at = since WHERE tenant_id = of_tenant AND extension_id = of_extension AND until_at IS NULL;
  END IF;
  IF has IS NOT NULL THEN
    INSERT INTO klinke.user_package_period (tenant_id, extension_id, user_package, site_id, from_at)
    VALUES (of_tenant, of_extension, has, at_site, since);
  END IF;
END $$;
