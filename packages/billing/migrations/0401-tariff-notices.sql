-- Customers that were given a tariff by hand, and a version of it that they are told of (BIL-07).
CREATE TABLE tariff_notice (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- No reference: a version that is taken back is deleted, and who was told of it is told of that.
  version_id    uuid NOT NULL,
  tariff_name   text NOT NULL,
  valid_from    date NOT NULL,
  -- What changes for them, as the mail says it: [{ de, en }]
  changes       jsonb NOT NULL,
  told_at       timestamptz,
  -- Nobody administers the customer: it is told once somebody does.
  has_nobody    boolean NOT NULL DEFAULT false,
  withdrawn_at  timestamptz,
  withdrawal_told_at timestamptz,
  UNIQUE (version_id, tenant_id)
);
CREATE INDEX tariff_notice_open ON tariff_notice (id) WHERE (told_at IS NULL AND withdrawn_at IS NULL) OR (told_at IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawal_told_at IS NULL);
SELECT protect_tenant_table('tariff_notice', 'tenant_id', 'SELECT');
