-- Whether who calls is shown with whom he is connected (COLR, TRK-10): also for customers' own PBXs, by their trunk.
ALTER TABLE caller_identity
  ADD COLUMN trunk_id uuid,
  ADD COLUMN hides_connected boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT caller_identity_check,
  ADD CONSTRAINT caller_identity_owner CHECK (id = coalesce(extension_id, trunk_id, tenant_id) AND (extension_id IS NULL OR trunk_id IS NULL)),
  ADD CONSTRAINT caller_identity_trunk FOREIGN KEY (tenant_id, trunk_id) REFERENCES customer_trunk (tenant_id, id) ON DELETE CASCADE;
CREATE INDEX caller_identity_trunk ON caller_identity (tenant_id, trunk_id) WHERE trunk_id IS NOT NULL;
