-- What customers owe and have paid, and how it is collected: SEPA mandates, direct debits, and what the bank says of them (BIL-07, BIL-08).

-- Whose account the money goes to: one for the installation.
CREATE TABLE sepa_creditor (
  id          boolean PRIMARY KEY DEFAULT true CHECK (id),
  name        text NOT NULL,
  creditor_id text NOT NULL,
  iban        text NOT NULL,
  bic         text
);
SELECT protect_operator_table('sepa_creditor');

-- The number by which a customer pays who receives no invoices of this installation: in transfers, and as reference of the mandate (BIL-08).
CREATE TABLE payer (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  number    bigint NOT NULL UNIQUE GENERATED ALWAYS AS IDENTITY (START WITH 10001)
);
SELECT protect_tenant_table('payer', 'tenant_id', 'SELECT, INSERT');

CREATE TABLE sepa_mandate (
  id                 uuid PRIMARY KEY,
  tenant_id          uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  reference          text NOT NULL CONSTRAINT sepa_mandate_reference UNIQUE CHECK (length(reference) <= 35),
  kind               text NOT NULL CHECK (kind IN ('recurring', 'one-off')),
  state              text NOT NULL CHECK (state IN ('given', 'active', 'used', 'revoked', 'lapsed')),
  account_holder     text NOT NULL,
  -- Of a payer who is not the customer; null: the customer.
  payer_address      text,
  iban               text NOT NULL,
  bic                text,
  signed_on          date NOT NULL,
  given_by           text NOT NULL CHECK (given_by IN ('portal', 'paper')),
  -- Who has given it in the portal, and from which address: the proof beside the words, as a signature is on paper.
  giver_name         text NOT NULL,
  giver_address      text,
  -- The signed copy in the blob store.
  document_key       text,
  document_type      text,
  document_sha256    text,
  is_first_collected boolean NOT NULL DEFAULT false,
  last_used_on       date,
  end_reason         text,
  created_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id)
);
-- One at a time is collected by.
CREATE UNIQUE INDEX sepa_mandate_live ON sepa_mandate (tenant_id) WHERE kind = 'recurring' AND state IN ('active', 'used');
CREATE INDEX sepa_mandate_tenant ON sepa_mandate (tenant_id);
SELECT protect_tenant_table('sepa_mandate', 'tenant_id', 'SELECT, INSERT, UPDATE');

-- What a customer owes, by document. Never changed: what is paid stands in payment_entry.
CREATE TABLE open_item (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  kind          text NOT NULL CHECK (kind IN ('invoice', 'return-fee')),
  -- Of the document, which payers name.
  number        text NOT NULL CONSTRAINT open_item_number UNIQUE,
  amount_micros money_micros NOT NULL CHECK (amount_micros > 0 AND amount_micros % 10000 = 0),
  currency      currency_code NOT NULL,
  issued_on     date NOT NULL,
  due_on        date NOT NULL,
  -- The day from which the payer knows of the direct debit, because the document says so; null: a mail tells it.
  announced_on  date,
  created_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id)
);
CREATE INDEX open_item_tenant ON open_item (tenant_id);
SELECT protect_tenant_table('open_item', 'tenant_id', 'SELECT');

