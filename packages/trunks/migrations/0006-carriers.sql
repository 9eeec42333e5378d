-- Carriers of the provider. Which authentication columns are set follows from the kind.
CREATE TABLE carrier (
  id              uuid PRIMARY KEY,
  name            text NOT NULL CONSTRAINT carrier_name UNIQUE,
  host            text NOT NULL,
  port            integer,
  transport       text NOT NULL CHECK (transport IN ('UDP', 'TCP', 'TLS')),
  username        text,
  -- Encrypted with the key file, which is not in the database.
  sealed_password text,
  expires_seconds integer,
  addresses       text[],
  outbound_format text NOT NULL CHECK (outbound_format IN ('e164', 'international', 'national', 'local')),
  priority        integer NOT NULL,
  srtp            text NOT NULL CHECK (srtp IN ('none', 'offered', 'required')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  updated_at      timestamptz NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(username, sealed_password, expires_seconds) IN (0, 3)),
  CHECK ((username IS NULL) <> (addresses IS NULL))
);
SELECT protect_operator_table('carrier');

CREATE FUNCTION notify_carrier_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('klinke_carrier', CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_carrier_change AFTER INSERT OR UPDATE OR DELETE ON carrier
  FOR EACH ROW EXECUTE FUNCTION notify_carrier_change();
