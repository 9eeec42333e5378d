-- A message that is deleted by REST can be taken back for a while: it is not listed any more, and goes with the next sweep after that.
ALTER TABLE mailbox_message ADD COLUMN discarded_at timestamptz;
