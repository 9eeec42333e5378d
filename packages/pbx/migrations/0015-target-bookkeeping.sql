-- The lists of call targets and of their users are kept by the triggers alone, as the owner of the tables: rows that are deleted
-- by a cascade would otherwise stay in them, because PostgreSQL runs triggers of a cascade as the owner, whom no policy let in.
CREATE POLICY bookkeeping ON call_target TO CURRENT_USER USING (true);
CREATE POLICY bookkeeping ON destination_use TO CURRENT_USER USING (true);
ALTER FUNCTION keep_call_target() SECURITY DEFINER SET search_path = klinke, pg_temp;
ALTER FUNCTION keep_destination_uses() SECURITY DEFINER SET search_path = klinke, pg_temp;
REVOKE EXECUTE ON FUNCTION keep_call_target, keep_destination_uses FROM PUBLIC;
REVOKE INSERT, UPDATE, DELETE ON call_target, destination_use FROM klinke_app, klinke_operator;

-- For the migrations of later features: their existing rows are read as the operator and registered as the owner.
CREATE OR REPLACE FUNCTION register_call_targets(kept regclass, kind text, name_column name, number_column text DEFAULT '') RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER keep_call_target AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION klinke.keep_call_target(%L, %L, %L)',
    kept, kind, name_column, number_column);
  -- An update that changes nothing lets the trigger register what is there.
  SET LOCAL ROLE klinke_operator;
  EXECUTE format('UPDATE %s SET id = id', kept);
  SET LOCAL ROLE NONE;
END $$;
