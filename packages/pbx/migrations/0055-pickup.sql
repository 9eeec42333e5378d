-- Who may answer whose ringing phone (CALL-02): members of a pickup group answer each other's.
CREATE TABLE pickup_group (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name       text NOT NULL,
  CONSTRAINT pickup_group_name UNIQUE (tenant_id, name)
);
SELECT protect_tenant_table('pickup_group');
SELECT announce_tenant_changes('pickup_group');

CREATE TABLE pickup_group_member (
  group_id     uuid NOT NULL REFERENCES pickup_group ON DELETE CASCADE,
  extension_id uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  PRIMARY KEY (group_id, extension_id)
);
CREATE INDEX pickup_group_member_extension ON pickup_group_member (extension_id);
SELECT protect_tenant_table('pickup_group_member');
SELECT announce_tenant_changes('pickup_group_member');

-- Whom extensions may pick up by naming it. A tenant without a row lets everyone.
CREATE TABLE pickup_policy (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  directed  text NOT NULL CHECK (directed IN ('everyone', 'groups', 'nobody'))
);
SELECT protect_tenant_table('pickup_policy');
SELECT announce_tenant_changes('pickup_policy');
