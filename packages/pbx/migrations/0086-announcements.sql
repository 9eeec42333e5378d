-- A tenant's own announcements, for flows, groups, queues and numbers. The files are in the blob store, by key.
CREATE TABLE announcement (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  name       text NOT NULL,
  -- Internal number: dialled, it is heard; behind the code for recording, it is recorded.
  number     text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT announcement_name UNIQUE (tenant_id, name)
);
SELECT protect_tenant_table('announcement');
SELECT announce_tenant_changes('announcement');
SELECT register_call_targets('announcement', 'announcement', 'name', 'number');

CREATE TABLE announcement_sound (
  announcement_id uuid NOT NULL REFERENCES announcement ON DELETE CASCADE,
  language        text NOT NULL CHECK (language IN ('de', 'en')),
  tenant_id       uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  key             text NOT NULL,
  octets          bigint NOT NULL,
  duration_ms     integer NOT NULL,
  -- What a machine has spoken; null: a recording.
  spoken          text,
  PRIMARY KEY (announcement_id, language)
);
SELECT protect_tenant_table('announcement_sound');
SELECT announce_tenant_changes('announcement_sound');

-- The PIN with which announcements are recorded by phone; scrypt. No row: not by phone.
CREATE TABLE announcement_settings (
  tenant_id          uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  recording_pin_hash text NOT NULL
);
SELECT protect_tenant_table('announcement_settings');
SELECT announce_tenant_changes('announcement_settings');

-- As before, and whoever names an announcement by its id, such as the prompt of a block, holds it too.
CREATE OR REPLACE FUNCTION keep_destination_uses() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
DECLARE
  used jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  user_ text := used ->> TG_ARGV[1];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM klinke.destination_use
      WHERE tenant_id = OLD.tenant_id AND user_kind = TG_ARGV[0] AND user_id = to_jsonb(OLD) ->> TG_ARGV[1];
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO klinke.destination_use (tenant_id, user_kind, user_id, user_name, target_kind, target_id)
      SELECT NEW.tenant_id, TG_ARGV[0], user_, used ->> nullif(TG_ARGV[2], ''), led ->> 'kind', (led ->> 'targetId')::uuid
        FROM jsonb_path_query(used, 'strict $.** ? (exists (@.targetId))') AS led
      UNION
      SELECT NEW.tenant_id, TG_ARGV[0], user_, used ->> nullif(TG_ARGV[2], ''), target.kind, target.id
        FROM jsonb_path_query(used, 'strict $.** ? (@.type() == "string" && @ like_regex "^[0-9a-f]{8}-[0-9a-f-]{27}$")') AS said
        JOIN klinke.call_target AS target
          ON target.tenant_id = NEW.tenant_id AND target.kind = 'announcement' AND target.id::text = said #>> '{}';
  END IF;
  RETURN NULL;
END $$;
