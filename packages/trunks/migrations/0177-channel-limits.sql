-- Channels of data links and devices (TRK-06): how many calls to and from outside there may be at a time at a site, or of an extension.
CREATE TABLE channel_limit (
  -- The site, or the extension.
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  site_id      uuid,
  extension_id uuid REFERENCES extension ON DELETE CASCADE,
  -- In and out together; null: no limit.
  both_ways    integer CHECK (both_ways > 0),
  incoming     integer CHECK (incoming > 0),
  outgoing     integer CHECK (outgoing > 0),
  CHECK (num_nonnulls(site_id, extension_id) = 1),
  CHECK (id = coalesce(site_id, extension_id)),
  CHECK (num_nonnulls(both_ways, incoming, outgoing) > 0),
  FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX channel_limit_tenant ON channel_limit (tenant_id);
SELECT protect_tenant_table('channel_limit');
SELECT announce_tenant_changes('channel_limit');
