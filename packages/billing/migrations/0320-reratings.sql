-- Months of customers that are to be rated anew, because what their contracts give has changed for a time that had passed.
CREATE TABLE rerating (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- First day.
  month     date NOT NULL,
  wanted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- When it failed last.
  failed_at timestamptz,
  PRIMARY KEY (tenant_id, month)
);
SELECT protect_operator_table('rerating');
-- What becomes of calls by itself is nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON rerating;
