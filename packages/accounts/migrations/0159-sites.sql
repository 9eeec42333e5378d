-- The sites of a tenant: from where its people call for help (NUM-07, EMG-01).
CREATE TABLE site (
  id               uuid PRIMARY KEY,
  tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name             text NOT NULL,
  is_main          boolean NOT NULL,
  area_code        text NOT NULL,
  -- Every address that it has had, has, and will have from a day on (EMG-06), in that order.
  addresses        jsonb NOT NULL DEFAULT '[]',
  -- Shown to 110 and 112; null: the first geographic number of the site.
  emergency_number text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT site_name UNIQUE (tenant_id, name),
  UNIQUE (tenant_id, id),
  CONSTRAINT site_emergency_number FOREIGN KEY (tenant_id, emergency_number)
    REFERENCES phone_number (tenant_id, e164) ON DELETE SET NULL (emergency_number)
);
CREATE UNIQUE INDEX site_main ON site (tenant_id) WHERE is_main;
SELECT protect_tenant_table('site');
SELECT announce_tenant_changes('site');

-- Documents that prove where a site is (NUM-02). The file lies in the blob store.
CREATE TABLE site_proof (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL,
  site_id     uuid NOT NULL,
  name        text NOT NULL,
  media_type  text NOT NULL,
  octets      integer NOT NULL,
  blob_key    text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX site_proof_site ON site_proof (tenant_id, site_id);
SELECT protect_tenant_table('site_proof');

-- A number belongs to a site; null: to the main one. Deferred, so that the order in which a tenant's things are deleted does not matter.
ALTER TABLE phone_number ADD COLUMN site_id uuid;
ALTER TABLE phone_number ADD CONSTRAINT phone_number_site FOREIGN KEY (tenant_id, site_id)
  REFERENCES site (tenant_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX phone_number_site ON phone_number (tenant_id, site_id);
GRANT UPDATE (site_id) ON phone_number TO klinke_app;
