-- Numbers that are not the customer's own, and what says that it may show them (CLI-03, § 120 TKG).
CREATE TABLE number_right (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  number       text NOT NULL CHECK (number ~ '^\+[1-9][0-9]{5,14}$'),
  -- Whose number it is.
  owner        text NOT NULL,
  proof        text NOT NULL CHECK (proof IN ('contract', 'invoice', 'authorisation', 'assignment')),
  state        text NOT NULL CHECK (state IN ('requested', 'approved', 'refused')),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  -- Validated, or refused, by whom and when.
  decided_by   text,
  decided_at   timestamptz,
  -- Why it was refused or taken back.
  reason       text,
  valid_until  timestamptz,
  -- When its customer was told that it runs out.
  warned_at    timestamptz,
  CONSTRAINT number_right_number UNIQUE (tenant_id, number),
  UNIQUE (tenant_id, id),
  CHECK ((state = 'requested') = (decided_at IS NULL)),
  CHECK ((state = 'refused') = (reason IS NOT NULL))
);
CREATE INDEX number_right_by_end ON number_right (valid_until) WHERE state = 'approved';
SELECT protect_tenant_table('number_right');
SELECT announce_tenant_changes('number_right');

-- The evidence. The file lies in the blob store.
CREATE TABLE number_right_document (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL,
  right_id    uuid NOT NULL,
  name        text NOT NULL,
  media_type  text NOT NULL,
  octets      integer NOT NULL,
  blob_key    text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, right_id) REFERENCES number_right (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX number_right_document_right ON number_right_document (tenant_id, right_id);
SELECT protect_tenant_table('number_right_document');

-- What is shown of a customer or of one of its extensions, unless a call says otherwise.
CREATE TABLE caller_identity (
  -- The extension, or the tenant for the customer's own.
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id uuid REFERENCES extension ON DELETE CASCADE,
  shown        text CHECK (shown ~ '^\+[1-9][0-9]{5,14}$'),
  -- Set by the operator: nobody else changes or hides it (CLI-05).
  pinned       text CHECK (pinned ~ '^\+[1-9][0-9]{5,14}$'),
  CHECK (id = coalesce(extension_id, tenant_id))
);
SELECT protect_tenant_table('caller_identity');
SELECT announce_tenant_changes('caller_identity');

-- The carrier brings calls from networks abroad (LAW-02).
ALTER TABLE carrier ADD COLUMN is_foreign boolean NOT NULL DEFAULT false;
