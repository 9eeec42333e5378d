-- Supervision of conversations (CALL, ACD): who may listen to whom, and how the parties are told (§ 201 StGB).
CREATE TABLE supervision_policy (
  tenant_id          uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  -- announce: before listening begins; tone: before, and again and again; consent: the parties' consents are on file.
  notice             text NOT NULL CHECK (notice IN ('announce', 'tone', 'consent')),
  tone_every_seconds integer NOT NULL
);
SELECT protect_tenant_table('supervision_policy');
SELECT announce_tenant_changes('supervision_policy');

-- That consents are on file, as the tenant has stated: added to, never changed, so that it can be shown later who said so and when.
CREATE TABLE supervision_statement (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  stated_at  timestamptz NOT NULL DEFAULT now(),
  stated_by  text NOT NULL,
  statement  text NOT NULL
);
CREATE INDEX supervision_statement_of ON supervision_statement (tenant_id, id);
SELECT protect_tenant_table('supervision_statement');
SELECT announce_tenant_changes('supervision_statement');

-- Extensions that may supervise, and whom: [{"kind": "extension" | "group" | "queue", "targetId": …}]. A target that is deleted is watched no more.
CREATE TABLE supervisor (
  extension_id uuid PRIMARY KEY REFERENCES extension ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  watches      jsonb NOT NULL
);
SELECT protect_tenant_table('supervisor');
SELECT announce_tenant_changes('supervisor');
