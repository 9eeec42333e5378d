-- Books and what they rest on are kept for years after a customer is gone (§ 147 AO, § 257 HGB, § 14b UStG), and deleted then (PRI-01).
-- The years are held here, too: nothing goes before, whoever asks.
ALTER TABLE open_item DROP CONSTRAINT open_item_tenant_id_fkey;
ALTER TABLE sepa_mandate DROP CONSTRAINT sepa_mandate_tenant_id_fkey;
ALTER TABLE prepaid_account DROP CONSTRAINT prepaid_account_tenant_id_fkey;
-- A mandate goes fourteen months after its last collection, the direct debits stay in the books: they keep its id.
ALTER TABLE direct_debit DROP CONSTRAINT direct_debit_tenant_id_mandate_id_fkey;
CREATE INDEX open_item_issued ON open_item (tenant_id, issued_on);

-- All that was written in a year is kept for so many whole years after it.
CREATE FUNCTION is_kept_by_law(written date, years integer) RETURNS boolean LANGUAGE sql STABLE
  RETURN written >= make_date(extract(year FROM now())::integer - years, 1, 1);

CREATE OR REPLACE FUNCTION invoice_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lives text[] := ARRAY['state', 'paid', 'credited', 'dunning_level', 'dun_after', 'documents_at', 'document_problem', 'received_on', 'objection_until'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.number IS NULL THEN RETURN OLD; END IF;
    IF klinke.is_forgetting() AND NOT klinke.is_kept_by_law(OLD.issued_on, 8) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'The invoice % is issued and cannot be deleted.', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.number IS NULL THEN RETURN NEW; END IF;
  IF to_jsonb(NEW) - lives IS DISTINCT FROM to_jsonb(OLD) - lives OR NEW.state = 'draft' THEN
    RAISE EXCEPTION 'The invoice % is issued and cannot be changed.', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- What was booked or given out stays as it is, until its years are over; also when the customer is gone.
CREATE OR REPLACE FUNCTION booked_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  booked jsonb := to_jsonb(OLD);
BEGIN
  IF TG_OP = 'DELETE' AND klinke.is_forgetting()
    AND NOT klinke.is_kept_by_law(coalesce(booked ->> 'booked_on', booked ->> 'issued_on', booked ->> 'moved_at')::date, 10) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'What is booked in % is never changed.', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE OR REPLACE FUNCTION given_out_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.given_out_at IS NULL THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  IF TG_OP = 'DELETE' AND klinke.is_forgetting() AND NOT klinke.is_kept_by_law(OLD.made_at::date, 10) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'A file that was given out is never changed.' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE OR REPLACE FUNCTION invoice_document_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND klinke.is_forgetting()
    AND EXISTS (SELECT FROM klinke.invoice WHERE id = OLD.invoice_id AND NOT klinke.is_kept_by_law(issued_on, 8)) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Documents of invoices are kept as they are.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
