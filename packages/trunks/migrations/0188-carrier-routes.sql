-- What a minute costs over a carrier, by prefix; the whole list is replaced at a time, as carriers send it.
CREATE TABLE carrier_price_list (
  carrier_id uuid PRIMARY KEY REFERENCES carrier ON DELETE CASCADE,
  -- [{ prefix: '+4917…', microsPerMinute, validFrom, validUntil }], in the order of prefix and time.
  rates      jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_operator_table('carrier_price_list');

-- Which carriers have the numbers that begin with a prefix.
CREATE TABLE carrier_rule (
  id          uuid PRIMARY KEY,
  prefix      text NOT NULL CONSTRAINT carrier_rule_prefix UNIQUE CHECK (prefix ~ '^\+[1-9][0-9]{0,14}$'),
  effect      text NOT NULL CHECK (effect IN ('only', 'first', 'never')),
  carrier_ids uuid[] NOT NULL CHECK (cardinality(carrier_ids) BETWEEN 1 AND 32),
  note        text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
SELECT protect_operator_table('carrier_rule');

CREATE FUNCTION notify_carrier_routes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM klinke.announce(TG_ARGV[0], changed ->> TG_ARGV[1]);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_price_list AFTER INSERT OR UPDATE OR DELETE ON carrier_price_list
  FOR EACH ROW EXECUTE FUNCTION notify_carrier_routes('klinke_carrier_prices', 'carrier_id');
CREATE TRIGGER announce_carrier_rule AFTER INSERT OR UPDATE OR DELETE ON carrier_rule
  FOR EACH ROW EXECUTE FUNCTION notify_carrier_routes('klinke_carrier_rule', 'id');
