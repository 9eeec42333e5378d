-- Contracts with customers (ORD-02): the sum of their events.
CREATE TABLE contract (
  id                  uuid PRIMARY KEY,
  tenant_id           uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  profile             text NOT NULL,
  begins_on           date NOT NULL,
  -- Last day, as the events say it; null: nobody has given notice.
  ends_on             date,
  -- When the profile's settings became those of the customer's exchange; null: not yet.
  settings_applied_at timestamptz,
  created_at          timestamptz NOT NULL,
  UNIQUE (tenant_id, id)
);
CREATE INDEX contract_profile ON contract (profile, id);
CREATE INDEX contract_to_begin ON contract (begins_on) WHERE settings_applied_at IS NULL;
SELECT protect_tenant_table('contract', 'tenant_id', 'SELECT');

CREATE TABLE contract_event (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL,
  contract_id uuid NOT NULL,
  -- In the order in which they were recorded, from 1.
  position    integer NOT NULL,
  kind        text NOT NULL,
  deed        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  UNIQUE (contract_id, position),
  FOREIGN KEY (tenant_id, contract_id) REFERENCES contract (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('contract_event', 'tenant_id', 'SELECT');
-- It goes with its tenant only.
REVOKE UPDATE, DELETE ON contract_event FROM klinke_operator;
CREATE TRIGGER is_final BEFORE UPDATE ON contract_event FOR EACH ROW EXECUTE FUNCTION refuse_catalogue_change();
