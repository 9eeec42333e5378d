-- Requests about personal data are answered in time and in words, and the answer is sent (Art. 12 GDPR).
ALTER TABLE privacy_request DROP CONSTRAINT privacy_request_kind_check;
ALTER TABLE privacy_request ADD CONSTRAINT privacy_request_kind_check
  CHECK (kind IN ('access', 'rectification', 'deletion', 'portability', 'objection'));
ALTER TABLE privacy_request
  -- Of somebody who has asked about itself in the portal. No reference: the request outlives the login.
  ADD COLUMN login_id         uuid,
  -- Where the answer goes; null: it is given another way.
  ADD COLUMN reply_to         text,
  -- Art. 12 (3): by so many months more than one, told with the reason.
  ADD COLUMN extended_months  integer NOT NULL DEFAULT 0 CHECK (extended_months BETWEEN 0 AND 2),
  ADD COLUMN extended_at      timestamptz,
  ADD COLUMN extension_reason text NOT NULL DEFAULT '',
  -- Of a refusal: by which law.
  ADD COLUMN legal_ground     text,
  -- Of a deletion that is done: how many of what went and stayed, nothing of what it was.
  ADD COLUMN erased           jsonb;
DROP INDEX privacy_request_waiting;
CREATE INDEX privacy_request_waiting ON privacy_request (id) WHERE kind IN ('access', 'portability') AND state = 'waiting';
CREATE INDEX privacy_request_login ON privacy_request (login_id, id) WHERE login_id IS NOT NULL;

-- Mails about personal data: queued in the transaction that they tell of, tried again while the mail server is away, kept as proof.
CREATE TABLE privacy_mail (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- Null: news of subprocessors.
  request_id  uuid REFERENCES privacy_request ON DELETE CASCADE,
  recipient   text NOT NULL,
  subject     text NOT NULL,
  text        text NOT NULL,
  -- The report of the request goes with it.
  with_report boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  tries       integer NOT NULL DEFAULT 0,
  failure     text NOT NULL DEFAULT '',
  sent_at     timestamptz,
  given_up_at timestamptz
);
CREATE INDEX privacy_mail_tenant ON privacy_mail (tenant_id, id);
CREATE INDEX privacy_mail_request ON privacy_mail (request_id);
CREATE INDEX privacy_mail_waiting ON privacy_mail (next_try_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
SELECT protect_tenant_table('privacy_mail', 'tenant_id', 'SELECT');
-- What was written stands in the row itself.
DROP TRIGGER IF EXISTS audit_change ON privacy_mail;

-- Subprocessors (Art. 28 (2) GDPR): where, since when, and until when; a change is announced before it.
ALTER TABLE subprocessor
  ADD COLUMN place        text NOT NULL DEFAULT '',
  ADD COLUMN since        date NOT NULL DEFAULT current_date,
  ADD COLUMN until        date,
  ADD COLUMN announced_at timestamptz;
ALTER TABLE subprocessor ALTER COLUMN since DROP DEFAULT;
