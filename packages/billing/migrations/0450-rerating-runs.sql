-- Rating a month anew, of one customer or of all, however many calls it has: first compared, then kept if somebody says so.
CREATE TABLE rerating_run (
  id         uuid PRIMARY KEY,
  -- First day.
  month      date NOT NULL,
  -- None: all customers. No reference: what was done outlives the customer.
  tenant_id  uuid,
  state      text NOT NULL CHECK (state IN ('comparing', 'compared', 'keeping', 'kept', 'cancelled')),
  -- Its customers are in it.
  is_listed  boolean NOT NULL DEFAULT false,
  started_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX rerating_run_at_work ON rerating_run (id) WHERE state IN ('comparing', 'keeping');
SELECT protect_operator_table('rerating_run');

-- How far a run is with each customer, and what it has found.
CREATE TABLE rerating_run_customer (
  run_id      uuid NOT NULL REFERENCES rerating_run ON DELETE CASCADE,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  place       integer NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'same', 'compared', 'changed', 'kept', 'problem')),
  -- Each call is to be read and to be rated: two of work. Both of what the run does now, to compare or to keep.
  work        bigint NOT NULL,
  done        bigint NOT NULL DEFAULT 0,
  -- What was found: calls on no invoice, those on one, those that would cost something else.
  calls       integer NOT NULL DEFAULT 0,
  invoiced    integer NOT NULL DEFAULT 0,
  different   integer NOT NULL DEFAULT 0,
  before      numeric NOT NULL DEFAULT 0,
  after       numeric NOT NULL DEFAULT 0,
  -- The first of them, and all in short: whether it is still the same when it is kept.
  differences jsonb NOT NULL DEFAULT '[]',
  digest      text,
  PRIMARY KEY (run_id, tenant_id)
);
CREATE INDEX rerating_run_customer_place ON rerating_run_customer (run_id, place);
CREATE INDEX rerating_run_customer_tenant ON rerating_run_customer (tenant_id);
SELECT protect_operator_table('rerating_run_customer');
-- What a run finds is nobody's deed.
DROP TRIGGER IF EXISTS audit_change ON rerating_run_customer;
