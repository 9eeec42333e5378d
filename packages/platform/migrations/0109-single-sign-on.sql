-- Single sign-on of a tenant by OpenID Connect. The foreign key on the tenant comes with the tables of accounts.
CREATE TABLE single_sign_on (
  id                   uuid PRIMARY KEY,
  tenant_id            uuid NOT NULL CONSTRAINT single_sign_on_tenant UNIQUE,
  enabled              boolean NOT NULL,
  issuer               text NOT NULL,
  client_id            text NOT NULL,
  client_secret_sealed text NOT NULL,
  -- Which claim of the ID token is the mail address of the login.
  login_claim          text NOT NULL CHECK (login_claim IN ('email', 'preferred_username', 'upn')),
  -- Rights of people who have no login yet and get one; null: they are refused.
  newcomer_rights      jsonb,
  created_at           timestamptz NOT NULL DEFAULT now()
);
SELECT protect_tenant_table('single_sign_on');

-- Domains of mail addresses that a tenant's provider may speak for: each is one tenant's only.
CREATE TABLE single_sign_on_domain (
  domain            text CONSTRAINT single_sign_on_domain_taken PRIMARY KEY CHECK (domain = lower(domain)),
  single_sign_on_id uuid NOT NULL REFERENCES single_sign_on ON DELETE CASCADE,
  tenant_id         uuid NOT NULL
);
CREATE INDEX single_sign_on_domain_of ON single_sign_on_domain (single_sign_on_id);
-- That a domain is the tenant's the operator or reseller has looked at.
SELECT protect_tenant_table('single_sign_on_domain', 'tenant_id', 'SELECT, DELETE');
