-- What a publisher was told of a customer that is gone (PRI-01): the number stays, so that the publisher can be told of the end, and no longer than until the end of the
-- year that follows.
ALTER TABLE directory_told
  -- The night in which all but the number went; null: the customer is there.
  ADD COLUMN emptied_on date;
