-- Mailboxes (VM-01..04): one per extension, which calls can be led to. Sound lies in files, here are their names.
CREATE TABLE mailbox (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id uuid NOT NULL UNIQUE REFERENCES extension ON DELETE CASCADE,
  name         text NOT NULL,
  settings     jsonb NOT NULL,
  -- scrypt; null: none chosen yet.
  pin_hash     text
);
SELECT protect_tenant_table('mailbox');
SELECT announce_tenant_changes('mailbox');
SELECT register_call_targets('mailbox', 'voicemail', 'name');
SELECT track_destinations('mailbox', 'mailbox', 'id', 'name');

CREATE TABLE mailbox_greeting (
  mailbox_id  uuid NOT NULL REFERENCES mailbox ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('standard', 'busy', 'temporary')),
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  sound       text NOT NULL,
  size_bytes  bigint NOT NULL,
  PRIMARY KEY (mailbox_id, kind)
);
SELECT protect_tenant_table('mailbox_greeting');
SELECT announce_tenant_changes('mailbox_greeting');

-- Messages are no configuration: they change with every call, and calls ask for them when they need them.
CREATE TABLE mailbox_message (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  mailbox_id    uuid NOT NULL REFERENCES mailbox ON DELETE CASCADE,
  state         text NOT NULL CHECK (state IN ('new', 'saved')),
  caller_number text NOT NULL,
  caller_name   text,
  received_at   timestamptz NOT NULL,
  duration_ms   integer NOT NULL,
  sound         text NOT NULL,
  size_bytes    bigint NOT NULL
);
CREATE INDEX mailbox_message_box ON mailbox_message (mailbox_id, received_at);
CREATE INDEX mailbox_message_age ON mailbox_message (tenant_id, received_at);
SELECT protect_tenant_table('mailbox_message');

-- Where users reach their mailboxes from any phone: by an internal number, or by a public number that leads there.
CREATE TABLE mailbox_access (
  id        uuid PRIMARY KEY,
  tenant_id uuid NOT NULL UNIQUE REFERENCES tenant ON DELETE CASCADE,
  name      text NOT NULL,
  number    text
);
SELECT protect_tenant_table('mailbox_access');
SELECT announce_tenant_changes('mailbox_access');
SELECT register_call_targets('mailbox_access', 'voicemail', 'name', 'number');
