-- What may be dialled outside (FRD-01, FRD-02): what administrators set for a customer or one of its extensions. A level without a row has nothing of its own.
CREATE TABLE outbound_settings (
  -- The extension, or the tenant for the customer's own.
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id uuid REFERENCES extension ON DELETE CASCADE,
  -- Barring class (Sperrwerksklasse); null: as at the next wider level.
  class        smallint CHECK (class BETWEEN 0 AND 4),
  -- Another class while a schedule is open or closed; refers to the schedule as a destination.
  timed        jsonb,
  -- The telephone lock.
  locked       boolean NOT NULL DEFAULT false,
  CHECK (id = coalesce(extension_id, tenant_id)),
  CHECK (extension_id IS NOT NULL OR NOT locked)
);
SELECT protect_tenant_table('outbound_settings');
SELECT announce_tenant_changes('outbound_settings');
SELECT track_destinations('outbound_settings', 'outbound-rules');

-- Numbers or countries that are allowed or barred in spite of the class.
CREATE TABLE outbound_exception (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id uuid REFERENCES extension ON DELETE CASCADE,
  effect       text NOT NULL CHECK (effect IN ('allow', 'deny')),
  -- `+4930…`: all numbers that begin so; `AT`: all of a country.
  target       text NOT NULL CHECK (target ~ '^(\+[1-9][0-9]{0,14}|[A-Z]{2})$'),
  note         text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT outbound_exception_target UNIQUE NULLS NOT DISTINCT (tenant_id, extension_id, target)
);
SELECT protect_tenant_table('outbound_exception');
SELECT announce_tenant_changes('outbound_exception');

-- Bars of the product that are lifted for a customer by form, with who has done it.
CREATE TABLE outbound_release (
  id             uuid PRIMARY KEY,
  tenant_id      uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id   uuid REFERENCES extension ON DELETE CASCADE,
  target         text NOT NULL CHECK (target ~ '^(\+[1-9][0-9]{0,14}|[A-Z]{2})$'),
  form_reference text NOT NULL,
  -- ISO 8601, as it stands on the form.
  form_date      text NOT NULL,
  released_by    text NOT NULL,
  valid_from     timestamptz NOT NULL,
  valid_until    timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now(),
  CHECK (valid_until > valid_from)
);
SELECT protect_tenant_table('outbound_release');
SELECT announce_tenant_changes('outbound_release');
