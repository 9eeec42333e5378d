-- What customers had in use, day by day, for items that are charged by it (BIL-03, REC-01): a row says that so much of something was there on each of these days.
CREATE TABLE counted_use (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  kind      text NOT NULL,
  -- The single thing, such as an extension; no foreign key: it is charged for after it is gone.
  subject   text NOT NULL,
  -- First and last day, in the customer's time zone.
  from_day  date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day),
  site_id   uuid,
  -- The most of these days.
  quantity  integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (tenant_id, kind, subject, from_day)
);
SELECT protect_operator_table('counted_use');
CREATE INDEX counted_use_days ON counted_use (tenant_id, until_day);
-- What is counted by itself is nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON counted_use;
