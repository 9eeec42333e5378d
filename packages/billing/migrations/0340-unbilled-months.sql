-- Months of customers in which calls are charged that stand on no invoice. An invoice run marks ten million calls: with the indexes that knew of the mark each
-- of them was written to five places. Now the mark is in none, so that PostgreSQL changes the row on its page alone (HOT), and runs find here where to look.
CREATE TABLE unbilled_month (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- First day.
  month     date NOT NULL,
  PRIMARY KEY (tenant_id, month)
);
SELECT protect_tenant_table('unbilled_month', 'tenant_id', 'SELECT');
-- What becomes of calls by itself is nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON unbilled_month;

SET LOCAL ROLE klinke_operator;
INSERT INTO unbilled_month (tenant_id, month)
SELECT DISTINCT tenant_id, month FROM rated_call
WHERE invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate AND EXISTS (SELECT FROM tenant WHERE tenant.id = rated_call.tenant_id);
SET LOCAL ROLE NONE;

-- Calls outlive their customer, months do not.
CREATE FUNCTION note_unbilled_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.unbilled_month (tenant_id, month)
  SELECT DISTINCT tenant_id, month FROM rated
  WHERE invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate AND EXISTS (SELECT FROM klinke.tenant WHERE tenant.id = rated.tenant_id)
  ON CONFLICT (tenant_id, month) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER note_unbilled_months AFTER INSERT ON rated_call REFERENCING NEW TABLE AS rated
  FOR EACH STATEMENT EXECUTE FUNCTION note_unbilled_months();

CREATE FUNCTION note_unbilled_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.unbilled_month (tenant_id, month)
  SELECT tenant.id, NEW.month FROM klinke.tenant WHERE tenant.id = NEW.tenant_id
  ON CONFLICT (tenant_id, month) DO NOTHING;
  RETURN NULL;
END $$;
-- Row by row, and only what has become open: marks of a run pass it by.
CREATE TRIGGER note_unbilled_month AFTER UPDATE ON rated_call FOR EACH ROW
  WHEN (NEW.invoice_id IS NULL AND NEW.amount_sixtieths > 0 AND NOT NEW.is_separate
    AND (OLD.invoice_id IS NOT NULL OR OLD.amount_sixtieths = 0 OR OLD.is_separate OR OLD.month <> NEW.month))
  EXECUTE FUNCTION note_unbilled_month();

DROP INDEX rated_call_open;
DROP INDEX rated_call_invoice;
-- Room on each page for rows with their mark; those of other customers beside them leave theirs once they are committed.
ALTER TABLE rated_call SET (fillfactor = 75);
