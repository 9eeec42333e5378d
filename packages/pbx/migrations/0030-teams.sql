-- Teams of extensions that take calls together: ring groups (ACD-01) and queues (ACD-02).
CREATE TABLE team (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('group', 'queue')),
  name       text NOT NULL,
  -- Internal number; null for a team that only other destinations lead to.
  number     text,
  settings   jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT team_name UNIQUE (tenant_id, kind, name)
);
SELECT protect_tenant_table('team');
SELECT announce_tenant_changes('team');
SELECT track_destinations('team', 'team', 'id', 'name');

-- As `register_call_targets`, with the kind of each row.
CREATE TRIGGER keep_group_added AFTER INSERT OR UPDATE ON team FOR EACH ROW WHEN (NEW.kind = 'group')
  EXECUTE FUNCTION klinke.keep_call_target('group', 'name', 'number');
CREATE TRIGGER keep_group_removed AFTER DELETE ON team FOR EACH ROW WHEN (OLD.kind = 'group')
  EXECUTE FUNCTION klinke.keep_call_target('group', 'name', 'number');
CREATE TRIGGER keep_queue_added AFTER INSERT OR UPDATE ON team FOR EACH ROW WHEN (NEW.kind = 'queue')
  EXECUTE FUNCTION klinke.keep_call_target('queue', 'name', 'number');
CREATE TRIGGER keep_queue_removed AFTER DELETE ON team FOR EACH ROW WHEN (OLD.kind = 'queue')
  EXECUTE FUNCTION klinke.keep_call_target('queue', 'name', 'number');

-- Who belongs to a team, and who takes its calls now: outlives a restart. A member goes with its extension.
CREATE TABLE team_member (
  team_id      uuid NOT NULL REFERENCES team ON DELETE CASCADE,
  extension_id uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  position     integer NOT NULL,
  signed_in    boolean NOT NULL,
  paused       boolean NOT NULL,
  PRIMARY KEY (team_id, extension_id)
);
CREATE INDEX team_member_extension ON team_member (extension_id);
SELECT protect_tenant_table('team_member');
SELECT announce_tenant_changes('team_member');
