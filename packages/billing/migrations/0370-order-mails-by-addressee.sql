-- Each addressee of a mail about an order gets and is tried for itself: one address that is refused keeps nobody else's mail back, and nobody gets one twice.
ALTER TABLE product_order_mail
  -- Null: whom it goes to is not looked up yet.
  ADD COLUMN address   text,
  ADD COLUMN language  text,
  ADD COLUMN attempts  integer NOT NULL DEFAULT 0,
  ADD COLUMN next_at   timestamptz NOT NULL DEFAULT '-infinity',
  -- Given up; `last_error` says why.
  ADD COLUMN failed_at timestamptz,
  ADD COLUMN last_error text NOT NULL DEFAULT '';
DROP INDEX product_order_mail_open;
CREATE INDEX product_order_mail_open ON product_order_mail (next_at) WHERE sent_at IS NULL AND failed_at IS NULL;
