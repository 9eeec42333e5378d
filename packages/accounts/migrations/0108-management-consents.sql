-- The consent of a customer's management to evaluations of its people's calls and chats (PORT-04): who gave it, when, and when it was revoked.
CREATE TABLE management_consent (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  scope       text NOT NULL CHECK (scope IN ('reports', 'chat-logs')),
  granted_by  text NOT NULL,
  granted_on  date NOT NULL,
  -- Where the declaration is filed.
  document    text,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  revoked_at  timestamptz
);
CREATE UNIQUE INDEX management_consent_valid ON management_consent (tenant_id, scope) WHERE revoked_at IS NULL;
SELECT protect_tenant_table('management_consent', 'tenant_id', 'SELECT, UPDATE (revoked_at)');
