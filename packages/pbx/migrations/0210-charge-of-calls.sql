-- What a call that has left the customer is rated by (CLI-02, TRK-14, BIL-05); null: of calls inside, of those for help, and of those before. As far as it is known when
-- somebody answers, it is kept then: a crash ends the call without.
ALTER TABLE call_answered ADD COLUMN charge jsonb;
ALTER TABLE call_ended ADD COLUMN charge jsonb;
-- One column more at the end of the view, whatever it has by now.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW call_record WITH (security_invoker = true) AS '
    || regexp_replace(pg_get_viewdef('call_record'::regclass), '\s+FROM', ', coalesce(ended.charge, answered.charge) AS charge FROM');
END $$;
