-- Who changed what, when, from where, and what it was before. Written by triggers, so that no change on behalf of a request is left out,
-- and in the transaction of the change, so that neither is there without the other. Rows are added, never changed or removed.
CREATE TABLE audit_log (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- No foreign keys: what was done outlives whom it was done to.
  tenant_id  uuid,
  actor_kind text NOT NULL,
  actor_id   text NOT NULL,
  actor_name text NOT NULL,
  address    text NOT NULL,
  -- Null outside a request of the API.
  request_id text,
  route      text,
  action     text NOT NULL,
  subject    text NOT NULL,
  subject_id text,
  before     jsonb,
  after      jsonb
);
CREATE INDEX audit_log_tenant ON audit_log (tenant_id, id);
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON audit_log FOR SELECT TO klinke_app USING (tenant_id = klinke.current_tenant());
CREATE POLICY adding ON audit_log FOR INSERT TO klinke_app, klinke_reseller WITH CHECK (true);
CREATE POLICY operator_reads ON audit_log FOR SELECT TO klinke_operator USING (true);
CREATE POLICY operator_adds ON audit_log FOR INSERT TO klinke_operator WITH CHECK (true);
GRANT SELECT, INSERT ON audit_log TO klinke_app, klinke_operator;

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only added to.';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();

-- The same value with `***` in place of what is secret: passwords, PINs, hashes, tokens, keys, wherever they stand in it.
CREATE FUNCTION without_secrets(value jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(key, CASE
        WHEN part <> 'null' AND jsonb_typeof(part) <> 'boolean' AND key ~* '(hash|sealed|ha1|secret|token|password|(^|_|[a-z])pin$|^pin|public_key)'
          THEN '"***"'::jsonb
        ELSE klinke.without_secrets(part) END), '{}'::jsonb)
      FROM jsonb_each(value) AS field (key, part))
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(klinke.without_secrets(part)), '[]'::jsonb) FROM jsonb_array_elements(value) AS part)
    ELSE value
  END;
END $$;

-- What is too long to be read is not kept either.
CREATE FUNCTION bounded(value jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN length(value::text) > 20000 THEN jsonb_build_object('characters', length(value::text)) ELSE value END;
$$;

CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor jsonb := current_setting('klinke.actor', true)::jsonb;
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  known jsonb := coalesce(new_row, old_row);
  tenant uuid := (known ->> TG_ARGV[0])::uuid;
  gone boolean := false;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, old_row -> key), jsonb_object_agg(key, new_row -> key) INTO old_row, new_row
      FROM jsonb_object_keys(new_row) AS key WHERE old_row -> key IS DISTINCT FROM new_row -> key AND key <> 'updated_at';
    IF new_row IS NULL THEN RETURN NULL; END IF;
  ELSIF TG_OP = 'DELETE' AND tenant IS NOT NULL AND TG_TABLE_NAME <> 'tenant' AND to_regclass('klinke.tenant') IS NOT NULL THEN
    -- What goes with a deleted tenant is not copied to where it would stay.
    EXECUTE 'SELECT NOT EXISTS (SELECT FROM klinke.tenant WHERE id = $1)' INTO gone USING tenant;
    IF gone THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO klinke.audit_log (tenant_id, actor_kind, actor_id, actor_name, address, request_id, route, action, subject, subject_id, before, after)
  VALUES (tenant, actor ->> 'kind', actor ->> 'id', actor ->> 'name', actor ->> 'address', actor ->> 'requestId', actor ->> 'route',
    CASE TG_OP WHEN 'INSERT' THEN 'created' WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END, TG_TABLE_NAME,
    coalesce(known ->> 'id', known ->> 'extension_id', known ->> 'e164', known ->> 'tenant_id'),
    klinke.bounded(klinke.without_secrets(old_row)), klinke.bounded(klinke.without_secrets(new_row)));
  PERFORM set_config('klinke.audited', 'yes', true);
  RETURN NULL;
END $$;

-- Changes of the table on behalf of a request are audited; what calls and jobs write is not, and costs nothing.
CREATE FUNCTION audit_changes(audited regclass, tenant_column name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER audit_change AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW
    WHEN (coalesce(current_setting(''klinke.actor'', true), '''') <> '''') EXECUTE FUNCTION klinke.audit_change(%L)', audited, tenant_column);
END $$;
REVOKE EXECUTE ON FUNCTION audit_changes FROM PUBLIC;

SELECT audit_changes(audited, 'tenant_id') FROM unnest(ARRAY['login', 'api_key', 'passkey', 'recovery_code']::regclass[]) AS audited;
