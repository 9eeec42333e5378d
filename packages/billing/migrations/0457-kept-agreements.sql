-- Agreements on processing on behalf (Art. 28 GDPR) prove after the end, too, on whose instructions data were processed: set apart when the customer is deleted, and kept
-- for as many years after that of its contracts' end as its profile says (`retention.agreementYears`; absent: six, as a contract, § 257 HGB, § 147 AO).
CREATE TABLE kept_agreement (
  -- The agreement's.
  id          uuid PRIMARY KEY,
  -- No reference: it outlives the customer.
  tenant_id   uuid NOT NULL,
  customer    text NOT NULL,
  version     text NOT NULL,
  accepted_by text NOT NULL,
  position    text NOT NULL,
  accepted_at timestamptz NOT NULL,
  -- Last day of the last contract; without one, or while one goes on, the day on which the customer was deleted.
  ended_on    date NOT NULL,
  keep_years  integer NOT NULL CHECK (keep_years BETWEEN 3 AND 10),
  -- The paper that was accepted, and its fingerprint.
  blob_key    text NOT NULL,
  sha256      text NOT NULL
);
CREATE INDEX kept_agreement_tenant ON kept_agreement (tenant_id, ended_on);
SELECT protect_tenant_table('kept_agreement', 'tenant_id', 'SELECT');
REVOKE UPDATE ON kept_agreement FROM klinke_operator;
-- The customer's own deletion stands in the log already.
DROP TRIGGER IF EXISTS audit_change ON kept_agreement;

-- Also against whoever asks: nothing goes before its years are over, and nothing is changed.
CREATE FUNCTION kept_agreement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND klinke.is_forgetting() AND NOT klinke.is_kept_by_law(OLD.ended_on, OLD.keep_years) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'The processing agreement % is kept.', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON kept_agreement FOR EACH ROW EXECUTE FUNCTION kept_agreement_stays();

-- Demo customers have agreed to nothing.
CREATE FUNCTION keep_agreements_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO klinke.kept_agreement (id, tenant_id, customer, version, accepted_by, position, accepted_at, ended_on, keep_years, blob_key, sha256)
  SELECT id, OLD.id, OLD.name, version, accepted_by, position, accepted_at,
    coalesce((SELECT max(coalesce(ends_on, current_date)) FROM klinke.contract WHERE tenant_id = OLD.id), current_date),
    coalesce((OLD.profile #>> '{retention,agreementYears}')::integer, 6), blob_key, sha256
  FROM klinke.processing_agreement WHERE tenant_id = OLD.id
  ON CONFLICT (id) DO NOTHING;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_agreements BEFORE DELETE ON tenant FOR EACH ROW WHEN (OLD.demo_until IS NULL) EXECUTE FUNCTION keep_agreements_of_deleted();

-- Papers move out of the folder of their customer, which goes with it.
GRANT UPDATE (blob_key) ON processing_agreement TO klinke_operator;
