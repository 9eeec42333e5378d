-- Trunks sold to customers with an own PBX (TRK-01). What a product allows is not here but in the code that sells it.
CREATE TABLE customer_trunk (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name          text NOT NULL,
  product       text NOT NULL CHECK (product IN ('extended', 'extended-connect', 'extended-link', 'basic')),
  channels      integer NOT NULL CHECK (channels > 0),
  access        text NOT NULL CHECK (access IN ('registration', 'fixed-ip')),
  number_format text NOT NULL CHECK (number_format IN ('e164', 'international', 'national', 'local')),
  signalling    text NOT NULL CHECK (signalling IN ('sip-ddi', 'sipconnect', 'microsoft')),
  transport     text NOT NULL CHECK (transport IN ('UDP', 'TCP', 'TLS')),
  srtp          text NOT NULL CHECK (srtp IN ('none', 'offered', 'required')),
  -- Shown when the PBX names no number of its own (CLI-04).
  head_number   text,
  -- Null: at the main site.
  site_id       uuid,
  is_active     boolean NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT customer_trunk_name UNIQUE (tenant_id, name),
  UNIQUE (tenant_id, id),
  CONSTRAINT customer_trunk_head_number FOREIGN KEY (tenant_id, head_number)
    REFERENCES phone_number (tenant_id, e164) ON DELETE SET NULL (head_number),
  CONSTRAINT customer_trunk_site FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX customer_trunk_site ON customer_trunk (tenant_id, site_id);
SELECT protect_tenant_table('customer_trunk');
SELECT announce_tenant_changes('customer_trunk');
-- Numbers are led to it as to everything that takes calls.
SELECT register_call_targets('customer_trunk', 'trunk', 'name');

-- Accounts of PBXes that register; the password is kept as HA1 only.
CREATE TABLE customer_trunk_login (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  trunk_id   uuid NOT NULL,
  username   text NOT NULL,
  ha1_md5    text NOT NULL,
  ha1_sha256 text NOT NULL,
  -- First number of the block that it is for, and with which it goes; null: all numbers of the trunk.
  block      text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT customer_trunk_login_username UNIQUE (tenant_id, username),
  CONSTRAINT customer_trunk_login_block UNIQUE (tenant_id, block),
  FOREIGN KEY (tenant_id, trunk_id) REFERENCES customer_trunk (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, block) REFERENCES number_range (tenant_id, e164) ON DELETE CASCADE
);
CREATE INDEX customer_trunk_login_trunk ON customer_trunk_login (tenant_id, trunk_id);
SELECT protect_tenant_table('customer_trunk_login');
SELECT announce_tenant_changes('customer_trunk_login');

-- Addresses of PBXes that do not register: the primary one, and a secondary one.
CREATE TABLE customer_trunk_place (
  id        uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  trunk_id  uuid NOT NULL,
  position  smallint NOT NULL CHECK (position IN (1, 2)),
  -- Small letters.
  host      text NOT NULL CHECK (host = lower(host)),
  port      integer CHECK (port BETWEEN 1 AND 65535),
  UNIQUE (trunk_id, position),
  -- Whoever calls from there is known by it, so it is one PBX's, whichever customer's.
  CONSTRAINT customer_trunk_place_address UNIQUE NULLS NOT DISTINCT (host, port),
  FOREIGN KEY (tenant_id, trunk_id) REFERENCES customer_trunk (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('customer_trunk_place');
SELECT announce_tenant_changes('customer_trunk_place');
