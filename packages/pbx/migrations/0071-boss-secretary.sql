-- Secretaries who take a boss's calls while the filter is on (CALL-05).
CREATE TABLE secretariat (
  boss_id    uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- The filter is on.
  active     boolean NOT NULL,
  settings   jsonb NOT NULL
);
SELECT protect_tenant_table('secretariat');
SELECT announce_tenant_changes('secretariat');
SELECT track_destinations('secretariat', 'extension', 'boss_id');

-- A secretary goes with its extension.
CREATE TABLE secretariat_member (
  boss_id      uuid NOT NULL REFERENCES secretariat ON DELETE CASCADE,
  secretary_id uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  position     integer NOT NULL,
  PRIMARY KEY (boss_id, secretary_id)
);
CREATE INDEX secretariat_member_secretary ON secretariat_member (secretary_id);
SELECT protect_tenant_table('secretariat_member');
SELECT announce_tenant_changes('secretariat_member');
