-- The number inventory (NUM-01, NUM-06): which tenant has which number, and what it leads to.
CREATE TABLE phone_number (
  e164             text PRIMARY KEY CHECK (e164 ~ '^\+[1-9][0-9]{6,14}$'),
  tenant_id        uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- Blocks are assigned and given back whole; both null for a single number.
  block_first      text,
  block_size       integer,
  extension_number text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, e164)
);
SELECT protect_tenant_table('phone_number', 'tenant_id', 'SELECT, UPDATE (extension_number)');
SELECT announce_tenant_changes('phone_number');
