-- What people ask for about their data (Art. 15 to 17 GDPR), and what became of it (PRI-02).
CREATE TABLE privacy_request (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  kind         text NOT NULL CHECK (kind IN ('access', 'rectification', 'deletion')),
  -- Whom it is about; empty: the customer itself.
  subject      jsonb NOT NULL,
  about        text NOT NULL DEFAULT '',
  asked_by     text NOT NULL,
  -- Of a user who asks about itself. No reference: the request outlives the extension.
  extension_id uuid,
  asked_at     timestamptz NOT NULL,
  state        text NOT NULL CHECK (state IN ('waiting', 'ready', 'done', 'refused', 'failed')),
  -- Of a report: where it lies, and until when.
  blob_key     text,
  octets       integer,
  expires_at   timestamptz,
  outcome      text NOT NULL DEFAULT '',
  decided_by   text,
  decided_at   timestamptz
);
CREATE INDEX privacy_request_tenant ON privacy_request (tenant_id, id);
CREATE INDEX privacy_request_waiting ON privacy_request (id) WHERE kind = 'access' AND state = 'waiting';
CREATE INDEX privacy_request_files ON privacy_request (expires_at) WHERE blob_key IS NOT NULL;
SELECT protect_tenant_table('privacy_request', 'tenant_id', 'SELECT');

-- The ledger of consents (Art. 7 GDPR): each giving and withdrawal is an entry; only ever added to.
CREATE TABLE consent_entry (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  purpose      text NOT NULL CHECK (purpose IN ('marketing-mail', 'marketing-phone', 'newsletter', 'directory-entry', 'inverse-search')),
  -- Whose consent it is: the name, and the address if it is about one.
  person       text NOT NULL,
  email        text,
  given        boolean NOT NULL,
  -- The words that were consented to.
  text_version text NOT NULL,
  wording      text NOT NULL,
  channel      text NOT NULL CHECK (channel IN ('portal', 'paper', 'mail', 'phone')),
  recorded_by  text NOT NULL,
  at           timestamptz NOT NULL
);
CREATE INDEX consent_entry_tenant ON consent_entry (tenant_id, id);
SELECT protect_tenant_table('consent_entry', 'tenant_id', 'SELECT');
REVOKE UPDATE ON consent_entry FROM klinke_operator;

-- Processing agreements that customers have accepted (Art. 28 GDPR): the words themselves are kept, so that both can read them later.
CREATE TABLE processing_agreement (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  version     text NOT NULL,
  language    text NOT NULL CHECK (language IN ('de', 'en')),
  -- Who has accepted it for the customer, as what, by which login and from where.
  accepted_by text NOT NULL,
  position    text NOT NULL,
  login_name  text NOT NULL,
  address     text NOT NULL,
  accepted_at timestamptz NOT NULL,
  -- The paper that was accepted, and its fingerprint.
  blob_key    text NOT NULL,
  sha256      text NOT NULL
);
CREATE INDEX processing_agreement_tenant ON processing_agreement (tenant_id, id);
SELECT protect_tenant_table('processing_agreement', 'tenant_id', 'SELECT');
REVOKE UPDATE ON processing_agreement FROM klinke_operator;

-- Whom the operator lets process data on its behalf (Art. 28 (2) GDPR): annex 2 of the agreement.
CREATE TABLE subprocessor (
  id      uuid PRIMARY KEY,
  name    text NOT NULL,
  task    text NOT NULL,
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$')
);
SELECT protect_operator_table('subprocessor');
