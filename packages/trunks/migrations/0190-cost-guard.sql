-- Guard against costs (FRD-03 to FRD-05, TRK-11): what administrators set, below the operator's limits, which stand in the tenant's profile.
CREATE TABLE guard_settings (
  tenant_id          uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  -- As `limits` of the profile: minutes, millionths of the currency, calls at a time.
  limits             jsonb NOT NULL DEFAULT '{}',
  hold_new_countries boolean NOT NULL DEFAULT false,
  -- A schedule as a destination; null: no business hours.
  business_hours     jsonb,
  -- Patterns of User-Agent; none: all may call.
  extension_agents   text[] NOT NULL DEFAULT '{}',
  trunk_agents       text[] NOT NULL DEFAULT '{}',
  -- Null: to all administrators.
  mail_to            text
);
SELECT protect_tenant_table('guard_settings');
SELECT announce_tenant_changes('guard_settings');
SELECT track_destinations('guard_settings', 'cost-guard', 'tenant_id');

-- Countries that were called, or wanted to be: `networks` are those that belong to no country.
CREATE TABLE guard_country (
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  country      text NOT NULL CHECK (country ~ '^([A-Z]{2}|networks)$'),
  state        text NOT NULL CHECK (state IN ('waiting', 'allowed', 'refused')),
  -- The call that asked for it first; null: somebody has allowed it before.
  number       text,
  extension_id uuid,
  asked_at     timestamptz NOT NULL DEFAULT now(),
  decided_by   text,
  decided_at   timestamptz,
  PRIMARY KEY (tenant_id, country)
);
SELECT protect_tenant_table('guard_country');
SELECT announce_tenant_changes('guard_country');

-- Locks by the provider (FRD-03, FRD-04). Customers read them.
CREATE TABLE guard_lock (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  cause         text NOT NULL CHECK (cause IN ('breach', 'surge', 'negative-balance', 'security')),
  services      text NOT NULL CHECK (services IN ('international', 'service-numbers', 'all')),
  reason        text NOT NULL,
  announced_at  timestamptz NOT NULL,
  outgoing_from timestamptz NOT NULL,
  full_from     timestamptz,
  lifted_at     timestamptz,
  locked_by     text NOT NULL,
  lifted_by     text,
  CHECK (full_from >= outgoing_from),
  -- A full lock for a surge or a negative balance comes no earlier than one week later (FRD-03 [F]).
  CHECK (cause NOT IN ('surge', 'negative-balance') OR full_from >= outgoing_from + interval '168 hours')
);
CREATE INDEX guard_lock_tenant ON guard_lock (tenant_id);
SELECT protect_tenant_table('guard_lock');
SELECT announce_tenant_changes('guard_lock');

-- Days for which the operator has lifted the limits of a customer.
CREATE TABLE guard_lift (
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- ISO 8601, where the customer is.
  date      text NOT NULL,
  lifted_by text NOT NULL,
  PRIMARY KEY (tenant_id, date)
);
SELECT protect_tenant_table('guard_lift');
SELECT announce_tenant_changes('guard_lift');

-- What administrators were told of, once each.
CREATE TABLE guard_event (
  id        uuid PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  at        timestamptz NOT NULL DEFAULT now(),
  kind      text NOT NULL,
  once_key  text NOT NULL,
  german    text NOT NULL,
  english   text NOT NULL,
  CONSTRAINT guard_event_once UNIQUE (tenant_id, once_key)
);
CREATE INDEX guard_event_newest ON guard_event (tenant_id, id);
SELECT protect_tenant_table('guard_event', 'tenant_id', 'SELECT, INSERT');
