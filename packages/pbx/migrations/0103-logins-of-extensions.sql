-- A user's login goes with the extension.
ALTER TABLE extension ADD CONSTRAINT extension_of_tenant UNIQUE (tenant_id, id);
ALTER TABLE login ADD CONSTRAINT login_extension FOREIGN KEY (tenant_id, extension_id) REFERENCES extension (tenant_id, id) ON DELETE CASCADE;
