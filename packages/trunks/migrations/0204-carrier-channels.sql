-- Calls that the operator's upstream takes at a time, in and out together; null: nobody has said.
ALTER TABLE carrier ADD COLUMN channels integer CHECK (channels BETWEEN 1 AND 100000);
