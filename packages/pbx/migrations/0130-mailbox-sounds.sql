-- Sound of mailboxes lies in the blob store, which cannot be asked for what nobody needs any more. Whatever takes a message or a greeting
-- away (its owner, its age, the end of its extension), the name of its file is noted here until the file has been removed. No tenant keeps
-- it from being noted: where one is deleted, the notes of its files outlive it for a moment.
CREATE TABLE mailbox_sound_gone (
  tenant_id uuid NOT NULL,
  sound     text NOT NULL,
  PRIMARY KEY (tenant_id, sound)
);
SELECT protect_operator_table('mailbox_sound_gone');
-- PostgreSQL runs triggers of a cascade as the owner of the tables, whom no other policy lets in.
CREATE POLICY bookkeeping ON mailbox_sound_gone TO CURRENT_USER USING (true);

CREATE FUNCTION note_mailbox_sound_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = klinke, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.sound <> OLD.sound THEN
    INSERT INTO mailbox_sound_gone VALUES (OLD.tenant_id, OLD.sound) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION note_mailbox_sound_gone FROM PUBLIC;
CREATE TRIGGER note_sound_gone AFTER DELETE ON mailbox_message FOR EACH ROW EXECUTE FUNCTION note_mailbox_sound_gone();
CREATE TRIGGER note_sound_gone AFTER UPDATE OR DELETE ON mailbox_greeting FOR EACH ROW EXECUTE FUNCTION note_mailbox_sound_gone();
