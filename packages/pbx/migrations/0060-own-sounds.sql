-- Recordings of a tenant in place of the product's prompts, and its music on hold. The files are in the blob store, by key.
CREATE TABLE own_sound (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- 'prompt/de/please-wait' or 'hold-music'
  place       text NOT NULL,
  name        text NOT NULL,
  key         text NOT NULL,
  octets      bigint NOT NULL,
  duration_ms integer NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX own_sound_prompt ON own_sound (tenant_id, place) WHERE place <> 'hold-music';
SELECT protect_tenant_table('own_sound');
SELECT announce_tenant_changes('own_sound');
