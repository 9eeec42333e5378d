-- Changes of trunks that are operations of the catalogue (TRK-16), with what was before, so that each can be taken back.
CREATE TABLE customer_trunk_change (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  trunk_id   uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('numbers', 'sites', 'places', 'access', 'product')),
  -- In both languages, as they were told.
  effects    jsonb NOT NULL,
  -- Accounts with their HA1, so that a PBX goes on with its old password when the change is taken back.
  before     jsonb NOT NULL,
  after      jsonb NOT NULL,
  made_by    text NOT NULL,
  made_at    timestamptz NOT NULL DEFAULT now(),
  undone_by  text,
  undone_at  timestamptz,
  FOREIGN KEY (tenant_id, trunk_id) REFERENCES customer_trunk (tenant_id, id) ON DELETE CASCADE,
  CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE INDEX customer_trunk_change_trunk ON customer_trunk_change (tenant_id, trunk_id, id);
SELECT protect_tenant_table('customer_trunk_change');

-- A block of a trunk is put at another site, as single numbers are.
GRANT UPDATE (site_id, updated_at) ON number_range TO klinke_app;
