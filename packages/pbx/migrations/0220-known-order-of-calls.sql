-- In which order calls that are over became known, for whoever reads each of them once, such as rating: a call that comes late comes late here, too.
-- Calls from before have none, and are not read so.
CREATE SEQUENCE call_known_order;
GRANT USAGE ON SEQUENCE call_known_order TO klinke_operator;
ALTER TABLE call_ended ADD COLUMN known_order bigint;
ALTER TABLE call_ended ALTER COLUMN known_order SET DEFAULT nextval('call_known_order');
CREATE INDEX call_ended_known ON call_ended (known_order);

-- Who reads on from a number must not miss a lower one that is committed later. So writers, who take turns anyway to count hours (0196), take their turn before
-- the first number and keep it until they commit.
CREATE FUNCTION know_calls_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('klinke.count_changes_of_hours', 0));
  RETURN NULL;
END $$;
CREATE TRIGGER know_calls_in_turn BEFORE INSERT ON call_ended FOR EACH STATEMENT EXECUTE FUNCTION know_calls_in_turn();
