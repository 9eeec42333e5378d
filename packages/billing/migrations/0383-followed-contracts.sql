-- How many events of a contract its customer's tariffs follow. What was recorded after them is known with the contract itself, in its own transaction: no month with
-- charged calls is billed until they are followed, or a flat rate booked for days that had passed and the calls of those days would both be charged.
CREATE TABLE followed_contract (
  -- No foreign key: whoever follows waits for nobody who changes a contract. It goes with its tenant, as contracts do.
  contract_id uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  events      integer NOT NULL CHECK (events >= 0)
);
SELECT protect_operator_table('followed_contract');
CREATE INDEX followed_contract_tenant ON followed_contract (tenant_id);
-- What follows by itself is nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON followed_contract;
