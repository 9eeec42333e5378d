-- What the control centre would have been told, as tests of 110 and 112 found it (LAW-03).
CREATE TABLE emergency_test (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  made_at      timestamptz NOT NULL DEFAULT now(),
  made_by      text NOT NULL,
  result       jsonb NOT NULL
);
CREATE INDEX emergency_test_of ON emergency_test (extension_id, id);
SELECT protect_tenant_table('emergency_test');
