-- Prefixes that have become mobile in some country: they cost what its mobile numbers cost, until a tariff names them (BIL-05). One list for all tariffs,
-- replaced whole; those of Germany are in the numbering plan.
CREATE TABLE mobile_prefixes (
  is_one     boolean PRIMARY KEY DEFAULT true CHECK (is_one),
  -- [{ prefix, country }]
  prefixes   jsonb NOT NULL DEFAULT '[]',
  changed_by text,
  updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO mobile_prefixes DEFAULT VALUES;
SELECT protect_operator_table('mobile_prefixes');

-- Who counts costs while calls run reads all tariffs again.
CREATE FUNCTION announce_mobile_prefixes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM klinke.announce('klinke_tenant', concat_ws(' ', tenant_id, 'customer_tariff', id)) FROM klinke.customer_tariff;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_mobile_prefixes AFTER UPDATE ON mobile_prefixes FOR EACH ROW EXECUTE FUNCTION announce_mobile_prefixes();

-- What is to be invoiced, without all that has been.
CREATE INDEX rated_call_open ON rated_call (tenant_id, month) WHERE invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate;
