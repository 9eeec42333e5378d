-- Numbers on their way to us or to another carrier: one number or block each, as the forms are (ORD-03, LAW-05).
CREATE TABLE porting (
  id             uuid PRIMARY KEY,
  tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  direction      text NOT NULL CHECK (direction IN ('in', 'out')),
  business_case  text NOT NULL CHECK (business_case IN ('VA-KUE-MRN', 'VA-KUE-ORN', 'VA-RRNP')),
  -- The number, or the first one of the block.
  e164           text NOT NULL,
  state          text NOT NULL CHECK (state IN ('draft', 'asked', 'rejected', 'agreed', 'scheduled', 'switched', 'done', 'cancelled')),
  -- The other carrier: its code in messages, such as DEU.ANDERER.
  carrier        text NOT NULL,
  -- Of the preliminary agreement; ours or, where the other carrier has asked, its.
  reference      text,
  -- Who has the line at the carrier that gives the numbers away, and where.
  holder         jsonb NOT NULL,
  attendant      text,
  directory_entry boolean NOT NULL DEFAULT false,
  keep_temporary boolean NOT NULL DEFAULT false,
  wished_for     date NOT NULL,
  agreed_for     date,
  window_from    timestamptz,
  window_until   timestamptz,
  codes          text[] NOT NULL DEFAULT '{}',
  remark         text NOT NULL DEFAULT '',
  created_by     text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id),
  CHECK ((window_from IS NULL) = (window_until IS NULL)),
  CHECK (window_until > window_from)
);
-- One at a time for each number.
CREATE UNIQUE INDEX porting_number ON porting (e164) WHERE state NOT IN ('done', 'cancelled');
CREATE UNIQUE INDEX porting_reference ON porting (reference);
CREATE INDEX porting_tenant ON porting (tenant_id, id);
CREATE INDEX porting_due ON porting (window_from) WHERE state = 'scheduled';
SELECT protect_tenant_table('porting');

-- What has happened to it, for ever.
CREATE TABLE porting_step (
  porting_id uuid NOT NULL,
  tenant_id  uuid NOT NULL,
  number     integer NOT NULL,
  step       text NOT NULL,
  state      text NOT NULL,
  by         text NOT NULL,
  at         timestamptz NOT NULL,
  detail     text NOT NULL DEFAULT '',
  PRIMARY KEY (porting_id, number),
  FOREIGN KEY (tenant_id, porting_id) REFERENCES porting (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX porting_step_tenant ON porting_step (tenant_id, porting_id);
SELECT protect_tenant_table('porting_step', 'tenant_id', 'SELECT');

-- Messages to other carriers until they are on their way, and those that have come, each once.
CREATE TABLE porting_message (
  id         uuid PRIMARY KEY,
  direction  text NOT NULL CHECK (direction IN ('to', 'from')),
  content    jsonb NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  handled_at timestamptz
);
CREATE INDEX porting_message_waiting ON porting_message (at) WHERE handled_at IS NULL;
SELECT protect_operator_table('porting_message');
CREATE SEQUENCE porting_reference_number AS bigint;
GRANT USAGE ON SEQUENCE porting_reference_number TO klinke_operator;
