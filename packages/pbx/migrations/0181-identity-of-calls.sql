-- Which number a call outside has shown, and for which one it is charged (CLI-02); null: of calls inside, and of those before.
ALTER TABLE call_ended ADD COLUMN identity jsonb;
-- One column more at the end of the view, whatever it has by now.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW call_record WITH (security_invoker = true) AS '
    || regexp_replace(pg_get_viewdef('call_record'::regclass), '\s+FROM', ', ended.identity FROM');
END $$;
