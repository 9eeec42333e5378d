-- Providers that a customer has by itself (TRK-12): as the operator's carriers, but a customer's own.
CREATE TABLE own_carrier (
  id              uuid PRIMARY KEY,
  tenant_id       uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name            text NOT NULL,
  host            text NOT NULL,
  port            integer CHECK (port BETWEEN 1 AND 65535),
  transport       text NOT NULL CHECK (transport IN ('UDP', 'TCP', 'TLS')),
  username        text,
  -- Encrypted with the key file, which is not in the database.
  sealed_password text,
  expires_seconds integer,
  addresses       text[],
  outbound_format text NOT NULL CHECK (outbound_format IN ('e164', 'international', 'national', 'local')),
  srtp            text NOT NULL CHECK (srtp IN ('none', 'offered', 'required')),
  profile         text,
  profile_changes jsonb NOT NULL DEFAULT '{}',
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT own_carrier_name UNIQUE (tenant_id, name),
  UNIQUE (tenant_id, id),
  CHECK (num_nonnulls(username, sealed_password, expires_seconds) IN (0, 3)),
  CHECK ((username IS NULL) <> (addresses IS NULL))
);
SELECT protect_tenant_table('own_carrier');
SELECT announce_tenant_changes('own_carrier');

-- Which sites call over it; a site belongs to exactly one. The line itself ends at one of them, whose address the provider knows.
CREATE TABLE own_carrier_site (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  carrier_id uuid NOT NULL,
  site_id    uuid NOT NULL,
  is_line    boolean NOT NULL,
  CONSTRAINT own_carrier_site_of_one UNIQUE (tenant_id, site_id),
  FOREIGN KEY (tenant_id, carrier_id) REFERENCES own_carrier (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX own_carrier_line ON own_carrier_site (carrier_id) WHERE is_line;
SELECT protect_tenant_table('own_carrier_site');
SELECT announce_tenant_changes('own_carrier_site');