-- The book of what has come and gone: only ever added to. What is still open of an item is its amount less the sum of its entries.
CREATE TABLE payment_entry (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL,
  open_item_id  uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('debit', 'return', 'transfer', 'undone', 'credit')),
  amount_micros money_micros NOT NULL CHECK (amount_micros <> 0 AND amount_micros % 10000 = 0),
  currency      currency_code NOT NULL,
  booked_on     date NOT NULL,
  -- What it comes from: nothing is booked twice.
  source        text NOT NULL CONSTRAINT payment_entry_source UNIQUE,
  bank_entry_id uuid,
  noted_by      text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, open_item_id) REFERENCES open_item (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX payment_entry_item ON payment_entry (tenant_id, open_item_id);
CREATE INDEX payment_entry_bank ON payment_entry (bank_entry_id);
SELECT protect_tenant_table('payment_entry', 'tenant_id', 'SELECT');

-- Files of direct debits for the bank.
CREATE TABLE sepa_batch (
  id           uuid PRIMARY KEY,
  message_id   text NOT NULL UNIQUE,
  made_at      timestamptz NOT NULL DEFAULT now(),
  made_by      text NOT NULL,
  debits       integer NOT NULL,
  total_micros money_micros NOT NULL,
  currency     currency_code NOT NULL,
  content      text NOT NULL,
  sha256       text NOT NULL,
  -- From then on it is what the bank has.
  given_out_at timestamptz,
  given_out_by text
);
SELECT protect_operator_table('sepa_batch');

CREATE TABLE direct_debit (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL,
  open_item_id  uuid NOT NULL,
  mandate_id    uuid NOT NULL,
  amount_micros money_micros NOT NULL CHECK (amount_micros > 0),
  currency      currency_code NOT NULL,
  due_on        date NOT NULL,
  attempt       integer NOT NULL CHECK (attempt > 0),
  state         text NOT NULL CHECK (state IN ('announced', 'batched', 'collected', 'returned', 'cancelled')),
  sequence      text CHECK (sequence IN ('FRST', 'RCUR', 'OOFF')),
  batch_id      uuid REFERENCES sepa_batch,
  end_to_end_id text NOT NULL CONSTRAINT direct_debit_end_to_end UNIQUE CHECK (length(end_to_end_id) <= 35),
  announced_at  timestamptz NOT NULL DEFAULT now(),
  reason        text,
  returned_on   date,
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, open_item_id) REFERENCES open_item (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, mandate_id) REFERENCES sepa_mandate (tenant_id, id) ON DELETE CASCADE
);
-- Nothing is collected twice at a time.
CREATE UNIQUE INDEX direct_debit_live ON direct_debit (open_item_id) WHERE state IN ('announced', 'batched', 'collected');
CREATE INDEX direct_debit_tenant ON direct_debit (tenant_id, open_item_id);
CREATE INDEX direct_debit_mandate ON direct_debit (tenant_id, mandate_id);
CREATE INDEX direct_debit_batch ON direct_debit (batch_id);
SELECT protect_tenant_table('direct_debit', 'tenant_id', 'SELECT');

-- Files of the bank. The same one is taken once.
CREATE TABLE bank_file (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('pain.002', 'camt.053', 'camt.054')),
  message_id text NOT NULL,
  name       text NOT NULL,
  sha256     text NOT NULL,
  taken_at   timestamptz NOT NULL DEFAULT now(),
  taken_by   text NOT NULL,
  -- What became of it: returns, transfers that were matched, unclear ones, entries that were known already or concern nothing.
  counts     jsonb NOT NULL,
  CONSTRAINT bank_file_message UNIQUE (kind, message_id)
);
SELECT protect_operator_table('bank_file');

-- Transfers to the account.
CREATE TABLE bank_entry (
  id            uuid PRIMARY KEY,
  bank_file_id  uuid NOT NULL REFERENCES bank_file,
  entry_key     text NOT NULL CONSTRAINT bank_entry_key UNIQUE,
  amount_micros money_micros NOT NULL CHECK (amount_micros > 0),
  currency      currency_code NOT NULL,
  booked_on     date NOT NULL,
  payer_name    text,
  payer_iban    text,
  remittance    text NOT NULL,
  state         text NOT NULL CHECK (state IN ('matched', 'unclear')),
  why           text,
  -- Whose it is, or seems to be.
  tenant_id     uuid REFERENCES tenant ON DELETE SET NULL
);
CREATE INDEX bank_entry_file ON bank_entry (bank_file_id);
CREATE INDEX bank_entry_tenant ON bank_entry (tenant_id);
CREATE INDEX bank_entry_unclear ON bank_entry (id) WHERE state = 'unclear';
SELECT protect_operator_table('bank_entry');

-- What was booked or given out stays as it is. What goes with a deleted customer goes: its row is gone before (and the owner, who deletes it, sees no tenant).
CREATE FUNCTION booked_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM klinke.tenant WHERE id = OLD.tenant_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'What is booked in % is never changed.', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER booked_stays BEFORE UPDATE OR DELETE ON payment_entry FOR EACH ROW EXECUTE FUNCTION booked_stays();
CREATE TRIGGER booked_stays BEFORE UPDATE OR DELETE ON open_item FOR EACH ROW EXECUTE FUNCTION booked_stays();

CREATE FUNCTION given_out_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.given_out_at IS NULL THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
  RAISE EXCEPTION 'A file that was given out is never changed.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER given_out_stays BEFORE UPDATE OR DELETE ON sepa_batch FOR EACH ROW EXECUTE FUNCTION given_out_stays();
