-- Servers of a tenant that are told what happens.
CREATE TABLE webhook (
  id                  uuid PRIMARY KEY,
  tenant_id           uuid NOT NULL,
  url                 text NOT NULL,
  description         text NOT NULL DEFAULT '',
  topics              text[] NOT NULL,
  active              boolean NOT NULL DEFAULT true,
  secret_sealed       text NOT NULL,
  -- The secret before, which signs too until that time.
  old_secret_sealed   text,
  old_secret_until    timestamptz,
  -- Null while deliveries succeed.
  failing_since       timestamptz,
  created_at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_tenant ON webhook (tenant_id);
SELECT protect_tenant_table('webhook');
SELECT tell_row_changes('webhook');

-- What is to be delivered, and what became of it: also after a restart.
CREATE TABLE webhook_delivery (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL,
  webhook_id   uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
  type         text NOT NULL,
  body         text NOT NULL,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts     integer NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,
  last_status  integer,
  last_error   text,
  created_at   timestamptz NOT NULL,
  delivered_at timestamptz
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, id);
SELECT protect_tenant_table('webhook_delivery');
