-- What people say of a measured outage: that it was none, or when it really was. What was measured stays; the newest word counts.
CREATE TABLE service_outage_correction (
  id        uuid PRIMARY KEY,
  outage_id uuid NOT NULL REFERENCES service_outage,
  at        timestamptz NOT NULL,
  by        text NOT NULL,
  reason    text NOT NULL,
  -- It was none.
  struck    boolean NOT NULL,
  began_at  timestamptz NOT NULL,
  ended_at  timestamptz NOT NULL,
  CHECK (ended_at >= began_at)
);
CREATE INDEX service_outage_correction_newest ON service_outage_correction (outage_id, id);
SELECT protect_operator_table('service_outage_correction');

-- Times in which nobody meant to measure a component, so that a day of nothing else is not shown as one without outage. Null: it lasts.
CREATE TABLE service_rest (
  id        uuid PRIMARY KEY,
  component text NOT NULL REFERENCES service_component,
  from_at   timestamptz NOT NULL,
  until_at  timestamptz,
  CHECK (until_at >= from_at)
);
CREATE UNIQUE INDEX service_rest_open ON service_rest (component) WHERE until_at IS NULL;
INSERT INTO service_rest (id, component, from_at) SELECT gen_random_uuid(), component, rests_since FROM service_component WHERE rests_since IS NOT NULL;
SELECT protect_operator_table('service_rest');
DROP TRIGGER IF EXISTS audit_change ON service_rest;
