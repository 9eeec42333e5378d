-- How an invoice (level 0), or a letter of dunning about it, reaches the customer. The portal has it anyway.
CREATE TABLE invoice_delivery (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL REFERENCES invoice,
  level      integer NOT NULL DEFAULT 0 CHECK (level >= 0),
  way        text NOT NULL CHECK (way IN ('mail', 'paper')),
  -- Of mail: the address at the time.
  address    text,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
  attempts   integer NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL DEFAULT now(),
  last_error text,
  sent_at    timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT invoice_delivery_once UNIQUE (invoice_id, level, way)
);
CREATE INDEX invoice_delivery_due ON invoice_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX invoice_delivery_tenant ON invoice_delivery (tenant_id);
SELECT protect_tenant_table('invoice_delivery', 'tenant_id', 'SELECT');

-- What customers object to (BIL-07), in time or not at all.
CREATE TABLE invoice_objection (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL REFERENCES invoice,
  text       text NOT NULL,
  raised_by  text NOT NULL,
  raised_at  timestamptz NOT NULL DEFAULT now(),
  outcome    text CHECK (outcome IN ('accepted', 'refused')),
  answer     text,
  decided_by text,
  decided_at timestamptz,
  CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE INDEX invoice_objection_invoice ON invoice_objection (invoice_id);
CREATE INDEX invoice_objection_tenant ON invoice_objection (tenant_id);
SELECT protect_tenant_table('invoice_objection', 'tenant_id', 'SELECT, INSERT');

-- Levels of dunning that an invoice has gone through. Fees are damages, without VAT.
CREATE TABLE invoice_dunning (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL REFERENCES invoice,
  level      integer NOT NULL CHECK (level > 0),
  dunned_on  date NOT NULL,
  fee        money_micros NOT NULL CHECK (fee >= 0),
  pay_until  date NOT NULL,
  CONSTRAINT invoice_dunning_once UNIQUE (invoice_id, level)
);
CREATE INDEX invoice_dunning_tenant ON invoice_dunning (tenant_id);
SELECT protect_tenant_table('invoice_dunning', 'tenant_id', 'SELECT');
