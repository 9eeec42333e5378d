-- Tariffs, by name; what they say stands in their versions.
CREATE TABLE tariff (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CONSTRAINT tariff_name UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_operator_table('tariff');

CREATE TABLE tariff_version (
  id          uuid PRIMARY KEY,
  tariff_id   uuid NOT NULL REFERENCES tariff,
  valid_from  date NOT NULL,
  -- Last day; null: until the next version.
  valid_until date,
  currency    currency_code NOT NULL,
  -- As it was uploaded (packages/rating: TariffData), with its rule of rounding.
  document    jsonb NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT tariff_version_begin UNIQUE (tariff_id, valid_from)
);
SELECT protect_operator_table('tariff_version');

-- Rated calls name the version that priced them: what it says is never changed, and what has begun stays.
CREATE FUNCTION tariff_versions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.valid_from > current_date THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'A version of a tariff is not changed, and not deleted once it holds.';
END $$;
CREATE TRIGGER tariff_versions_stay BEFORE UPDATE OR DELETE ON tariff_version FOR EACH ROW EXECUTE FUNCTION tariff_versions_stay();

-- From which day on a customer has which tariff, with which bundles and flats.
CREATE TABLE customer_tariff (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  valid_from  date NOT NULL,
  tariff_id   uuid NOT NULL REFERENCES tariff,
  -- To which flats for all extensions are held.
  extensions  integer NOT NULL CHECK (extensions >= 0),
  -- [{ bundle, seats, isWithdrawn }]
  bundles     jsonb NOT NULL,
  assigned_by text NOT NULL,
  assigned_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT customer_tariff_begin UNIQUE (tenant_id, valid_from)
);
CREATE INDEX customer_tariff_tariff ON customer_tariff (tariff_id);
SELECT protect_tenant_table('customer_tariff', 'tenant_id', 'SELECT');
SELECT announce_tenant_changes('customer_tariff');

-- One row for each leg of a call that left, for ever under the id that it was told with.
CREATE TABLE rated_call (
  usage_id          text PRIMARY KEY,
  -- No references: as call records, it outlives what it names.
  tenant_id         uuid NOT NULL,
  call_id           text NOT NULL,
  -- First day of the month to which the call belongs, in the time zone of its tariff: that in which it was answered.
  month             date NOT NULL,
  answered_at       timestamptz,
  ended_at          timestamptz NOT NULL,
  called            text NOT NULL,
  billed_number     text NOT NULL,
  extension_id      text,
  site_id           text,
  trunk_id          text,
  origin            text NOT NULL,
  way               text NOT NULL,
  medium            text NOT NULL,
  outcome           text NOT NULL CHECK (outcome IN ('rated', 'free', 'put-aside')),
  -- Why it is free, or put aside.
  reason            text,
  tariff_version_id uuid,
  zone              text,
  prefix            text,
  is_inherited      boolean NOT NULL DEFAULT false,
  -- Somebody else bills it (BIL-10).
  is_separate       boolean NOT NULL DEFAULT false,
  seconds           integer NOT NULL DEFAULT 0,
  billed_seconds    integer NOT NULL DEFAULT 0,
  -- Sixtieths of a micro-unit: exact.
  amount_sixtieths  bigint NOT NULL DEFAULT 0 CHECK (amount_sixtieths >= 0),
  currency          currency_code,
  -- The parts at one price each, what bundles gave, and which gave nothing.
  pieces            jsonb NOT NULL DEFAULT '[]',
  declined          jsonb NOT NULL DEFAULT '[]',
  rated_at          timestamptz NOT NULL DEFAULT now(),
  -- The invoice on which it stands.
  invoice_id        uuid,
  CHECK ((outcome = 'rated') = (tariff_version_id IS NOT NULL AND currency IS NOT NULL)),
  CHECK ((outcome = 'rated') = (reason IS NULL))
);
CREATE INDEX rated_call_customer ON rated_call (tenant_id, month, ended_at, usage_id);
CREATE INDEX rated_call_aside ON rated_call (tenant_id, usage_id) WHERE outcome = 'put-aside';
CREATE INDEX rated_call_invoice ON rated_call (invoice_id) WHERE invoice_id IS NOT NULL;
SELECT protect_tenant_table('rated_call', 'tenant_id', 'SELECT');
DROP TRIGGER audit_change ON rated_call;

CREATE FUNCTION invoiced_calls_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The call % stands on an invoice: it is not rated anew.', OLD.usage_id;
END $$;
CREATE TRIGGER invoiced_calls_stay BEFORE UPDATE ON rated_call FOR EACH ROW
  WHEN (OLD.invoice_id IS NOT NULL AND (to_jsonb(OLD) - 'invoice_id') IS DISTINCT FROM (to_jsonb(NEW) - 'invoice_id'))
  EXECUTE FUNCTION invoiced_calls_stay();

-- What bundles have given, by month.
CREATE TABLE bundle_use (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  month     date NOT NULL,
  bundle    text NOT NULL,
  -- Extension, where each has its own; else empty.
  seat      text NOT NULL,
  seconds   bigint NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (tenant_id, month, bundle, seat)
) WITH (fillfactor = 50);
SELECT protect_tenant_table('bundle_use', 'tenant_id', 'SELECT');
DROP TRIGGER audit_change ON bundle_use;

-- How far call records are read. One row: whoever rates holds it.
CREATE TABLE rating_cursor (
  is_one     boolean PRIMARY KEY DEFAULT true CHECK (is_one),
  known      text,
  updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO rating_cursor DEFAULT VALUES;
SELECT protect_operator_table('rating_cursor');
DROP TRIGGER audit_change ON rating_cursor;
