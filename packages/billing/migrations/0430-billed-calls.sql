-- An invoice run marked each call that it billed: ten million rows written anew every month, strewn over the whole table, since a customer's calls lie between
-- those of all others. Now calls stay as they were rated, and a line of an invoice says which are its own: those of its customer, month, version, zone and site
-- whose places lie in a range.
DROP TRIGGER invoiced_calls_stay ON rated_call;
DROP TRIGGER note_unbilled_months ON rated_call;
DROP TRIGGER note_unbilled_month ON rated_call;

-- In the order in which calls were rated, the last time. Nothing is rated while an invoice is issued, so that all places up to the last are known then.
CREATE SEQUENCE rated_call_place AS bigint;
GRANT USAGE, SELECT, UPDATE ON SEQUENCE rated_call_place TO klinke_operator;
ALTER TABLE rated_call ADD COLUMN place bigint;

CREATE TABLE billed_calls (
  -- No reference: as invoices, it outlives the customer.
  tenant_id         uuid NOT NULL,
  month             date NOT NULL,
  tariff_version_id uuid NOT NULL,
  zone              text NOT NULL,
  site_id           text,
  -- Places of its calls: after the one, up to the other. Ranges of the same calls do not overlap.
  after_place       bigint NOT NULL,
  until_place       bigint NOT NULL,
  invoice_id        uuid NOT NULL,
  CONSTRAINT billed_calls_some CHECK (after_place < until_place),
  CONSTRAINT billed_calls_once UNIQUE NULLS NOT DISTINCT (tenant_id, month, tariff_version_id, zone, site_id, after_place)
);
CREATE INDEX billed_calls_invoice ON billed_calls (invoice_id);
SELECT protect_tenant_table('billed_calls', 'tenant_id', 'SELECT');
-- What is issued has an entry of its own.
DROP TRIGGER audit_change ON billed_calls;

-- What is marked already: places so that the calls of a line are in a row.
SET LOCAL ROLE klinke_operator;
UPDATE rated_call SET place = numbered.place
FROM (SELECT usage_id, row_number() OVER (ORDER BY tenant_id, month, tariff_version_id, zone, site_id, invoice_id) AS place FROM rated_call) AS numbered
WHERE rated_call.usage_id = numbered.usage_id;
INSERT INTO billed_calls (tenant_id, month, tariff_version_id, zone, site_id, after_place, until_place, invoice_id)
SELECT tenant_id, month, tariff_version_id, zone, site_id, min(place) - 1, max(place), invoice_id FROM rated_call
WHERE invoice_id IS NOT NULL GROUP BY tenant_id, month, tariff_version_id, zone, site_id, invoice_id;
SELECT setval('rated_call_place', 1 + (SELECT count(*) FROM rated_call));
SET LOCAL ROLE NONE;
REVOKE UPDATE ON SEQUENCE rated_call_place FROM klinke_operator;

ALTER TABLE rated_call
  DROP COLUMN invoice_id,
  ALTER COLUMN place SET DEFAULT nextval('rated_call_place'),
  ALTER COLUMN place SET NOT NULL,
  RESET (fillfactor);

-- Each call, and the invoice on which it stands. Of what is charged elsewhere, or costs nothing, there is none.
CREATE VIEW call_with_invoice WITH (security_invoker = true) AS
SELECT call.*, billed.invoice_id
FROM rated_call AS call
LEFT JOIN billed_calls AS billed ON billed.tenant_id = call.tenant_id AND billed.month = call.month
  AND billed.tariff_version_id = call.tariff_version_id AND billed.zone = call.zone AND billed.site_id IS NOT DISTINCT FROM call.site_id
  AND call.place > billed.after_place AND call.place <= billed.until_place AND call.amount_sixtieths > 0 AND NOT call.is_separate;
GRANT SELECT ON call_with_invoice TO klinke_app, klinke_operator;

-- A call that is rated anew is known anew: a range that was billed before it does not hold it.
CREATE OR REPLACE FUNCTION invoiced_calls_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.amount_sixtieths > 0 AND NOT OLD.is_separate AND EXISTS (
    SELECT FROM klinke.billed_calls AS billed
    WHERE billed.tenant_id = OLD.tenant_id AND billed.month = OLD.month AND billed.tariff_version_id = OLD.tariff_version_id AND billed.zone = OLD.zone
      AND billed.site_id IS NOT DISTINCT FROM OLD.site_id AND OLD.place > billed.after_place AND OLD.place <= billed.until_place)
  THEN RAISE EXCEPTION 'The call % stands on an invoice: it is not rated anew.', OLD.usage_id;
  END IF;
  NEW.place := nextval('klinke.rated_call_place');
  RETURN NEW;
END $$;
CREATE TRIGGER invoiced_calls_stay BEFORE UPDATE ON rated_call FOR EACH ROW EXECUTE FUNCTION invoiced_calls_stay();

CREATE OR REPLACE FUNCTION note_unbilled_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.unbilled_month (tenant_id, month)
  SELECT DISTINCT tenant_id, month FROM rated
  WHERE amount_sixtieths > 0 AND NOT is_separate AND EXISTS (SELECT FROM klinke.tenant WHERE tenant.id = rated.tenant_id)
  ON CONFLICT (tenant_id, month) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER note_unbilled_months AFTER INSERT ON rated_call REFERENCING NEW TABLE AS rated
  FOR EACH STATEMENT EXECUTE FUNCTION note_unbilled_months();
CREATE TRIGGER note_unbilled_month AFTER UPDATE ON rated_call FOR EACH ROW
  WHEN (NEW.amount_sixtieths > 0 AND NOT NEW.is_separate AND (OLD.amount_sixtieths = 0 OR OLD.is_separate OR OLD.month <> NEW.month))
  EXECUTE FUNCTION note_unbilled_month();
