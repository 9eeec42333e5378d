-- Calls to be made again when their target can be reached: callbacks and automatic redials (CALL-01). A row is a wish that is not fulfilled yet.
CREATE TABLE call_completion (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- Who wishes it, and is rung first.
  extension_id  uuid NOT NULL REFERENCES extension ON DELETE CASCADE,
  kind          text NOT NULL CHECK (kind IN ('busy', 'no-answer', 'not-registered', 'redial')),
  -- What is dialled for it, with the codes before the number.
  dialled       text NOT NULL,
  -- The number alone, as users know it.
  number        text NOT NULL,
  -- Whose phones are watched; null: somebody outside.
  callee_id     uuid REFERENCES extension ON DELETE CASCADE,
  is_hidden     boolean NOT NULL,
  -- The callee has used its phone since (no-answer).
  seen_active   boolean NOT NULL,
  -- Calls to the target so far, and calls that the one who wishes it did not answer.
  attempts      integer NOT NULL,
  unanswered    integer NOT NULL,
  requested_at  timestamptz NOT NULL,
  not_before    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  CONSTRAINT call_completion_once UNIQUE (extension_id, dialled)
);
CREATE INDEX call_completion_callee ON call_completion (callee_id);
SELECT protect_tenant_table('call_completion');
