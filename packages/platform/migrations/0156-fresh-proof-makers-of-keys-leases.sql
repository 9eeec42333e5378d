-- When the person of a session has last proved himself by password or passkey. Null: not in this session (single sign-on, or older than this column).
ALTER TABLE login_session ADD COLUMN proved_at timestamptz;

-- The login that has made the key: what that may do no more, the key may do no more; deleted, it takes its keys along. Null: made by no login, such as the
-- operator's first key, or older than this column.
ALTER TABLE api_key ADD COLUMN made_by uuid REFERENCES login ON DELETE CASCADE;
CREATE INDEX api_key_maker ON api_key (made_by);

-- Until then a server is at it, and no other one takes it: also when that server is killed, it is only taken once the lease is over.
ALTER TABLE webhook_delivery ADD COLUMN leased_until timestamptz;
-- What every server on this database is told of (a changed row), only one writes down. Null: only one server knows it.
ALTER TABLE webhook_delivery ADD COLUMN told_as text;
CREATE UNIQUE INDEX webhook_delivery_told_once ON webhook_delivery (webhook_id, told_as) WHERE told_as IS NOT NULL;

-- As before, and with the transaction: servers recognise by it that they were told of the same change.
CREATE OR REPLACE FUNCTION tell_change(changed_table name, operation text, tenant text, changed jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('klinke_change', jsonb_build_object(
    'table', changed_table, 'operation', lower(operation), 'tenantId', tenant,
    'id', coalesce(changed ->> 'id', changed ->> 'e164'),
    'extensionId', CASE WHEN changed_table = 'extension' THEN changed ->> 'id' ELSE changed ->> 'extension_id' END,
    'transaction', pg_current_xact_id()::text)::text)
  WHERE tenant IS NOT NULL;
$$;
