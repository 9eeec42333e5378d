-- Call flows (IVR-01 … IVR-03): a draft that is worked on, and the version that calls go through.
CREATE TABLE call_flow (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name        text NOT NULL,
  -- Internal number; null: nobody can dial it.
  number      text,
  draft       jsonb NOT NULL,
  -- Null until it is published for the first time.
  published   jsonb,
  version     integer,
  examples    jsonb NOT NULL DEFAULT '[]',
  created_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT call_flow_name UNIQUE (tenant_id, name)
);
SELECT protect_tenant_table('call_flow');
SELECT announce_tenant_changes('call_flow');
SELECT register_call_targets('call_flow', 'flow', 'name', 'number');
-- Draft, published version and examples hold what they lead to; versions of the past do not, and are checked when they come back.
SELECT track_destinations('call_flow', 'flow', 'id', 'name');

CREATE TABLE call_flow_version (
  flow_id      uuid NOT NULL REFERENCES call_flow ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  version      integer NOT NULL,
  graph        jsonb NOT NULL,
  note         text,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (flow_id, version)
);
SELECT protect_tenant_table('call_flow_version');
