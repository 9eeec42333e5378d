-- What was done is kept for a time, not for ever (PRI-01): retention, and nobody else, deletes what is old. It says so by `klinke.forgetting`, in its
-- transaction; nothing of the last thirty days goes, whoever asks.
CREATE FUNCTION is_forgetting() RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(current_setting('klinke.forgetting', true), '') = 'yes';

CREATE OR REPLACE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND klinke.is_forgetting() THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'The audit log is only added to.';
END $$;
CREATE POLICY operator_forgets ON audit_log FOR DELETE TO klinke_operator USING (at < now() - interval '30 days');
GRANT DELETE ON audit_log TO klinke_operator;
CREATE INDEX audit_log_age ON audit_log (tenant_id, at);
