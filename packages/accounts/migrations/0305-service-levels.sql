-- What the built-in probes have measured (SLA-01): one row for each component, and its outages; no row for each probe. Nothing of it is personal.
CREATE TABLE service_component (
  component     text PRIMARY KEY CHECK (component IN ('signalling', 'calls', 'media', 'portal', 'upstream')),
  measured_from timestamptz NOT NULL,
  probed_at     timestamptz NOT NULL,
  good_at       timestamptz NOT NULL,
  -- Null: it works.
  down_since    timestamptz
);
SELECT protect_operator_table('service_component');

CREATE TABLE service_outage (
  id        uuid PRIMARY KEY,
  component text NOT NULL REFERENCES service_component,
  began_at  timestamptz NOT NULL,
  -- Null: it lasts.
  ended_at  timestamptz,
  -- A probe has failed, or nobody probed because the exchange itself was down.
  cause     text NOT NULL CHECK (cause IN ('failed', 'not-measured')),
  detail    text NOT NULL DEFAULT '',
  CHECK (ended_at >= began_at)
);
CREATE UNIQUE INDEX service_outage_open ON service_outage (component) WHERE ended_at IS NULL;
CREATE INDEX service_outage_time ON service_outage (component, began_at);
SELECT protect_operator_table('service_outage');

-- Maintenance that the operator announces (SLA-03).
CREATE TABLE maintenance_window (
  id           uuid PRIMARY KEY,
  title_de     text NOT NULL,
  title_en     text NOT NULL,
  text_de      text NOT NULL DEFAULT '',
  text_en      text NOT NULL DEFAULT '',
  from_time    timestamptz NOT NULL,
  until_time   timestamptz NOT NULL,
  components   text[] NOT NULL,
  -- Null: all customers.
  customers    uuid[],
  urgent       boolean NOT NULL DEFAULT false,
  -- When its time was said last: from then on notice runs.
  announced_at timestamptz NOT NULL,
  cancelled_at timestamptz,
  made_by      text NOT NULL,
  CHECK (until_time > from_time)
);
CREATE INDEX maintenance_window_time ON maintenance_window (from_time);
SELECT protect_operator_table('maintenance_window');

-- Whom it is still told, and whom it was told: one row for each customer and announcement.
CREATE TABLE maintenance_notice (
  id        uuid PRIMARY KEY,
  window_id uuid NOT NULL REFERENCES maintenance_window ON DELETE CASCADE,
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  kind      text NOT NULL CHECK (kind IN ('announced', 'changed', 'cancelled')),
  made_at   timestamptz NOT NULL,
  sent_at   timestamptz
);
CREATE INDEX maintenance_notice_waiting ON maintenance_notice (id) WHERE sent_at IS NULL;
CREATE INDEX maintenance_notice_tenant ON maintenance_notice (tenant_id, window_id);
SELECT protect_tenant_table('maintenance_notice', 'tenant_id', 'SELECT');
-- No person brings these about.
DROP TRIGGER IF EXISTS audit_change ON maintenance_notice;
DROP TRIGGER IF EXISTS audit_change ON service_component;
DROP TRIGGER IF EXISTS audit_change ON service_outage;

-- What the operator says of a fault on the status page.
CREATE TABLE service_incident (
  id         uuid PRIMARY KEY,
  title_de   text NOT NULL,
  title_en   text NOT NULL,
  components text[] NOT NULL,
  began_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  made_by    text NOT NULL
);
CREATE INDEX service_incident_time ON service_incident (began_at);
SELECT protect_operator_table('service_incident');
CREATE TABLE service_incident_news (
  id          uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES service_incident ON DELETE CASCADE,
  text_de     text NOT NULL,
  text_en     text NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX service_incident_news_incident ON service_incident_news (incident_id, id);
SELECT protect_operator_table('service_incident_news');
