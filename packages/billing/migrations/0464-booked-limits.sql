-- Which limits the contracts of a customer have set last: they are set again only when what is booked changes, so that what somebody grants by hand stays. Customers of
-- before are taken as they are (NULL): the next change of a contract sets what it changes.
CREATE TABLE booked_limit (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  limits    jsonb
);
SELECT protect_operator_table('booked_limit');
-- What follows by itself is nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON booked_limit;
-- Rows are hidden from the owner of the tables.
SET LOCAL ROLE klinke_operator;
INSERT INTO booked_limit (tenant_id) SELECT DISTINCT tenant_id FROM contract;
SET LOCAL ROLE NONE;
