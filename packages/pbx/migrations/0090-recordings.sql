-- Recordings of conversations and conferences (REC-01, LAW-06). The sound is in the blob store, by key; who was told and agreed is kept beside it
-- as evidence (§ 201 StGB, Art. 7 (1) GDPR).
CREATE TABLE recording (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  call_id       text NOT NULL,
  started_at    timestamptz NOT NULL,
  ended_at      timestamptz NOT NULL,
  -- incomplete: the exchange was restarted, or the disk was full, while it was recorded.
  complete      boolean NOT NULL,
  ended_because text NOT NULL,
  -- Why it was recorded: by a rule, a code, the API, a moderator.
  cause         jsonb NOT NULL,
  channels      text NOT NULL CHECK (channels IN ('separate', 'mixed')),
  parties       jsonb NOT NULL,
  consents      jsonb NOT NULL,
  extension_ids uuid[] NOT NULL,
  duration_ms   integer NOT NULL,
  octets        bigint NOT NULL,
  key           text NOT NULL,
  -- The recording that this one goes on from, after a transfer.
  continues     uuid
);
CREATE INDEX recording_age ON recording (tenant_id, started_at, id);
CREATE INDEX recording_call ON recording (tenant_id, call_id);
SELECT protect_tenant_table('recording');

-- Who has heard or deleted what; it outlives the recording.
CREATE TABLE recording_access (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  recording_id uuid NOT NULL,
  at           timestamptz NOT NULL DEFAULT now(),
  what         text NOT NULL CHECK (what IN ('heard', 'deleted', 'expired')),
  who          text NOT NULL
);
CREATE INDEX recording_access_of ON recording_access (tenant_id, recording_id);
SELECT protect_tenant_table('recording_access');

CREATE TABLE recording_policy (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  policy    jsonb NOT NULL
);
SELECT protect_tenant_table('recording_policy');
SELECT announce_tenant_changes('recording_policy');

-- What is always recorded.
CREATE TABLE recording_rule (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- 'all', or a kind of call target
  subject    text NOT NULL CHECK (subject IN ('all', 'extension', 'queue', 'group')),
  target_id  uuid CHECK ((target_id IS NULL) = (subject = 'all')),
  directions text[] NOT NULL,
  -- The purpose (Art. 5 (1) b GDPR).
  reason     text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_tenant_table('recording_rule');
SELECT announce_tenant_changes('recording_rule');
