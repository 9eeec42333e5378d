-- An extension stands at a site (NUM-07); null: at the main one.
ALTER TABLE extension ADD COLUMN site_id uuid;
ALTER TABLE extension ADD CONSTRAINT extension_site FOREIGN KEY (tenant_id, site_id)
  REFERENCES site (tenant_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX extension_site ON extension (tenant_id, site_id);
