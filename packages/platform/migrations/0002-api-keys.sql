-- Keys of programs that use the API. The key itself is random and known to its holder only; its SHA-256 finds the row.
CREATE TABLE api_key (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  -- Null: the operator's own key, which reaches all tenants.
  tenant_id  uuid,
  key_hash   bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);
SELECT protect_operator_table('api_key');

-- Answers to POSTs with an Idempotency-Key, to be given again when the same request is repeated.
CREATE TABLE idempotent_answer (
  api_key_id   uuid NOT NULL,
  key          text NOT NULL,
  -- SHA-256 over method, path and body: the same key with another request is a mistake.
  request_hash bytea NOT NULL,
  -- Null while the first request is at work.
  status       integer,
  -- Encrypted, because answers may hold a password that is shown once.
  sealed_body  text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (api_key_id, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);
SELECT protect_operator_table('idempotent_answer');
