-- Mails about prices that nobody took: how often each was refused, and when it is tried again. Kept, so that a restart does not try all at once.
ALTER TABLE tariff_notice ADD COLUMN refused integer NOT NULL DEFAULT 0, ADD COLUMN not_before timestamptz;
ALTER TABLE price_change_notice ADD COLUMN refused integer NOT NULL DEFAULT 0, ADD COLUMN not_before timestamptz;

-- Mails of customers who are told already, by another of their addresses: each is tried again by itself, until its address takes it or it is given up.
CREATE TABLE price_mail (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- Row of tariff_notice or price_change_notice.
  notice_id    uuid NOT NULL,
  recipient    text NOT NULL,
  subject      text NOT NULL,
  text         text NOT NULL,
  created_at   timestamptz NOT NULL,
  refused      integer NOT NULL DEFAULT 1,
  not_before   timestamptz NOT NULL,
  last_error   text NOT NULL,
  given_up_at  timestamptz
);
CREATE INDEX price_mail_waiting ON price_mail (not_before) WHERE given_up_at IS NULL;
CREATE INDEX price_mail_notice ON price_mail (notice_id);
CREATE INDEX price_mail_tenant ON price_mail (tenant_id);
SELECT protect_tenant_table('price_mail', 'tenant_id', 'SELECT');
-- No person brings these about.
DROP TRIGGER IF EXISTS audit_change ON price_mail;
