-- Imports go with their tenant.
ALTER TABLE import_run ADD FOREIGN KEY (tenant_id) REFERENCES tenant ON DELETE CASCADE;
