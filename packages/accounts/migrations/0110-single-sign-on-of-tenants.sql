ALTER TABLE single_sign_on ADD CONSTRAINT single_sign_on_of FOREIGN KEY (tenant_id) REFERENCES tenant ON DELETE CASCADE;
