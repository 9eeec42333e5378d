-- The operator's list of callers with a score from 1 to 100 (issue 5, part 7).
CREATE TABLE spam_score (
  id          uuid PRIMARY KEY,
  -- All numbers that begin so.
  prefix      text NOT NULL CONSTRAINT spam_score_prefix UNIQUE CHECK (prefix ~ '^\+[1-9][0-9]{0,14}$'),
  score       smallint NOT NULL CHECK (score BETWEEN 1 AND 100),
  note        text,
  valid_from  timestamptz,
  valid_until timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  CHECK (valid_until > valid_from)
);
SELECT protect_operator_table('spam_score');
-- One notification, however many rows an import changes: all are read anew.
CREATE FUNCTION notify_spam_scores() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM klinke.announce('klinke_spam_scores', 'all');
  RETURN NULL;
END $$;
CREATE TRIGGER announce_spam_scores AFTER INSERT OR UPDATE OR DELETE ON spam_score
  FOR EACH STATEMENT EXECUTE FUNCTION notify_spam_scores();

-- From which scores on a customer wants something done; null: never.
CREATE TABLE spam_settings (
  tenant_id      uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  mark_from      smallint CHECK (mark_from BETWEEN 1 AND 100),
  voicemail_from smallint CHECK (voicemail_from BETWEEN 1 AND 100),
  reject_from    smallint CHECK (reject_from BETWEEN 1 AND 100)
);
SELECT protect_tenant_table('spam_settings');
SELECT announce_tenant_changes('spam_settings');

-- Callers about whom nothing is done, whatever their score.
CREATE TABLE spam_allowed (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  prefix     text NOT NULL CHECK (prefix ~ '^\+[1-9][0-9]{0,14}$'),
  note       text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT spam_allowed_prefix UNIQUE (tenant_id, prefix)
);
SELECT protect_tenant_table('spam_allowed');
SELECT announce_tenant_changes('spam_allowed');
