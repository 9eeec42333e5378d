-- What customers want to stand in telephone directories (ORD-04).
CREATE TABLE directory_entry (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- A number of the customer, or the first one of its block; the entry ends with it.
  e164          text NOT NULL,
  -- Digits behind the stem of a block, such as 0 of 0221 555555-0; null: none are listed.
  extension     text,
  use           text NOT NULL CHECK (use IN ('phone', 'phone-and-fax', 'fax')),
  kind          text NOT NULL CHECK (kind IN ('private', 'company', 'authority')),
  name          text NOT NULL,
  first_name    text NOT NULL DEFAULT '',
  title         text NOT NULL DEFAULT '',
  historic_name text NOT NULL DEFAULT '',
  search_word   text NOT NULL DEFAULT '',
  profession    text NOT NULL DEFAULT '',
  address       jsonb NOT NULL,
  -- Where questions about the entry go; null: to the customer's main site.
  correspondence jsonb,
  printed       text NOT NULL CHECK (printed IN ('no', 'yes', 'yes-marked')),
  electronic    boolean NOT NULL,
  inquiry       text NOT NULL CHECK (inquiry IN ('no', 'number', 'full')),
  inverse_search boolean NOT NULL,
  valid_from    date NOT NULL,
  valid_until   date,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id),
  CHECK (valid_until >= valid_from)
);
CREATE INDEX directory_entry_tenant ON directory_entry (tenant_id, id);
CREATE INDEX directory_entry_number ON directory_entry (e164);
SELECT protect_tenant_table('directory_entry');

-- What somebody has objected to, in whole or in part (PRI-03): rows are only ever added.
CREATE TABLE directory_objection (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id uuid NOT NULL,
  entry_id  uuid NOT NULL,
  against   text[] NOT NULL,
  remark    text NOT NULL DEFAULT '',
  by        text NOT NULL,
  at        timestamptz NOT NULL,
  FOREIGN KEY (tenant_id, entry_id) REFERENCES directory_entry (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX directory_objection_entry ON directory_objection (tenant_id, entry_id);
SELECT protect_tenant_table('directory_objection', 'tenant_id', 'SELECT, INSERT');

-- What the publisher of the directories has been told and lists now. No reference: it must be told of the end of an entry whose customer is gone, too.
CREATE TABLE directory_told (
  entry_id  uuid PRIMARY KEY,
  tenant_id uuid NOT NULL,
  record    jsonb NOT NULL
);
CREATE INDEX directory_told_tenant ON directory_told (tenant_id);
SELECT protect_tenant_table('directory_told', 'tenant_id', 'SELECT');
DROP TRIGGER IF EXISTS audit_change ON directory_told;

-- Files for the publisher, each with what has changed since the one before.
CREATE TABLE directory_export (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  made_at   timestamptz NOT NULL,
  made_by   text NOT NULL,
  created   integer NOT NULL,
  changed   integer NOT NULL,
  deleted   integer NOT NULL,
  -- The file, for as long as it may have to be handed over again; what is personal in it goes once that is done.
  content   text,
  -- SHA-256 of the file, in hexadecimal.
  digest    text NOT NULL,
  handed_over_at timestamptz,
  handed_over_by text,
  CHECK ((handed_over_at IS NULL) = (content IS NOT NULL))
);
SELECT protect_operator_table('directory_export');
-- Files do not belong into the audit log; who has made them and handed them over stands in the row.
DROP TRIGGER IF EXISTS audit_change ON directory_export;
