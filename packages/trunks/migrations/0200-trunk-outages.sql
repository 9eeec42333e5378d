-- When customers' PBXs were unreachable (BCP-01): for the customer to look at, and for an exchange that starts to know which ones still are.
CREATE TABLE trunk_outage (
  id        uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  trunk_id  uuid NOT NULL,
  began_at  timestamptz NOT NULL,
  -- Null: it lasts.
  ended_at  timestamptz,
  FOREIGN KEY (tenant_id, trunk_id) REFERENCES customer_trunk (tenant_id, id) ON DELETE CASCADE,
  CHECK (ended_at >= began_at)
);
CREATE INDEX trunk_outage_trunk ON trunk_outage (tenant_id, trunk_id, id);
CREATE UNIQUE INDEX trunk_outage_open ON trunk_outage (trunk_id) WHERE ended_at IS NULL;
SELECT protect_tenant_table('trunk_outage');
-- No person brings them about.
DROP TRIGGER audit_change ON trunk_outage;
