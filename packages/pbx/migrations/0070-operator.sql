-- The operator position of a tenant (CALL-09): where its head number leads.
CREATE TABLE operator_position (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL CONSTRAINT operator_position_one UNIQUE REFERENCES tenant ON DELETE CASCADE,
  name       text NOT NULL,
  -- Internal number; null: only destinations lead here.
  number     text,
  settings   jsonb NOT NULL,
  -- Which of the two targets counts, or that the schedule says.
  mode       text NOT NULL DEFAULT 'automatic' CHECK (mode IN ('automatic', 'day', 'night'))
);
SELECT protect_tenant_table('operator_position');
SELECT announce_tenant_changes('operator_position');
SELECT register_call_targets('operator_position', 'operator', 'name', 'number');
SELECT track_destinations('operator_position', 'operator', 'id', 'name');

-- Who has switched it when. The newest are kept.
CREATE TABLE operator_switch (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES operator_position (tenant_id) ON DELETE CASCADE,
  switched_at timestamptz NOT NULL DEFAULT now(),
  mode        text NOT NULL,
  -- Digits of the extension that dialled the code; null: by the API.
  extension   text
);
CREATE INDEX operator_switch_newest ON operator_switch (tenant_id, id DESC);
SELECT protect_tenant_table('operator_switch');
