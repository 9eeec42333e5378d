-- Customers who pay before they call (BIL-09).
CREATE TABLE prepaid_account (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  currency  currency_code NOT NULL,
  opened_on date NOT NULL,
  -- When the contract has ended; what is left is paid back within a year after.
  ended_on  date CHECK (ended_on >= opened_on)
);
SELECT protect_tenant_table('prepaid_account', 'tenant_id', 'SELECT');

-- Each movement takes from one account what it gives to another, so that the book is always balanced; it is only ever added to.
CREATE TABLE prepaid_movement (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES prepaid_account ON DELETE CASCADE,
  kind          text NOT NULL CHECK (kind IN ('top-up', 'call', 'call-corrected', 'month', 'month-credit', 'refund')),
  from_account  text NOT NULL CHECK (from_account IN ('cash', 'balance', 'usage', 'months')),
  to_account    text NOT NULL CHECK (to_account IN ('cash', 'balance', 'usage', 'months')),
  amount_micros money_micros NOT NULL CHECK (amount_micros > 0),
  -- What it comes from: nothing is booked twice.
  source        text NOT NULL,
  noted_by      text NOT NULL,
  moved_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT prepaid_movement_source UNIQUE (tenant_id, source),
  CHECK (from_account <> to_account)
);
CREATE INDEX prepaid_movement_newest ON prepaid_movement (tenant_id, id);
SELECT protect_tenant_table('prepaid_movement', 'tenant_id', 'SELECT');
CREATE TRIGGER booked_stays BEFORE UPDATE OR DELETE ON prepaid_movement FOR EACH ROW EXECUTE FUNCTION booked_stays();

-- Payments by card, at whoever takes them.
CREATE TABLE prepaid_top_up (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES prepaid_account ON DELETE CASCADE,
  amount_micros money_micros NOT NULL CHECK (amount_micros > 0 AND amount_micros % 10000 = 0),
  state         text NOT NULL CHECK (state IN ('pending', 'paid', 'declined')),
  reference     text NOT NULL UNIQUE,
  begun_by      text NOT NULL,
  begun_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX prepaid_top_up_tenant ON prepaid_top_up (tenant_id);
SELECT protect_tenant_table('prepaid_top_up', 'tenant_id', 'SELECT');
