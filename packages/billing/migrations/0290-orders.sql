-- Orders (ORD-01): what somebody wants, what has become of it, and each thing that is set up for it.
CREATE SEQUENCE product_order_number;
GRANT USAGE ON SEQUENCE product_order_number TO klinke_operator;

CREATE TABLE product_order (
  id             uuid PRIMARY KEY,
  -- As people call it, such as B-000017.
  number         text NOT NULL UNIQUE,
  kind           text NOT NULL CHECK (kind IN ('new', 'change', 'move')),
  state          text NOT NULL,
  -- Null: the customer is not there yet, or not any more.
  tenant_id      uuid REFERENCES tenant ON DELETE SET NULL,
  profile        text NOT NULL,
  -- The version by which it was checked: its prices are those of the order.
  version_id     uuid NOT NULL REFERENCES product_profile_version,
  -- Empty once the customer is deleted.
  form           jsonb NOT NULL,
  -- The contract that it makes or changes.
  contract_id    uuid,
  -- When credentials were handed over (ORD-05).
  handed_over_at timestamptz,
  -- Provisioning has been asked for: what is due later is set up by itself.
  provisioning   boolean NOT NULL DEFAULT false,
  created_by     text NOT NULL,
  created_at     timestamptz NOT NULL
);
CREATE INDEX product_order_tenant ON product_order (tenant_id);
CREATE INDEX product_order_open ON product_order (state) WHERE state IN ('confirmed', 'provisioned', 'active');
SELECT protect_tenant_table('product_order', 'tenant_id', 'SELECT');

-- What happened to an order, in its order.
CREATE TABLE product_order_step (
  order_id  uuid NOT NULL REFERENCES product_order ON DELETE CASCADE,
  position  integer NOT NULL,
  step      text NOT NULL,
  state     text NOT NULL,
  by        text NOT NULL,
  at        timestamptz NOT NULL,
  reason    text NOT NULL,
  tenant_id uuid REFERENCES tenant ON DELETE SET NULL,
  PRIMARY KEY (order_id, position)
);
CREATE INDEX product_order_step_tenant ON product_order_step (tenant_id);
SELECT protect_tenant_table('product_order_step', 'tenant_id', 'SELECT');

-- What is set up for an order, one after the other; each is done in the transaction that says so.
CREATE TABLE product_order_task (
  order_id  uuid NOT NULL REFERENCES product_order ON DELETE CASCADE,
  position  integer NOT NULL,
  task      jsonb NOT NULL,
  -- Not before that day; null: at once.
  due       date,
  done_at   timestamptz,
  -- What was made, such as a number.
  result    text NOT NULL DEFAULT '',
  -- Why it could not be done, in both languages; null: nothing is wrong.
  trouble   jsonb,
  tenant_id uuid REFERENCES tenant ON DELETE SET NULL,
  PRIMARY KEY (order_id, position)
);
CREATE INDEX product_order_task_tenant ON product_order_task (tenant_id);
SELECT protect_tenant_table('product_order_task', 'tenant_id', 'SELECT');

-- Mails about orders: written with the step that they tell of, sent by themselves, and tried again while the mail server is away.
CREATE TABLE product_order_mail (
  id         uuid PRIMARY KEY,
  order_id   uuid NOT NULL REFERENCES product_order ON DELETE CASCADE,
  kind       text NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at    timestamptz,
  sent_to    text NOT NULL DEFAULT ''
);
CREATE INDEX product_order_mail_open ON product_order_mail (created_at) WHERE sent_at IS NULL;
CREATE INDEX product_order_mail_order ON product_order_mail (order_id);
SELECT protect_operator_table('product_order_mail');

-- Whoever deletes a customer deletes what its orders say of people; that there was an order stays.
CREATE FUNCTION empty_orders_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.tenant_id IS NOT NULL AND NEW.tenant_id IS NULL THEN
    NEW.state := 'deleted';
    NEW.form := '{}';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER empties_when_deleted BEFORE UPDATE ON product_order FOR EACH ROW EXECUTE FUNCTION empty_orders_of_deleted();

CREATE FUNCTION empty_tasks_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.tenant_id IS NOT NULL AND NEW.tenant_id IS NULL THEN
    NEW.task := '{}';
    NEW.result := '';
    NEW.trouble := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER empties_when_deleted BEFORE UPDATE ON product_order_task FOR EACH ROW EXECUTE FUNCTION empty_tasks_of_deleted();
