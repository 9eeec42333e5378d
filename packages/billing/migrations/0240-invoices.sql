-- Who issues invoices: the operator's own data. One row.
CREATE TABLE invoice_issuer (
  id         boolean PRIMARY KEY DEFAULT true CHECK (id),
  details    jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_operator_table('invoice_issuer');

-- Who receives invoices of a customer, and how.
CREATE TABLE invoice_recipient (
  tenant_id  uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  number     text NOT NULL CONSTRAINT invoice_recipient_number UNIQUE,
  profile    text NOT NULL,
  details    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX invoice_recipient_profile ON invoice_recipient (profile);
SELECT protect_tenant_table('invoice_recipient', 'tenant_id', 'SELECT, UPDATE');

-- The last number of a range in a year. Taken in the transaction that issues: a number is used, or the row is as it was before.
CREATE TABLE invoice_number_range (
  prefix text NOT NULL,
  year   integer NOT NULL,
  last   integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (prefix, year)
);
SELECT protect_operator_table('invoice_number_range');

-- Runs over the customers of a profile (null: of all) for a month.
CREATE TABLE invoice_run (
  id           uuid PRIMARY KEY,
  profile      text,
  period_from  date NOT NULL,
  period_until date NOT NULL,
  state        text NOT NULL CHECK (state IN ('drafting', 'drafted', 'issuing', 'issued', 'undone')),
  -- The date that its invoices bear, once they are issued.
  issue_on     date,
  started_by   text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (state NOT IN ('issuing', 'issued') OR issue_on IS NOT NULL)
);
-- One at a time.
CREATE UNIQUE INDEX invoice_run_open ON invoice_run ((true)) WHERE state IN ('drafting', 'drafted', 'issuing');
SELECT protect_operator_table('invoice_run');

-- How far a run is with each customer.
CREATE TABLE invoice_run_customer (
  run_id    uuid NOT NULL REFERENCES invoice_run ON DELETE CASCADE,
  tenant_id uuid NOT NULL,
  -- Of the customer: the order in which invoices get their numbers.
  place     integer NOT NULL,
  name      text NOT NULL,
  state     text NOT NULL CHECK (state IN ('waiting', 'drafted', 'nothing', 'billed-before', 'problem', 'changed', 'issued')),
  -- A code and words in both languages.
  problem   jsonb,
  PRIMARY KEY (run_id, tenant_id)
);
CREATE INDEX invoice_run_customer_state ON invoice_run_customer (run_id, state, place);
SELECT protect_operator_table('invoice_run_customer');

-- Invoices and credit notes. `content` is all that stands on them. What is issued outlives its customer (§ 147 AO, § 14b UStG): no foreign key.
CREATE TABLE invoice (
  id             uuid PRIMARY KEY,
  tenant_id      uuid NOT NULL,
  run_id         uuid REFERENCES invoice_run,
  kind           text NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
  state          text NOT NULL CHECK (state IN ('draft', 'issued', 'partly-paid', 'paid', 'dunned', 'credited')),
  site_id        uuid,
  period_from    date NOT NULL,
  period_until   date NOT NULL,
  currency       currency_code NOT NULL,
  net            money_micros NOT NULL,
  tax            money_micros NOT NULL,
  gross          money_micros NOT NULL CHECK (gross >= 0),
  content        jsonb NOT NULL,
  -- Of all that went into it: whether a customer has changed since it was drafted.
  fingerprint    text NOT NULL,
  corrects_id    uuid REFERENCES invoice,
  number         text CONSTRAINT invoice_number UNIQUE,
  issued_on      date,
  due_on         date,
  issued_at      timestamptz,
  -- What changes after it was issued.
  paid           money_micros NOT NULL DEFAULT 0,
  credited       money_micros NOT NULL DEFAULT 0,
  dunning_level  integer NOT NULL DEFAULT 0,
  dun_after      date,
  documents_at   timestamptz,
  -- Why its documents could not be made yet.
  document_problem text,
  received_on    date,
  objection_until date,
  created_at     timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'draft') = (number IS NULL)),
  CHECK ((number IS NULL) = (issued_on IS NULL) AND (number IS NULL) = (due_on IS NULL) AND (number IS NULL) = (issued_at IS NULL))
);
-- A month of a customer, or of one of its sites, is billed by runs once.
CREATE UNIQUE INDEX invoice_once ON invoice (tenant_id, period_from, coalesce(site_id, '00000000-0000-0000-0000-000000000000'))
  WHERE run_id IS NOT NULL AND state <> 'draft';
CREATE INDEX invoice_tenant ON invoice (tenant_id, id);
CREATE INDEX invoice_run_id ON invoice (run_id, tenant_id);
CREATE INDEX invoice_corrects ON invoice (corrects_id);
CREATE INDEX invoice_without_documents ON invoice (issued_at) WHERE number IS NOT NULL AND documents_at IS NULL;
CREATE INDEX invoice_unpaid ON invoice (dun_after) WHERE state IN ('issued', 'partly-paid', 'dunned');
SELECT protect_tenant_table('invoice', 'tenant_id', 'SELECT');

-- What is issued stands for ever: only what becomes of it may change.
CREATE FUNCTION invoice_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lives text[] := ARRAY['state', 'paid', 'credited', 'dunning_level', 'dun_after', 'documents_at', 'document_problem', 'received_on', 'objection_until'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NULL THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'The invoice % is issued and cannot be deleted.', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.number IS NULL THEN RETURN NEW; END IF;
  IF to_jsonb(NEW) - lives IS DISTINCT FROM to_jsonb(OLD) - lives OR NEW.state = 'draft' THEN
    RAISE EXCEPTION 'The invoice % is issued and cannot be changed.', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_is_immutable BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_is_immutable();
CREATE FUNCTION invoices_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Invoices are not truncated.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER invoices_stay BEFORE TRUNCATE ON invoice FOR EACH STATEMENT EXECUTE FUNCTION invoices_stay();

-- The files of an invoice, in the blob store below the issuer's name. Made once, kept as they are.
CREATE TABLE invoice_document (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL REFERENCES invoice,
  kind       text NOT NULL CHECK (kind IN ('pdf', 'xrechnung-ubl', 'xrechnung-cii')),
  blob_key   text NOT NULL,
  octets     integer NOT NULL,
  sha256     text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT invoice_document_once UNIQUE (invoice_id, kind)
);
SELECT protect_tenant_table('invoice_document', 'tenant_id', 'SELECT');
CREATE FUNCTION invoice_document_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Documents of invoices are kept as they are.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER invoice_document_is_immutable BEFORE UPDATE OR DELETE ON invoice_document
  FOR EACH ROW EXECUTE FUNCTION invoice_document_is_immutable();
