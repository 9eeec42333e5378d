-- Contracts and the orders that made them are business letters: kept for six years after the year of their end (§ 257 (1) no. 2, 3, (4) HGB, § 147 (1) no. 2, 3, (3) AO),
-- also when the customer's master data goes before (PRI-01). What is kept is set apart here when the customer is deleted; nobody works with it any more.
CREATE TABLE kept_contract (
  -- The contract's.
  id         uuid PRIMARY KEY,
  -- No reference: it outlives the customer.
  tenant_id  uuid NOT NULL,
  customer   text NOT NULL,
  -- Whom invoices went to, as they stood on them; null: nobody was entered.
  recipient  jsonb,
  profile    text NOT NULL,
  begins_on  date NOT NULL,
  -- Last day; of a contract that had not ended the day on which the customer was deleted.
  ended_on   date NOT NULL,
  -- What was agreed, in its order.
  events     jsonb NOT NULL,
  -- The forms by which it was ordered and changed.
  orders     jsonb NOT NULL
);
CREATE INDEX kept_contract_tenant ON kept_contract (tenant_id, ended_on);
SELECT protect_tenant_table('kept_contract', 'tenant_id', 'SELECT');
REVOKE UPDATE ON kept_contract FROM klinke_operator;
-- The customer's own deletion stands in the log already.
DROP TRIGGER IF EXISTS audit_change ON kept_contract;

-- Also against whoever asks: nothing goes before its years are over, and nothing is changed.
CREATE FUNCTION kept_contract_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND klinke.is_forgetting() AND NOT klinke.is_kept_by_law(OLD.ended_on, 6) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'The contract % is kept by law.', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON kept_contract FOR EACH ROW EXECUTE FUNCTION kept_contract_stays();

-- Demo customers have agreed to nothing.
CREATE FUNCTION keep_contracts_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.kept_contract (id, tenant_id, customer, recipient, profile, begins_on, ended_on, events, orders)
  SELECT contract.id, OLD.id, OLD.name,
    (SELECT jsonb_build_object('number', number, 'details', details) FROM klinke.invoice_recipient WHERE tenant_id = OLD.id),
    contract.profile, contract.begins_on, coalesce(contract.ends_on, current_date),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'deed', deed, 'at', recorded_at, 'by', recorded_by) ORDER BY position), '[]')
      FROM klinke.contract_event WHERE contract_id = contract.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'kind', kind, 'at', created_at, 'form', form) ORDER BY number), '[]')
      FROM klinke.product_order WHERE contract_id = contract.id AND tenant_id = OLD.id)
  FROM klinke.contract WHERE contract.tenant_id = OLD.id
  ON CONFLICT (id) DO NOTHING;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_contracts BEFORE DELETE ON tenant FOR EACH ROW WHEN (OLD.demo_until IS NULL) EXECUTE FUNCTION keep_contracts_of_deleted();
