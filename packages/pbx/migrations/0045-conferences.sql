-- Conference rooms (CONF-01, CONF-02). PINs are kept as salted hashes only; null: none is asked for that role.
CREATE TABLE conference_room (
  id              uuid PRIMARY KEY,
  tenant_id       uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name            text NOT NULL,
  number          text,
  participant_pin text,
  moderator_pin   text,
  settings        jsonb NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT conference_room_name UNIQUE (tenant_id, name)
);
SELECT protect_tenant_table('conference_room');
SELECT announce_tenant_changes('conference_room');
SELECT register_call_targets('conference_room', 'conference', 'name', 'number');
