-- Below this balance the customer is told by mail (BIL-09); null: as the product says, zero: never.
ALTER TABLE prepaid_account ADD COLUMN warn_below_micros money_micros CHECK (warn_below_micros >= 0 AND warn_below_micros % 10000 = 0);

-- What the exchange has noticed of a prepaid balance, so that each thing is told once: a row for each customer who was looked at.
CREATE TABLE prepaid_watch (
  tenant_id         uuid PRIMARY KEY REFERENCES prepaid_account ON DELETE CASCADE,
  -- The balance went below what the customer has set; null: it is not.
  low_since         timestamptz,
  -- More is owed than the balance covers (FRD-03); null: not.
  owing_since       timestamptz,
  -- When a lock of calls out was announced for that.
  lock_announced_at timestamptz
);
SELECT protect_tenant_table('prepaid_watch', 'tenant_id', 'SELECT');
-- No person brings these about.
DROP TRIGGER IF EXISTS audit_change ON prepaid_watch;

-- Mails about credit, one for each addressee, until the next server has taken them, and a while after.
CREATE TABLE prepaid_mail (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES prepaid_account ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('low', 'owing')),
  recipient   text NOT NULL,
  subject     text NOT NULL,
  text        text NOT NULL,
  created_at  timestamptz NOT NULL,
  next_at     timestamptz NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  last_error  text NOT NULL DEFAULT '',
  sent_at     timestamptz,
  -- Given up; `last_error` says why.
  failed_at   timestamptz
);
CREATE INDEX prepaid_mail_waiting ON prepaid_mail (next_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX prepaid_mail_tenant ON prepaid_mail (tenant_id);
SELECT protect_tenant_table('prepaid_mail', 'tenant_id', 'SELECT');
DROP TRIGGER IF EXISTS audit_change ON prepaid_mail;
