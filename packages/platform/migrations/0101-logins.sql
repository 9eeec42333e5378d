-- People who sign in. The tables below hold what proves them; none of it can be read back but the TOTP secret, which is sealed.
CREATE TABLE login (
  id                   uuid PRIMARY KEY,
  -- In small letters; the name to sign in with, and where invitations and resets go.
  email                text NOT NULL CONSTRAINT login_email UNIQUE CHECK (email = lower(email)),
  name                 text NOT NULL,
  kind                 text NOT NULL CHECK (kind IN ('operator', 'reseller', 'tenant', 'user')),
  -- Foreign keys come with the tables of accounts and pbx.
  reseller_id          uuid,
  tenant_id            uuid,
  extension_id         uuid,
  -- Area to 'read' or 'write'; null: all areas.
  rights               jsonb,
  language             text NOT NULL DEFAULT 'de' CHECK (language IN ('de', 'en')),
  -- PHC string of argon2id; null: nobody can sign in with a password (invited, or single sign-on).
  password_hash        text,
  must_change_password boolean NOT NULL DEFAULT false,
  totp_sealed          text,
  -- Null while the enrolment is not confirmed.
  totp_confirmed_at    timestamptz,
  -- Time step of the last code taken: none is taken twice (RFC 6238 §5.2).
  totp_last_step       bigint,
  disabled_at          timestamptz,
  last_signed_in_at    timestamptz,
  created_at           timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT login_belongs CHECK (
    CASE kind
      WHEN 'operator' THEN reseller_id IS NULL AND tenant_id IS NULL AND extension_id IS NULL
      WHEN 'reseller' THEN reseller_id IS NOT NULL AND tenant_id IS NULL AND extension_id IS NULL
      WHEN 'tenant' THEN reseller_id IS NULL AND tenant_id IS NOT NULL AND extension_id IS NULL
      ELSE reseller_id IS NULL AND tenant_id IS NOT NULL AND extension_id IS NOT NULL
    END)
);
CREATE INDEX login_tenant ON login (tenant_id);
CREATE INDEX login_reseller ON login (reseller_id);
CREATE INDEX login_extension ON login (extension_id);
SELECT protect_tenant_table('login');
-- What proves a person is the business of sign-in alone, which works as the operator.
REVOKE SELECT, UPDATE ON login FROM klinke_app;
GRANT SELECT (id, email, name, kind, reseller_id, tenant_id, extension_id, rights, language, must_change_password, totp_confirmed_at,
  disabled_at, last_signed_in_at, created_at) ON login TO klinke_app;
GRANT UPDATE (email, name, kind, extension_id, rights, language, disabled_at) ON login TO klinke_app;

-- One per browser that is signed in. A revoked session is deleted.
CREATE TABLE login_session (
  id           uuid PRIMARY KEY,
  login_id     uuid NOT NULL REFERENCES login ON DELETE CASCADE,
  -- SHA-256 of the cookie's 256 random bits: who reads the database cannot sign in with it.
  token_hash   bytea NOT NULL UNIQUE,
  method       text NOT NULL,
  address      text NOT NULL,
  user_agent   text,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX login_session_login ON login_session (login_id);
SELECT protect_operator_table('login_session');

-- What was given out once and is taken once: invitations, resets, second factors under way, challenges of passkeys, states of single sign-on.
CREATE TABLE sign_in_token (
  token_hash bytea PRIMARY KEY,
  purpose    text NOT NULL,
  login_id   uuid REFERENCES login ON DELETE CASCADE,
  data       jsonb NOT NULL DEFAULT '{}',
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_token_age ON sign_in_token (expires_at);
CREATE INDEX sign_in_token_login ON sign_in_token (login_id);
SELECT protect_operator_table('sign_in_token');

-- Browsers from which a person has signed in before: strangers who guess its password do not slow these down.
CREATE TABLE known_device (
  token_hash   bytea PRIMARY KEY,
  login_id     uuid NOT NULL REFERENCES login ON DELETE CASCADE,
  last_used_at timestamptz NOT NULL
);
CREATE INDEX known_device_login ON known_device (login_id);
SELECT protect_operator_table('known_device');

CREATE TABLE recovery_code (
  login_id  uuid NOT NULL REFERENCES login ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  PRIMARY KEY (login_id, code_hash)
);
SELECT protect_operator_table('recovery_code');

-- WebAuthn credentials (W3C WebAuthn Level 3 §4).
CREATE TABLE passkey (
  id            uuid PRIMARY KEY,
  login_id      uuid NOT NULL REFERENCES login ON DELETE CASCADE,
  name          text NOT NULL,
  credential_id text NOT NULL UNIQUE,
  public_key    bytea NOT NULL,
  counter       bigint NOT NULL,
  transports    jsonb NOT NULL DEFAULT '[]',
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_used_at  timestamptz
);
CREATE INDEX passkey_login ON passkey (login_id);
SELECT protect_operator_table('passkey');

-- Keys of resellers, and keys that reach some areas only.
ALTER TABLE api_key ADD COLUMN reseller_id uuid, ADD COLUMN rights jsonb,
  ADD CONSTRAINT api_key_belongs CHECK (reseller_id IS NULL OR tenant_id IS NULL);
