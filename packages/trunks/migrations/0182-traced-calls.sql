-- Malicious-call identification (Fangschaltung, § 14 TDDDG, CLI-06): on a documented request the numbers of those who call a number are kept, hidden
-- ones too, in a window of time.
CREATE TABLE trace_order (
  id                uuid PRIMARY KEY,
  tenant_id         uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- The number that is called.
  number            text NOT NULL CHECK (number ~ '^\+[1-9][0-9]{5,14}$'),
  reason            text NOT NULL,
  -- The document by which the customer has asked for it.
  request_reference text NOT NULL,
  valid_from        timestamptz NOT NULL,
  valid_until       timestamptz NOT NULL,
  -- Calls are deleted so long after they came.
  keep_days         integer NOT NULL,
  -- Who is called may mark a call by code.
  user_may_mark     boolean NOT NULL,
  ordered_by        text NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT now(),
  -- The report is given out in two steps by two persons.
  release_reason    text,
  release_asked_by  text,
  release_asked_id  text,
  release_asked_at  timestamptz,
  released_by       text,
  released_at       timestamptz,
  -- When the report was read last, and by whom.
  read_by           text,
  read_at           timestamptz,
  UNIQUE (tenant_id, id),
  CHECK (valid_until > valid_from),
  CHECK (released_at IS NULL OR release_asked_at IS NOT NULL)
);
SELECT protect_tenant_table('trace_order', 'tenant_id', 'SELECT');
SELECT announce_tenant_changes('trace_order');

-- What is kept of each call. Only the operator reads it, by the report.
CREATE TABLE traced_call (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL,
  order_id     uuid NOT NULL,
  sip_call_id  text NOT NULL,
  called_at    timestamptz NOT NULL,
  extension_id uuid,
  -- As the caller wants to be shown, and as the network vouches for.
  shown        text,
  asserted     text[] NOT NULL,
  display_name text,
  is_hidden    boolean NOT NULL,
  carrier      text NOT NULL,
  marked_at    timestamptz,
  delete_after timestamptz NOT NULL,
  FOREIGN KEY (tenant_id, order_id) REFERENCES trace_order (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX traced_call_order ON traced_call (order_id, called_at);
CREATE INDEX traced_call_tenant ON traced_call (tenant_id, called_at);
CREATE INDEX traced_call_end ON traced_call (delete_after);
SELECT protect_operator_table('traced_call');
