-- The rest of the form (ORD-03): who signs for a company, where the old line is, and where questions go.
ALTER TABLE porting
  ADD COLUMN contact text NOT NULL DEFAULT '',
  ADD COLUMN country text NOT NULL DEFAULT 'DE' CHECK (country ~ '^[A-Z]{2}$'),
  ADD COLUMN email   text;
