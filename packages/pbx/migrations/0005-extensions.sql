-- The extensions of a tenant with their SIP accounts. The password is not kept: only HA1, which is of use for this realm alone.
CREATE TABLE extension (
  id              uuid PRIMARY KEY,
  tenant_id       uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  number          text NOT NULL CHECK (number ~ '^[1-9][0-9]{1,5}$'),
  name            text NOT NULL,
  sip_username    text NOT NULL,
  ha1_md5         text NOT NULL,
  ha1_sha256      text NOT NULL,
  outgoing_number text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT extension_number UNIQUE (tenant_id, number),
  CONSTRAINT extension_sip_username UNIQUE (tenant_id, sip_username),
  CONSTRAINT extension_outgoing_number FOREIGN KEY (tenant_id, outgoing_number)
    REFERENCES phone_number (tenant_id, e164) ON DELETE SET NULL (outgoing_number)
);
SELECT protect_tenant_table('extension');
SELECT announce_tenant_changes('extension');

-- A number leads to an extension of the same tenant, follows it when it is renumbered, and to nowhere when it is deleted.
ALTER TABLE phone_number ADD CONSTRAINT phone_number_extension FOREIGN KEY (tenant_id, extension_number)
  REFERENCES extension (tenant_id, number) ON UPDATE CASCADE ON DELETE SET NULL (extension_number);
