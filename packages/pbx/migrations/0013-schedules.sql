-- Opening hours (CALL-10): any number per tenant. Who refers to one as {"kind": "schedule", "targetId": …} keeps it from being deleted.
CREATE TABLE schedule (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name       text NOT NULL,
  settings   jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT schedule_name UNIQUE (tenant_id, name)
);
SELECT protect_tenant_table('schedule');
SELECT announce_tenant_changes('schedule');
SELECT register_call_targets('schedule', 'schedule', 'name');
