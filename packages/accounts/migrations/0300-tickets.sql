-- What customers report and ask (SLA-02, SLA-04): faults, work that is charged for, questions.
CREATE TABLE ticket (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- K-2026-000123: what people say, and what stands in the subject of mails.
  number       text NOT NULL UNIQUE,
  kind         text NOT NULL CHECK (kind IN ('fault', 'chargeable', 'question')),
  severity     text NOT NULL CHECK (severity IN ('outage', 'impaired', 'minor')),
  state        text NOT NULL CHECK (state IN ('open', 'waiting', 'resolved', 'closed')),
  subject      text NOT NULL,
  -- The qualified fault report (PORT-07): what is affected, since when, what was checked.
  report       jsonb NOT NULL DEFAULT '{}',
  via          text NOT NULL CHECK (via IN ('portal', 'mail', 'phone')),
  opened_by    text NOT NULL,
  -- Where answers go; null: they are read in the portal only.
  contact_mail text,
  language     text NOT NULL CHECK (language IN ('de', 'en')),
  opened_at    timestamptz NOT NULL,
  resolved_at  timestamptz,
  closed_at    timestamptz,
  -- When the time to repair is over, as long as it runs; null: it stands, or none is promised.
  due_at       timestamptz,
  warn_at      timestamptz,
  warned_at    timestamptz,
  -- § 58 (2) TKG: what has been done, and when it will probably be mended; when the customer was told that it is not mended yet.
  measures     text NOT NULL DEFAULT '',
  expected_at  timestamptz,
  delay_told_at timestamptz,
  -- § 58 (3) and (4) TKG.
  caused_by_customer boolean NOT NULL DEFAULT false,
  missed_appointments integer NOT NULL DEFAULT 0 CHECK (missed_appointments BETWEEN 0 AND 20),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id),
  CHECK ((state IN ('resolved', 'closed')) = (resolved_at IS NOT NULL)),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX ticket_tenant ON ticket (tenant_id, id);
CREATE INDEX ticket_unfinished ON ticket (due_at) WHERE state IN ('open', 'waiting');
CREATE INDEX ticket_warning ON ticket (warn_at) WHERE state = 'open' AND warned_at IS NULL;
CREATE INDEX ticket_resolved ON ticket (resolved_at) WHERE state = 'resolved';
SELECT protect_tenant_table('ticket', 'tenant_id', 'SELECT');

-- When the time to repair stood still: data was missing, the customer had to answer, it was taken for mended.
CREATE TABLE ticket_stop (
  ticket_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  number    integer NOT NULL,
  reason    text NOT NULL CHECK (reason IN ('data-incomplete', 'waiting-for-customer', 'resolved')),
  from_at   timestamptz NOT NULL,
  until_at  timestamptz,
  PRIMARY KEY (ticket_id, number),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id) ON DELETE CASCADE,
  CHECK (until_at >= from_at)
);
CREATE UNIQUE INDEX ticket_stop_running ON ticket_stop (ticket_id) WHERE until_at IS NULL;
CREATE INDEX ticket_stop_tenant ON ticket_stop (tenant_id, ticket_id);
SELECT protect_tenant_table('ticket_stop', 'tenant_id', 'SELECT');

-- What was said and done, as the customer sees it.
CREATE TABLE ticket_entry (
  id         uuid PRIMARY KEY,
  ticket_id  uuid NOT NULL,
  tenant_id  uuid NOT NULL,
  at         timestamptz NOT NULL,
  side       text NOT NULL CHECK (side IN ('customer', 'operator', 'system')),
  by         text NOT NULL,
  via        text NOT NULL CHECK (via IN ('portal', 'mail', 'phone')),
  -- The step that this is about; null: something was said.
  step       text CHECK (step IN ('open', 'pause', 'resume', 'resolve', 'close', 'reopen')),
  text       text NOT NULL,
  -- Of the mail that it came or went by: later ones refer to it.
  message_id text,
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticket (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_entry_ticket ON ticket_entry (tenant_id, ticket_id, id);
SELECT protect_tenant_table('ticket_entry', 'tenant_id', 'SELECT');

CREATE TABLE ticket_attachment (
  id         uuid PRIMARY KEY,
  entry_id   uuid NOT NULL,
  tenant_id  uuid NOT NULL,
  name       text NOT NULL,
  media_type text NOT NULL,
  octets     integer NOT NULL CHECK (octets > 0),
  blob_key   text NOT NULL,
  FOREIGN KEY (tenant_id, entry_id) REFERENCES ticket_entry (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_attachment_entry ON ticket_attachment (tenant_id, entry_id);
SELECT protect_tenant_table('ticket_attachment', 'tenant_id', 'SELECT');

-- What the operator writes for itself. It has no tenant of its own, so that neither a customer nor its audit log can ever see it.
CREATE TABLE ticket_note (
  id        uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
  at        timestamptz NOT NULL,
  by        text NOT NULL,
  text      text NOT NULL
);
CREATE INDEX ticket_note_ticket ON ticket_note (ticket_id, id);
SELECT protect_operator_table('ticket_note');

-- The last number of each year.
CREATE TABLE ticket_year (
  year integer PRIMARY KEY,
  last integer NOT NULL
);
SELECT protect_operator_table('ticket_year');

-- Mail about tickets, until the next server has taken it, and a while after.
CREATE TABLE ticket_mail (
  id          uuid PRIMARY KEY,
  ticket_id   uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
  recipient   text NOT NULL,
  subject     text NOT NULL,
  text        text NOT NULL,
  message_id  text NOT NULL UNIQUE,
  earlier     text[] NOT NULL DEFAULT '{}',
  automatic   boolean NOT NULL,
  created_at  timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  tries       integer NOT NULL DEFAULT 0,
  failure     text NOT NULL DEFAULT '',
  sent_at     timestamptz,
  given_up_at timestamptz
);
CREATE INDEX ticket_mail_waiting ON ticket_mail (next_try_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX ticket_mail_ticket ON ticket_mail (ticket_id);
SELECT protect_operator_table('ticket_mail');

-- Mail that has come, each once: a mailbox that hands it out again changes nothing.
CREATE TABLE ticket_mail_received (
  key text PRIMARY KEY,
  at  timestamptz NOT NULL
);
CREATE INDEX ticket_mail_received_at ON ticket_mail_received (at);
SELECT protect_operator_table('ticket_mail_received');

-- Mail that belongs to no ticket, or may not: for the operator to look at.
CREATE TABLE stray_mail (
  id          uuid PRIMARY KEY,
  received_at timestamptz NOT NULL,
  sender      text NOT NULL,
  subject     text NOT NULL,
  text        text NOT NULL,
  reason      text NOT NULL CHECK (reason IN ('unknown-sender', 'foreign-sender', 'unknown-ticket', 'closed-ticket', 'automatic', 'too-large', 'too-many', 'unreadable')),
  -- The ticket that it names, if there is one.
  ticket_id   uuid REFERENCES ticket ON DELETE SET NULL,
  -- Attachments are not kept of strangers; how many there were.
  attachments integer NOT NULL DEFAULT 0
);
SELECT protect_operator_table('stray_mail');
