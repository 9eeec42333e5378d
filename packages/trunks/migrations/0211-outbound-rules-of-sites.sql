-- What may be dialled from a site (FRD-02): between the customer and the extension.
ALTER TABLE outbound_settings ADD COLUMN site_id uuid,
  DROP CONSTRAINT outbound_settings_check,
  ADD CONSTRAINT outbound_settings_owner CHECK (id = coalesce(extension_id, site_id, tenant_id) AND (extension_id IS NULL OR site_id IS NULL)),
  ADD CONSTRAINT outbound_settings_site FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE;
CREATE INDEX outbound_settings_site ON outbound_settings (tenant_id, site_id) WHERE site_id IS NOT NULL;

ALTER TABLE outbound_exception ADD COLUMN site_id uuid,
  DROP CONSTRAINT outbound_exception_target,
  ADD CONSTRAINT outbound_exception_target UNIQUE NULLS NOT DISTINCT (tenant_id, extension_id, site_id, target),
  ADD CONSTRAINT outbound_exception_site FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE;
CREATE INDEX outbound_exception_site ON outbound_exception (tenant_id, site_id) WHERE site_id IS NOT NULL;

ALTER TABLE outbound_release ADD COLUMN site_id uuid,
  ADD CONSTRAINT outbound_release_site FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE;
CREATE INDEX outbound_release_site ON outbound_release (tenant_id, site_id) WHERE site_id IS NOT NULL;
