-- What calls can be led to: extensions, groups, queues, rooms, flows … in one list, which is also the internal numbering
-- plan: a number is given once per tenant, whatever it rings. Kept by triggers, so that no slice has to think of it.
CREATE TABLE call_target (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  kind      text NOT NULL,
  id        uuid NOT NULL,
  name      text NOT NULL,
  -- Null for what nobody can dial. Whoever dials 110 or 112 must reach help (EMG-01).
  number    text CHECK (number ~ '^[1-9][0-9]{1,5}$' AND number NOT IN ('110', '112')),
  PRIMARY KEY (tenant_id, kind, id),
  CONSTRAINT call_target_number UNIQUE (tenant_id, number)
);
SELECT protect_tenant_table('call_target');

-- Who leads calls to what. The constraint is deferred, so that the order in which a tenant's things are deleted does not matter.
CREATE TABLE destination_use (
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  user_kind   text NOT NULL,
  user_id     text NOT NULL,
  -- Null: the name of the call target with that id.
  user_name   text,
  target_kind text NOT NULL,
  target_id   uuid NOT NULL,
  CONSTRAINT destination_use_target FOREIGN KEY (tenant_id, target_kind, target_id)
    REFERENCES call_target DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX destination_use_user ON destination_use (tenant_id, user_kind, user_id);
CREATE INDEX destination_use_target ON destination_use (tenant_id, target_kind, target_id);
SELECT protect_tenant_table('destination_use');

-- Arguments: kind, column of the name, column of the internal number or ''.
CREATE FUNCTION keep_call_target() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kept jsonb := to_jsonb(NEW);
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM klinke.call_target WHERE tenant_id = OLD.tenant_id AND kind = TG_ARGV[0] AND id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO klinke.call_target (tenant_id, kind, id, name, number)
    VALUES (NEW.tenant_id, TG_ARGV[0], NEW.id, kept ->> TG_ARGV[1], kept ->> nullif(TG_ARGV[2], ''))
    ON CONFLICT (tenant_id, kind, id) DO UPDATE SET name = excluded.name, number = excluded.number;
  RETURN NULL;
END $$;

-- A destination is a JSON object with "kind" and "targetId", anywhere in a jsonb column of the row.
-- Arguments: kind of the user, column of its id, column of its name or ''.
CREATE FUNCTION keep_destination_uses() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  used jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  user_ text := used ->> TG_ARGV[1];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM klinke.destination_use
      WHERE tenant_id = OLD.tenant_id AND user_kind = TG_ARGV[0] AND user_id = to_jsonb(OLD) ->> TG_ARGV[1];
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO klinke.destination_use (tenant_id, user_kind, user_id, user_name, target_kind, target_id)
      SELECT DISTINCT NEW.tenant_id, TG_ARGV[0], user_, used ->> nullif(TG_ARGV[2], ''), led ->> 'kind', (led ->> 'targetId')::uuid
      FROM jsonb_path_query(used, 'strict $.** ? (exists (@.targetId))') AS led;
  END IF;
  RETURN NULL;
END $$;

-- Rows of `kept` (with tenant_id and id) are call targets of this kind, existing ones too.
CREATE FUNCTION register_call_targets(kept regclass, kind text, name_column name, number_column text DEFAULT '') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER keep_call_target AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION klinke.keep_call_target(%L, %L, %L)',
    kept, kind, name_column, number_column);
  SET LOCAL ROLE klinke_operator;
  EXECUTE format('INSERT INTO klinke.call_target (tenant_id, kind, id, name, number) SELECT tenant_id, %L, id, %I, %s FROM %s',
    kind, name_column, CASE number_column WHEN '' THEN 'NULL' ELSE quote_ident(number_column) END, kept);
  SET LOCAL ROLE NONE;
END $$;

-- Destinations in the jsonb columns of `users` (with tenant_id) hold their targets: those cannot be deleted while they are used.
CREATE FUNCTION track_destinations(users regclass, user_kind text, id_column name DEFAULT 'id', name_column text DEFAULT '') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER keep_destination_uses AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION klinke.keep_destination_uses(%L, %L, %L)',
    users, user_kind, id_column, name_column);
END $$;
REVOKE EXECUTE ON FUNCTION register_call_targets, track_destinations FROM PUBLIC;

SELECT register_call_targets('extension', 'extension', 'name', 'number');

-- A number leads to any destination (NUM-06); those that led to an extension still do.
ALTER TABLE phone_number ADD COLUMN destination jsonb;
SELECT track_destinations('phone_number', 'number', 'e164', 'e164');
SET LOCAL ROLE klinke_operator;
UPDATE phone_number SET destination = jsonb_build_object('kind', 'extension', 'targetId', extension.id)
  FROM extension WHERE extension.tenant_id = phone_number.tenant_id AND extension.number = phone_number.extension_number;
SET LOCAL ROLE NONE;
ALTER TABLE phone_number DROP COLUMN extension_number;
GRANT UPDATE (destination) ON phone_number TO klinke_app;
