-- Changed prices of a profile, of which its customers are told (BIL-07).
CREATE TABLE price_change (
  id          uuid PRIMARY KEY,
  profile     text NOT NULL,
  version_id  uuid NOT NULL REFERENCES product_profile_version,
  -- Name of the profile's rule of notice.
  rule        text NOT NULL,
  -- The first day on which they are wanted; for who is told late they begin later.
  wanted_from date NOT NULL,
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL
);
CREATE INDEX price_change_profile ON price_change (profile, id);
SELECT protect_operator_table('price_change');

CREATE TABLE price_change_notice (
  id          uuid PRIMARY KEY,
  change_id   uuid NOT NULL REFERENCES price_change,
  tenant_id   uuid NOT NULL,
  contract_id uuid NOT NULL,
  -- When the mail was handed over, and from which day on the prices hold for this contract.
  told_at     timestamptz,
  told_to     text[],
  holds_from  date,
  -- Why it has not been told: 'nobody-to-tell', or 'not-needed' for a contract that has these prices or has ended.
  problem     text CHECK (problem IN ('nobody-to-tell', 'not-needed')),
  UNIQUE (change_id, contract_id),
  CHECK ((told_at IS NULL) = (holds_from IS NULL)),
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contract (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX price_change_notice_contract ON price_change_notice (tenant_id, contract_id);
CREATE INDEX price_change_notice_open ON price_change_notice (change_id, id) WHERE told_at IS NULL;
SELECT protect_tenant_table('price_change_notice', 'tenant_id', 'SELECT');
