-- What was deleted because its time was over, without what it was (PRI-01): rows are only ever added.
CREATE TABLE deletion_log (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- No reference: the proof outlives the tenant.
  tenant_id uuid NOT NULL,
  kind      text NOT NULL,
  -- How many, and the rule: all that is older.
  count     integer NOT NULL CHECK (count > 0),
  older_than timestamptz NOT NULL,
  at        timestamptz NOT NULL
);
CREATE INDEX deletion_log_tenant ON deletion_log (tenant_id, id);
SELECT protect_tenant_table('deletion_log', 'tenant_id', 'SELECT');
REVOKE UPDATE, DELETE ON deletion_log FROM klinke_operator;

-- Nights in which everything was looked through.
CREATE TABLE retention_night (
  day      date PRIMARY KEY,
  ended_at timestamptz NOT NULL
);
SELECT protect_operator_table('retention_night');

-- An invoice is in dispute: the calls that it is about are kept as long (PRI-01).
CREATE TABLE dispute_hold (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- The calls: from one day on, until another.
  from_day   date NOT NULL,
  until_day  date NOT NULL,
  reason     text NOT NULL,
  made_by    text NOT NULL,
  made_at    timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  CHECK (until_day >= from_day)
);
CREATE INDEX dispute_hold_tenant ON dispute_hold (tenant_id, id);
SELECT protect_tenant_table('dispute_hold', 'tenant_id', 'SELECT');
